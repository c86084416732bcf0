package io.tallybook.money;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;

/**
 * Dated exchange rates.
 *
 * <p>The rate of a day is that of the day itself, else of the nearest earlier day, else of the nearest later day, all
 * within the day's calendar month; a month without any rate has none. On each day a direct rate comes before the inverse
 * of one, and that before a cross rate over one common currency.
 */
public final class FxRates {
    private static final MathContext DERIVED = new MathContext(FxRate.DERIVED_DIGITS, RoundingMode.HALF_UP);

    private final NavigableMap<LocalDate, Map<CurrencyUnit, Map<CurrencyUnit, FxRate>>> days = new TreeMap<>();

    private FxRates() {}

    /** Files the rates; of several for one day and pair the first is used. */
    public static FxRates of(Collection<FxRate> rates) {
        FxRates filed = new FxRates();
        for (FxRate rate : rates) {
            filed.days
                    .computeIfAbsent(rate.date(), day -> new HashMap<>())
                    .computeIfAbsent(rate.from(), from -> new TreeMap<>())
                    .putIfAbsent(rate.to(), rate);
        }
        return filed;
    }

    /** Returns the rate to use for an amount of that day, with the day it really is of; empty when the month has none. */
    public Optional<FxRate> rate(CurrencyUnit from, CurrencyUnit to, LocalDate day) {
        if (from.equals(to)) {
            return Optional.of(new FxRate(day, from, to, BigDecimal.ONE, "same currency"));
        }
        YearMonth month = YearMonth.from(day);
        var upToDay = days.subMap(month.atDay(1), true, day, true).descendingMap();
        var afterDay = days.subMap(day, false, month.atEndOfMonth(), true);
        return firstOf(upToDay, from, to).or(() -> firstOf(afterDay, from, to));
    }

    private static Optional<FxRate> firstOf(
            NavigableMap<LocalDate, Map<CurrencyUnit, Map<CurrencyUnit, FxRate>>> days,
            CurrencyUnit from,
            CurrencyUnit to) {
        return days.entrySet().stream()
                .map(day -> onDay(day.getKey(), day.getValue(), from, to))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<FxRate> onDay(
            LocalDate day, Map<CurrencyUnit, Map<CurrencyUnit, FxRate>> rates, CurrencyUnit from, CurrencyUnit to) {
        return oneStep(rates, from, to).or(() -> cross(day, rates, from, to));
    }

    /** The direct rate, or the inverse of one. */
    private static Optional<FxRate> oneStep(
            Map<CurrencyUnit, Map<CurrencyUnit, FxRate>> rates, CurrencyUnit from, CurrencyUnit to) {
        FxRate direct = rates.getOrDefault(from, Map.of()).get(to);
        if (direct != null) {
            return Optional.of(direct);
        }
        return Optional.ofNullable(rates.getOrDefault(to, Map.of()).get(from))
                .map(rate -> new FxRate(
                        rate.date(),
                        from,
                        to,
                        BigDecimal.ONE.divide(rate.rate(), DERIVED),
                        ("inverse of " + to + "/" + from + " " + rate.rate().toPlainString() + " " + rate.source())
                                .strip()));
    }

    private static Optional<FxRate> cross(
            LocalDate day, Map<CurrencyUnit, Map<CurrencyUnit, FxRate>> rates, CurrencyUnit from, CurrencyUnit to) {
        // The common currencies in alphabetical order, so that the choice does not depend on how the rates were filed.
        TreeMap<CurrencyUnit, Boolean> common = new TreeMap<>();
        rates.forEach((base, quotes) -> {
            common.put(base, true);
            quotes.keySet().forEach(quote -> common.put(quote, true));
        });
        for (CurrencyUnit over : common.keySet()) {
            if (over.equals(from) || over.equals(to)) {
                continue;
            }
            // Two rates that are quoted against the common currency give the cross rate with one division.
            FxRate toFrom = rates.getOrDefault(over, Map.of()).get(from);
            FxRate toTo = rates.getOrDefault(over, Map.of()).get(to);
            if (toFrom != null && toTo != null) {
                return Optional.of(crossed(day, from, to, over, toTo.rate().divide(toFrom.rate(), DERIVED), toTo));
            }
            Optional<FxRate> first = oneStep(rates, from, over);
            Optional<FxRate> second = oneStep(rates, over, to);
            if (first.isPresent() && second.isPresent()) {
                BigDecimal rate = first.get().rate().multiply(second.get().rate(), DERIVED);
                return Optional.of(crossed(day, from, to, over, rate, second.get()));
            }
        }
        return Optional.empty();
    }

    private static FxRate crossed(
            LocalDate day, CurrencyUnit from, CurrencyUnit to, CurrencyUnit over, BigDecimal rate, FxRate one) {
        return new FxRate(day, from, to, rate, ("cross rate over " + over + " " + one.source()).strip());
    }
}
