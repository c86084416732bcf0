package io.tallybook.analysis.azure;

import io.tallybook.ledger.AzureUsage;
import io.tallybook.ledger.UsageMonth;
import io.tallybook.ledger.UsageSum;
import io.tallybook.money.FxRate;
import io.tallybook.money.FxRates;
import io.tallybook.result.WorkingStep;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * Adds up amounts of several currencies in USD (IPA-44).
 *
 * <p>The USD value of an amount is its USD amount where one is given; else the amount itself if it is in USD; else the amount
 * at the rate of its day, of the nearest earlier day or of the nearest later day of the same month. Amounts at one rate are
 * summed before they are converted, so that the total does not depend on how the lines were split. One amount without a USD
 * value leaves the whole without a total.
 *
 * <p>The total is exact. Only where a rate had to be derived by division, the noise of its last digits is rounded away, at 20
 * decimals: CNY 7200 at the inverse of 7.2 are USD 1000 and not 1000.00000000000000000000000000008.
 */
final class UsdTotal {
    private static final class Bucket {
        private BigDecimal amount = BigDecimal.ZERO;
        private long count;

        private void add(BigDecimal more, long lines) {
            amount = amount.add(more);
            count += lines;
        }
    }

    /** What an amount is, with the day of its rate, or the first of the month without one. */
    private record Way(String what, CurrencyUnit currency, LocalDate day) implements Comparable<Way> {
        private static final Comparator<Way> ORDER =
                Comparator.comparing(Way::what).thenComparing(Way::currency).thenComparing(Way::day);

        @Override
        public int compareTo(Way other) {
            return ORDER.compare(this, other);
        }
    }

    private record At(CurrencyUnit currency, FxRate rate, Bucket bucket) {
        BigDecimal usd() {
            return bucket.amount.multiply(rate.rate());
        }
    }

    private record Kind(String what, CurrencyUnit currency) {}

    private record Missing(CurrencyUnit currency, YearMonth month, Bucket bucket) {}

    private static final int NOISE_DECIMALS = 20;

    private final FxRates rates;
    private final Map<String, Bucket> dollars = new TreeMap<>();
    private final Map<String, Bucket> stated = new TreeMap<>();
    private final Map<Way, At> converted = new TreeMap<>();
    private final Map<Way, Missing> missing = new TreeMap<>();
    /** Where amounts of a day are added: most days have many. */
    private final Map<Kind, Map<LocalDate, Bucket>> byDay = new HashMap<>();

    private boolean isExact = true;

    UsdTotal(FxRates rates) {
        this.rates = rates;
    }

    /**
     * Adds an amount.
     *
     * @param what  what it is, for the working
     * @param amount  the amount
     * @param currency  its currency
     * @param usdAmount  the same in USD where the row has it
     * @param day  the day whose rate is used
     * @param lines  how many lines it stands for
     */
    void add(
            String what,
            BigDecimal amount,
            CurrencyUnit currency,
            @Nullable BigDecimal usdAmount,
            LocalDate day,
            long lines) {
        if (usdAmount != null) {
            stated.computeIfAbsent(what, key -> new Bucket()).add(usdAmount, lines);
        } else if (currency.equals(CurrencyUnit.USD)) {
            dollars.computeIfAbsent(what, key -> new Bucket()).add(amount, lines);
        } else {
            bucket(byDay(what, currency), what, currency, day).add(amount, lines);
        }
    }

    void add(ChargePart part) {
        add(part.kind(), part);
    }

    void add(String what, ChargePart part) {
        AzureUsage line = part.charge().line();
        UsageSum sum = part.charge().sum();
        if (sum != null && !sum.days().isEmpty()) {
            Map<LocalDate, Bucket> buckets = byDay(what, line.currency());
            for (UsageMonth.Part day : sum.days()) {
                bucket(buckets, what, line.currency(), day.firstDay()).add(day.amount(), day.count());
            }
            return;
        }
        add(
                what,
                part.amount(),
                line.currency(),
                part.usdAmount(),
                line.date(),
                part.charge().count());
    }

