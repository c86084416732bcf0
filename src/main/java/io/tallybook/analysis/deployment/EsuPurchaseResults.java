package io.tallybook.analysis.deployment;

import io.tallybook.analysis.Sources;
import io.tallybook.ledger.Entry;
import io.tallybook.ledger.License;
import io.tallybook.ledger.License.Metric;
import io.tallybook.ledger.YesNo;
import io.tallybook.result.Figure;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Says of Extended Security Updates whether they could be bought as they were (SA-ESU-01, -03, -05, -07). */
final class EsuPurchaseResults {
    private final Estate estate;
    private final DeploymentResults results;
    private final List<UpdateRow> rows;

    EsuPurchaseResults(Estate estate, DeploymentResults results) {
        this.estate = estate;
        this.results = results;
        rows = UpdateRow.of(estate);
    }

    void write() {
        for (UpdateRow row : rows) {
            if (row.isOfServer()) {
                eligible(row);
                remaining(row);
            }
            metric(row);
        }
        precedingYears();
    }

    /** SA of the position on a day, not known where the position is not. */
    private YesNo sa(UpdateRow row, LocalDate day) {
        Entry<License> license = row.license();
        return license == null ? YesNo.UNKNOWN : estate.rights().saForUpdates(license.record(), day);
    }

    private String saText(UpdateRow row, LocalDate day) {
        Entry<License> license = row.license();
        if (license == null) {
            return row.noLicense();
        }
        License position = license.record();
        return switch (estate.rights().isEquivalent(position)) {
            case YES -> estate.rights().saText(position, day);
            case NO -> position.license() + " is a subscription that is not equivalent to a license with SA";
            case UNKNOWN ->
                "whether the subscription " + position.license()
                        + " is equivalent to a license with SA is not known; sa_equivalent settles it";
        };
    }

    private void eligible(UpdateRow row) {
        LocalDate day = row.ordered();
        String text = saText(row, day);
        results.find(
                "SA-ESU-01",
                row.subject(),
                new Grounds()
                        .from(row.entry(), row.license())
                        .require(sa(row, day), text + ", the order date", text)
                        .orPass(text + ", the order date."));
    }

    private void metric(UpdateRow row) {
        Entry<License> license = row.license();
        if (license == null || row.record().quantity().signum() == 0) {
            return;
        }
        Metric metric = license.record().metric();
        Grounds grounds = new Grounds().from(row.entry(), license);
        if (AccessLicenses.isAccess(metric)) {
            grounds.fail("there are no Extended Security Updates for metric " + metric + " of "
                    + row.record().license());
        } else if (metric != Metric.CORE && metric != Metric.SERVER && metric != Metric.PROCESSOR) {
            return;
        }
        results.find("SA-ESU-03", row.subject(), grounds.orPass("It covers licenses with metric " + metric + "."));
    }

    private void remaining(UpdateRow row) {
        LocalDate start = row.record().start();
        LocalDate needed = start.plusMonths(estate.rules().updateSaMonths()).minusDays(1);
        results.add(results.figure("esu.sa-needed-until", row.subject())
                .known(needed.toString())
                .work("start of the coverage year", start.toString(), "date")
                .work(
                        "months of SA that have to remain",
                        Integer.toString(estate.rules().updateSaMonths()),
                        "months")
                .sources(Sources.of(row.entry())));
        Entry<License> license = row.license();
        LocalDate end = license == null ? null : license.record().saEnd();
        YesNo enough = end == null ? YesNo.UNKNOWN : YesNo.of(!end.isBefore(needed));
        String text = saText(row, start);
        String unknownEnd = license == null
                ? row.noLicense()
                : "the end of SA of " + license.record().license() + " is not known; sa_end settles it";
        results.find(
                "SA-ESU-07",
                row.subject(),
                new Grounds()
                        .from(row.entry(), license)
                        .require(sa(row, start), text, text)
                        .require(
                                enough,
                                "SA ends on " + end + ", before " + needed + ", one month from the start " + start,
                                unknownEnd)
                        .orPass("SA ends on " + end + ", not before " + needed + "."));
        results.add(days(row, start, end, unknownEnd));
    }

