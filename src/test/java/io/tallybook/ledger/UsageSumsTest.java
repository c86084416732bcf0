package io.tallybook.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.ledger.AzureUsage.ChargeType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class UsageSumsTest {
    private static final LocalDate AS_OF = LocalDate.of(2026, 4, 15);

    private static AzureUsage line(
            String day, String amount, CurrencyUnit currency, @Nullable String usd, @Nullable ChargeType type) {
        return new AzureUsage(
                "unique " + day + amount,
                LocalDate.parse(day),
                new BigDecimal(amount),
                currency,
                usd == null ? null : new BigDecimal(usd),
                "S1",
                "A1",
                "B1",
                "",
                null,
                null,
                null,
                type,
                null,
                null,
                YesNo.UNKNOWN,
                null,
                null,
                null,
                "Virtual Machines",
                "vm-" + day,
                "meter-" + day,
                "",
                "",
                "",
                YesNo.UNKNOWN);
    }

    private static AzureUsage usd(String day, String amount) {
        return line(day, amount, CurrencyUnit.USD, null, null);
    }

    @Test
    void linesOfAMonthBecomeOneSumWithCountRowsAndFirstDay() {
        UsageSums sums = UsageSums.upTo(AS_OF);
        sums.add(usd("2026-03-20", "0.1"), "usage.csv", "usage", 9);
        sums.add(usd("2026-03-04", "0.25"), "usage.csv", "usage", 3);
        sums.add(usd("2026-03-31", "-0.05"), "usage.csv", "usage", 4);

        assertThat(sums.sums()).hasSize(1);
        UsageSum sum = sums.sums().get(0);
        assertThat(sum.line().amount()).isEqualTo("0.3");
        assertThat(sum.line().date()).isEqualTo(LocalDate.of(2026, 3, 4));
        assertThat(sum.line().line()).isEmpty();
        assertThat(sum.line().resource()).isEmpty();
        assertThat(sum.count()).isEqualTo(3);
        assertThat(sum.firstRow()).isEqualTo(3);
        assertThat(sum.lastRow()).isEqualTo(9);
    }

    @Test
    void daysAreKeptApartOnlyWhereTheirRateIsNeeded() {
        UsageSums sums = UsageSums.upTo(AS_OF);
        for (String day : List.of("2026-03-04", "2026-03-05")) {
            sums.add(line(day, "1", CurrencyUnit.EUR, null, null), "f", "s", 2);
            sums.add(line(day, "1", CurrencyUnit.EUR, "1.1", null), "f", "s", 3);
            sums.add(usd(day, "1"), "f", "s", 4);
        }
        assertThat(sums.sums())
                .extracting(sum -> sum.line().currency() + " " + sum.line().usdAmount() + " "
                        + sum.line().date().getDayOfMonth() + " x" + sum.count() + " of "
                        + sum.days().size())
                .containsExactlyInAnyOrder("EUR null 4 x2 of 2", "EUR 2.2 4 x2 of 0", "USD null 4 x2 of 0");
    }

    @Test
    void daysOfAMonthAreOneSumOfWhichThoseUpToADayCanBeTaken() {
        UsageSums sums = UsageSums.upTo(AS_OF);
        sums.add(line("2026-04-16", "4", CurrencyUnit.EUR, null, null), "f", "s", 9);
        sums.add(line("2026-04-15", "2.5", CurrencyUnit.EUR, null, null), "f", "s", 7);
        sums.add(line("2026-04-02", "1", CurrencyUnit.EUR, null, null), "f", "s", 8);
        assertThat(sums.sums()).hasSize(1);
        UsageSum month = sums.sums().get(0);
        assertThat(month.line().amount()).isEqualByComparingTo("7.5");
        assertThat(month.upTo(LocalDate.of(2026, 4, 16))).containsSame(month);
        assertThat(month.upTo(LocalDate.of(2026, 4, 1))).isEmpty();
        UsageSum some = month.upTo(AS_OF).orElseThrow();
        assertThat(some.line().amount()).isEqualByComparingTo("3.5");
        assertThat(some.line().date()).isEqualTo("2026-04-02");
        assertThat(some.count()).isEqualTo(2);
        assertThat(some.firstRow()).isEqualTo(7);
        assertThat(some.lastRow()).isEqualTo(8);
        assertThat(some.days()).extracting(UsageMonth.Part::firstDay).doesNotContain(LocalDate.of(2026, 4, 16));
    }

    @Test
    void daysOfPurchasesAndOfModelsStayApart() {
        UsageSums sums = UsageSums.upTo(AS_OF);
        for (String day : List.of("2026-03-04", "2026-03-05")) {
            sums.add(line(day, "1", CurrencyUnit.EUR, null, ChargeType.PURCHASE), "f", "s", 2);
        }
        assertThat(sums.sums())
                .extracting(sum -> sum.line().date().getDayOfMonth())
                .containsExactly(4, 5);
    }

    @Test
    void linesAfterTheAsOfDateAreKeptApart() {
        UsageSums sums = UsageSums.upTo(AS_OF);
        sums.add(usd("2026-04-15", "1"), "f", "s", 2);
        sums.add(usd("2026-04-16", "2"), "f", "s", 3);
        assertThat(sums.sums())
                .extracting(sum -> sum.line().amount().toString())
                .containsExactly("1", "2");
    }

    @Test
    void purchasesKeepTheirOwnAmounts() {
        UsageSums sums = UsageSums.upTo(AS_OF);
        sums.add(line("2026-03-01", "100", CurrencyUnit.USD, null, ChargeType.PURCHASE), "f", "s", 2);
        sums.add(line("2026-03-02", "100.00", CurrencyUnit.USD, null, ChargeType.PURCHASE), "f", "s", 3);
        sums.add(line("2026-03-03", "50", CurrencyUnit.USD, null, ChargeType.PURCHASE), "f", "s", 4);
        assertThat(sums.sums())
                .extracting(sum -> sum.line().amount() + " x" + sum.count())
                .containsExactly("50 x1", "200 x2");
    }

    @Test
    void sheetsAreKeptApart() {
        UsageSums sums = UsageSums.upTo(AS_OF);
        sums.add(usd("2026-03-01", "1"), "f", "b", 2);
        sums.add(usd("2026-03-01", "1"), "f", "a", 2);
        assertThat(sums.sums()).extracting(UsageSum::sheet).containsExactly("a", "b");
    }

    @Test
    void theOrderDoesNotMatter() {
        List<AzureUsage> lines = new ArrayList<>();
        Random random = new Random(7);
        for (int i = 0; i < 500; i++) {
            String day = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(110)).toString();
            ChargeType type = List.of(ChargeType.values()).get(random.nextInt(ChargeType.values().length));
            CurrencyUnit currency = random.nextBoolean() ? CurrencyUnit.USD : CurrencyUnit.EUR;
            lines.add(line(day, random.nextInt(50) + "." + random.nextInt(9), currency, null, type));
        }
        UsageSums all = UsageSums.upTo(AS_OF);
        lines.forEach(line -> all.add(line, "f", "s", 2));
        Collections.shuffle(lines, random);
        UsageSums shuffled = UsageSums.upTo(AS_OF);
        lines.forEach(line -> shuffled.add(line, "f", "s", 2));
        assertThat(shuffled.sums()).containsExactlyElementsOf(all.sums());
        assertThat(all.sums().stream().mapToLong(UsageSum::count).sum()).isEqualTo(500);
    }

    private static UsageMonth month(AzureUsage... lines) {
        UsageSums sums = UsageSums.upTo(AS_OF);
        List.of(lines).forEach(line -> sums.add(line, "f", "s", 2));
        List<UsageMonth> months = sums.take();
        assertThat(months).hasSize(1);
        return months.get(0);
    }

    private static long sharedLines(UsageMonth one, UsageMonth other) {
        long shared = UsageMonth.sharedLines(one.written(), other.written());
        assertThat(UsageMonth.sharedLines(other.written(), one.written())).isEqualTo(shared);
        return shared;
    }

    @Test
    void theDaysOfAnEarlierExportAreKnownAgainWhereMonthsAreSummed() {
        UsageMonth earlier =
                month(usd("2026-03-01", "1.10"), usd("2026-03-01", "-0.000000000000000001"), usd("2026-03-02", "5"));
        UsageMonth later = month(
                usd("2026-03-03", "7"),
                usd("2026-03-02", "5.0000000000000000000"),
                usd("2026-03-01", "-0.00000000000000000100"),
                usd("2026-03-01", "1.1"));
        assertThat(sharedLines(earlier, later)).isEqualTo(3);
    }

    @Test
    void aDayThatWasRestatedIsNotKnownAgain() {
        UsageMonth earlier = month(usd("2026-03-01", "1"), usd("2026-03-02", "5"));
        assertThat(sharedLines(earlier, month(usd("2026-03-01", "1"), usd("2026-03-02", "5.01"))))
                .isEqualTo(1);
        // The same sum of the month, of the same number of lines.
        assertThat(sharedLines(earlier, month(usd("2026-03-01", "5"), usd("2026-03-02", "1"))))
                .isZero();
        // The same sum of a day, of more lines.
        assertThat(sharedLines(
                        earlier, month(usd("2026-03-01", "0.5"), usd("2026-03-01", "0.5"), usd("2026-03-02", "5"))))
                .isEqualTo(1);
    }

    @Test
    void theSameAmountInUsdIsPartOfADay() {
        UsageMonth one = month(
                line("2026-03-01", "1", CurrencyUnit.EUR, "1.1", null),
                line("2026-03-02", "2", CurrencyUnit.EUR, "2.2", null));
        UsageMonth other = month(
                line("2026-03-01", "1", CurrencyUnit.EUR, "1.2", null),
                line("2026-03-02", "2", CurrencyUnit.EUR, "2.20", null));
        assertThat(sharedLines(one, other)).isEqualTo(1);
    }

    @Test
    void daysThatAreSummedApartAreComparedByTheirSums() {
        UsageMonth one = month(
                line("2026-03-01", "1", CurrencyUnit.EUR, null, null),
                line("2026-03-02", "2", CurrencyUnit.EUR, null, null));
        UsageMonth other = month(
                line("2026-03-01", "1.00", CurrencyUnit.EUR, null, null),
                line("2026-03-02", "3", CurrencyUnit.EUR, null, null));
        assertThat(sharedLines(one, other)).isEqualTo(1);
    }
}
