package io.tallybook.sample;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Euro rates in the form in which the European Central Bank publishes them: a row a working day, newest first, N/A for what
 * is not quoted, and an empty column at the end. The numbers are invented.
 */
final class SampleRates {
    private static final LocalDate FIRST = LocalDate.of(2026, 6, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 10, 30);

    /** From this day of a month on one EUR is USD 1.25: amounts that come to a round sum in USD then have few decimals. */
    private static final int BALANCED_FROM = 26;

    private final TreeMap<LocalDate, List<String>> days = new TreeMap<>();

    SampleRates() {
        Random random = new Random(20_261_031);
        double jpy = 171.35;
        double gbp = 0.8634;
        double chf = 0.9371;
        for (LocalDate day = FIRST; !day.isAfter(LAST); day = day.plusDays(1)) {
            double usd = 1.2500 + (random.nextInt(241) - 120) / 10_000.0;
            if (day.getDayOfMonth() >= BALANCED_FROM) {
                usd = 1.2500;
            }
            jpy += (random.nextInt(101) - 50) / 100.0;
            gbp += (random.nextInt(31) - 15) / 10_000.0;
            chf += (random.nextInt(31) - 15) / 10_000.0;
            if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
                days.put(day, List.of(text(usd, 4), text(jpy, 2), "N/A", text(gbp, 5), text(chf, 4)));
            }
        }
    }

    private static String text(double rate, int decimals) {
        return BigDecimal.valueOf(rate).setScale(decimals, RoundingMode.HALF_UP).toPlainString();
    }

    /** USD for one EUR on a day, or on the last working day before it; the month's first days take the next one. */
    BigDecimal usd(LocalDate day) {
        Map.Entry<LocalDate, List<String>> at = days.floorEntry(day);
        if (at == null || at.getKey().getMonthValue() != day.getMonthValue()) {
            at = days.ceilingEntry(day);
        }
        if (at == null) {
            throw new IllegalArgumentException("No rate for " + day);
        }
        return new BigDecimal(at.getValue().get(0));
    }

    String csv() {
        StringBuilder csv = new StringBuilder("Date,USD,JPY,BGN,GBP,CHF,\n");
        List<LocalDate> newestFirst = new ArrayList<>(days.keySet());
        Collections.reverse(newestFirst);
        newestFirst.forEach(day -> csv.append(day)
                .append(',')
                .append(String.join(",", days.getOrDefault(day, List.of())))
                .append(",\n"));
        return csv.toString();
    }
}