    /** Adds a part of an amount, converted in the same proportion as the whole. */
    void addPartOf(
            String what,
            BigDecimal part,
            BigDecimal whole,
            CurrencyUnit currency,
            @Nullable BigDecimal usdWhole,
            LocalDate day) {
        if (usdWhole == null || whole.signum() == 0) {
            add(what, part, currency, part.signum() == 0 ? part : null, day, 1);
        } else {
            isExact = false;
            add(what, part, currency, part.multiply(usdWhole).divide(whole, MathContext.DECIMAL128), day, 1);
        }
    }

    private Map<LocalDate, Bucket> byDay(String what, CurrencyUnit currency) {
        return byDay.computeIfAbsent(new Kind(what, currency), kind -> new HashMap<>());
    }

    private Bucket bucket(Map<LocalDate, Bucket> buckets, String what, CurrencyUnit currency, LocalDate day) {
        Bucket bucket = buckets.get(day);
        if (bucket == null) {
            bucket = bucket(new Way(what, currency, day));
            buckets.put(day, bucket);
        }
        return bucket;
    }

    private Bucket bucket(Way way) {
        CurrencyUnit currency = way.currency();
        Optional<FxRate> rate = rates.rate(currency, CurrencyUnit.USD, way.day());
        if (rate.isPresent()) {
            FxRate found = rate.get();
            isExact &= found.isExact();
            return converted
                    .computeIfAbsent(
                            new Way(way.what(), currency, found.date()), key -> new At(currency, found, new Bucket()))
                    .bucket();
        }
        YearMonth month = YearMonth.from(way.day());
        return missing.computeIfAbsent(
                        new Way(way.what(), currency, month.atDay(1)),
                        key -> new Missing(currency, month, new Bucket()))
                .bucket();
    }

    /** Returns the total, or empty if an amount has no USD value; then {@link #problem} says which. */
    Optional<BigDecimal> total() {
        if (!missing.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal total = BigDecimal.ZERO;
        for (Bucket bucket : dollars.values()) {
            total = total.add(bucket.amount);
        }
        for (Bucket bucket : stated.values()) {
            total = total.add(bucket.amount);
        }
        for (At at : converted.values()) {
            total = total.add(at.usd());
        }
        return Optional.of(withoutNoise(total));
    }

    private BigDecimal withoutNoise(BigDecimal amount) {
        return isExact ? amount : amount.setScale(NOISE_DECIMALS, RoundingMode.HALF_UP);
    }

    /** Says which amounts have no USD value, and what would resolve it; empty when all have one. */
    String problem() {
        List<String> problems = new ArrayList<>();
        missing.forEach(
                (way, gap) -> problems.add(Amounts.named(gap.bucket().amount, gap.currency()) + " (" + way.what() + ", "
                        + Amounts.lines(gap.bucket().count) + ") has no USD value, because `rates` has no rate "
                        + gap.currency() + " to USD of " + gap.month()
                        + ": add one, or deliver the USD amount"));
        return String.join("; ", problems);
    }

    /** Says how the total came about: one step for each way of conversion. */
    List<WorkingStep> steps() {
        List<WorkingStep> steps = new ArrayList<>();
        dollars.forEach(
                (what, bucket) -> steps.add(usd(what + " in USD, " + Amounts.lines(bucket.count), bucket.amount)));
        stated.forEach((what, bucket) -> steps.add(
                usd(what + " with a USD amount of their own, " + Amounts.lines(bucket.count), bucket.amount)));
        converted.forEach((way, at) -> {
            FxRate rate = at.rate();
            String source = rate.source().isEmpty() ? "no source given" : rate.source();
            String how = way.what() + ", " + Amounts.lines(at.bucket().count) + ": "
                    + Amounts.named(at.bucket().amount, at.currency()) + " x " + Amounts.plain(rate.rate())
                    + " (rate of " + rate.date() + ", " + source + ")";
            steps.add(usd(how, withoutNoise(at.usd())));
        });
        missing.forEach((way, gap) -> steps.add(new WorkingStep(
                way.what() + " without a USD value, " + Amounts.lines(gap.bucket().count),
                Amounts.text(gap.bucket().amount, gap.currency()),
                gap.currency().getCode())));
        return steps;
    }

    private static WorkingStep usd(String what, BigDecimal amount) {
        return new WorkingStep(what, Amounts.text(amount, CurrencyUnit.USD), "USD");
    }
}