    private Figure.Builder days(UpdateRow row, LocalDate start, @Nullable LocalDate end, String unknownEnd) {
        Entry<License> license = row.license();
        Figure.Builder figure =
                results.figure("esu.sa-days-remaining", row.subject()).sources(Sources.of(row.entry()));
        if (license == null) {
            return figure.unknown(row.noLicense() + ".");
        }
        YesNo equivalent = estate.rights().isEquivalent(license.record());
        if (estate.rights().isWithoutSa(license.record()) || equivalent.isNo()) {
            return figure.known(0).work(saText(row, start), "0", "days");
        }
        if (end == null || !equivalent.isKnown()) {
            return figure.unknown((end == null ? unknownEnd : saText(row, start)) + ".");
        }
        long days = Math.max(0, ChronoUnit.DAYS.between(start, end) + 1);
        return figure.known(days)
                .work("start of the coverage year", start.toString(), "date")
                .work("end of SA", end.toString(), "date")
                .work("days, both counted", Long.toString(days), "days");
    }

    private void precedingYears() {
        Map<String, List<UpdateRow>> byServer = new LinkedHashMap<>();
        for (UpdateRow row : rows) {
            if (!row.isOnAccessLicense()) {
                byServer.computeIfAbsent(row.record().server(), id -> new ArrayList<>())
                        .add(row);
            }
        }
        byServer.forEach((server, mine) -> {
            Grounds grounds = new Grounds();
            boolean later = false;
            for (int year = 2; year <= 3; year++) {
                int wanted = year;
                if (mine.stream().anyMatch(row -> row.record().year() == wanted)) {
                    later = true;
                    precedingYear(server, year, mine, grounds);
                }
            }
            if (later) {
                results.find(
                        "SA-ESU-05",
                        "server:" + server,
                        grounds.from(mine.stream().map(UpdateRow::entry).toList())
                                .orPass("For every year the year before was ordered in full, not later."));
            }
        });
    }

    private void precedingYear(String server, int year, List<UpdateRow> mine, Grounds grounds) {
        Map<String, List<UpdateRow>> byProduct = new TreeMap<>();
        mine.stream()
                .filter(row -> row.record().year() == year || row.record().year() == year - 1)
                .forEach(row -> byProduct
                        .computeIfAbsent(row.product().kind(), kind -> new ArrayList<>())
                        .add(row));
        Figure.Builder figure = results.figure("esu.preceding-year-missing", "server:" + server + "/year:" + year);
        BigDecimal sum = BigDecimal.ZERO;
        List<UpdateRow> counted = new ArrayList<>();
        for (List<UpdateRow> rowsOfProduct : byProduct.values()) {
            BigDecimal missing = missing(rowsOfProduct, year);
            sum = sum.add(missing);
            counted.addAll(rowsOfProduct);
            figure.work(
                    rowsOfProduct.get(0).record().product() + ": most that year " + year + " exceeded year "
                            + (year - 1) + " by on an order date",
                    AccessLicenses.plain(missing),
                    "licenses");
        }
        if (sum.signum() > 0) {
            grounds.fail(AccessLicenses.plain(sum) + " licenses of year " + year + " were ordered without year "
                    + (year - 1));
        }
        results.add(figure.known(AccessLicenses.plain(sum))
                .sources(Sources.of(counted.stream().map(UpdateRow::entry).toList())));
    }

    /** By how much the orders of a year were ever ahead of those of the year before, on an order date of the year. */
    private static BigDecimal missing(List<UpdateRow> rows, int year) {
        TreeMap<LocalDate, BigDecimal> ahead = new TreeMap<>();
        TreeSet<LocalDate> orderDates = new TreeSet<>();
        for (UpdateRow row : rows) {
            boolean ofYear = row.record().year() == year;
            BigDecimal quantity = row.record().quantity();
            ahead.merge(row.ordered(), ofYear ? quantity : quantity.negate(), BigDecimal::add);
            if (ofYear) {
                orderDates.add(row.ordered());
            }
        }
        BigDecimal most = BigDecimal.ZERO;
        BigDecimal sum = BigDecimal.ZERO;
        for (Map.Entry<LocalDate, BigDecimal> day : ahead.entrySet()) {
            sum = sum.add(day.getValue());
            if (orderDates.contains(day.getKey())) {
                most = most.max(sum);
            }
        }
        return most;
    }
}
