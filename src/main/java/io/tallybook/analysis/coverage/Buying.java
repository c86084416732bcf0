package io.tallybook.analysis.coverage;

import io.tallybook.analysis.Numbers;
import io.tallybook.analysis.Sources;
import io.tallybook.analysis.Verdict;
import io.tallybook.analysis.coverage.CoverageRules.Window;
import io.tallybook.analysis.coverage.Line.Kind;
import io.tallybook.ledger.Agreement.Payment;
import io.tallybook.ledger.Agreement.Program;
import io.tallybook.ledger.Purchase;
import io.tallybook.ledger.Purchase.Offering;
import io.tallybook.result.FindingStatus;
import io.tallybook.terms.ProductKey;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** When SA may be bought: with the License, on renewal, or by one of the exceptions (SA-PUR-05 to -25). */
final class Buying {
    private final Facts facts;
    private final CoverageRules rules;
    private final CoverageResults out;
    private final Reattaching reattaching;
    private final Migration migration;
    private final Map<String, Map<ProductKey, Bought>> bought = new HashMap<>();

    Buying(Facts facts, CoverageResults out, Reattaching reattaching, Migration migration) {
        this.facts = facts;
        this.rules = facts.rules();
        this.out = out;
        this.reattaching = reattaching;
        this.migration = migration;
    }

    /** The licenses of a product in an agreement, and the new SA that is bought with them. */
    private static final class Bought {
        private final Map<String, List<Line>> byOrder = new HashMap<>();
        private final NavigableMap<LocalDate, List<Line>> byDay = new TreeMap<>();

        private void add(Line line) {
            byOrder.computeIfAbsent(line.row().order(), key -> new ArrayList<>())
                    .add(line);
            byDay.computeIfAbsent(line.ordered(), key -> new ArrayList<>()).add(line);
        }

        private List<Line> inOrder(String order) {
            return byOrder.getOrDefault(order, List.of());
        }

        private List<Line> within(int days, LocalDate day) {
            List<Line> lines = new ArrayList<>();
            byDay.subMap(day.minusDays(days), true, day.plusDays(days), true)
                    .values()
                    .forEach(lines::addAll);
            return lines;
        }
    }

    private static boolean isLicense(Line line) {
        return line.offers(Offering.L) && line.isPositive();
    }

    private static boolean isSaWithLicense(Line line) {
        return line.is(Kind.NEW) && line.offers(Offering.SA) && !line.isTransfer() && !line.isOemOrRetail();
    }

    private Bought bought(Line line) {
        return bought.computeIfAbsent(line.agreement().agreement(), key -> new HashMap<>())
                .computeIfAbsent(line.name().full(), key -> new Bought());
    }

    void write() {
        for (Line line : facts.lines()) {
            if (isLicense(line) || isSaWithLicense(line)) {
                bought(line).add(line);
            }
        }
        for (Line line : facts.lines()) {
            switch (line.kind()) {
                case NEW -> writeNew(line);
                case RENEWAL ->
                    out.find(
                            "SA-PUR-05",
                            line.subject(),
                            Verdict.pass("It renews SA; its time is judged by the clauses on renewal.")
                                    .from(line.sources()));
                case REATTACH -> writeParts(line, reattaching.verdicts(line));
                case MIGRATION -> writeParts(line, migration.verdicts(line));
                case OTHER -> {}
            }
        }
    }

    /** Writes the verdicts on a line, and what they make of SA-PUR-05 together. */
    private void writeParts(Line line, Map<String, Verdict> parts) {
        Map<String, Verdict> written = new LinkedHashMap<>();
        parts.forEach((clause, verdict) -> written.put(clause, out.find(clause, line.subject(), verdict)));
        out.find("SA-PUR-05", line.subject(), Verdict.worst(written));
    }

    private void writeNew(Line line) {
        OemRetail oemRetail = new OemRetail(line, rules);
        if (!oemRetail.isListedOffice() && !oemRetail.isDatedSqlServer()) {
            out.find("SA-PUR-06", line.subject(), latestVersion(line).from(line.sources()));
        }
        if (line.isTransfer()) {
            writeDeadline(
                    line,
                    "TRANSFER",
                    lastDayAfterTransfer(line),
                    "The day of the transfer is not known (transferred_on).");
            writeParts(line, transfer(line));
        } else if (line.isOemOrRetail()) {
            writeDeadline(line, "OEM_FPP", oemRetail.lastDay(), "The purchase date is not known (license_purchased).");
            writeParts(line, oemRetail.verdicts());
        } else {
            out.find("SA-PUR-05", line.subject(), withLicense(line));
        }
    }

    private void writeDeadline(Line line, String dimension, Optional<LocalDate> last, String missing) {
        out.add(
                out.figure("sa-order.deadline", line.subject())
                        .dimension(dimension)
                        .work("ordered on", line.ordered().toString(), "date")
                        .sources(line.sources()),
                last,
                missing);
    }

    private Verdict withLicense(Line line) {
        if (line.offers(Offering.L_SA)) {
            return Verdict.pass("License and SA were bought in one.").from(line.sources());
        }
        Purchase row = line.row();
        if (!row.order().isBlank()) {
            Verdict byOrder =
                    withLicense(line, "the order " + row.order(), bought(line).inOrder(row.order()));
            if (byOrder.is(FindingStatus.PASS)) {
                return byOrder;
            }
        }
        int days = rules.settings().withLicenseDays();
        return withLicense(
                line,
                days == 0 ? "orders of " + line.ordered() : "orders within " + days + " days of " + line.ordered(),
                bought(line).within(days, line.ordered()));
    }

    /** Do the licenses of an order, or of a day, reach the SA of it? */
    private static Verdict withLicense(Line line, String named, List<Line> together) {
        List<Line> rows = new ArrayList<>(List.of(line));
        BigDecimal licenses = BigDecimal.ZERO;
        BigDecimal sa = BigDecimal.ZERO;
        for (Line other : together) {
            if (isLicense(other)) {
                licenses = licenses.add(other.quantity());
                rows.add(other);
            } else {
                sa = sa.add(other.quantity());
            }
        }
        String numbers = "In " + named + " there is SA for " + Numbers.plain(sa) + " and there are "
                + Numbers.plain(licenses) + " licenses of " + line.name().shown();
        Verdict verdict = licenses.compareTo(sa) >= 0
                ? Verdict.pass(numbers + ".")
                : Verdict.fail(numbers + "; SA is bought with the License or on renewal.");
        return verdict.from(Sources.of(rows, row -> row.entry().origin()));
    }

    private Verdict latestVersion(Line line) {
        switch (line.row().latestVersion()) {
            case YES -> {
                return Verdict.pass("The order line states that it was the latest version.");
            }
            case NO -> {
                return Verdict.fail("The order line states that it was not the latest version.");
            }
            case UNKNOWN -> {}
        }
        String version = line.version();
        if (version.isEmpty()) {
            return Verdict.undetermined("The version of " + line.name().shown() + " is not known.");
        }
        SortedMap<String, LocalDate> releases = rules.calendar().of(line.name());
        if (!releases.containsKey(version)) {
            return Verdict.undetermined(
                    "`product_releases` does not know " + line.name().shown() + " " + version + ".");
        }
        Optional<LocalDate> latest = rules.calendar().newest(line.name(), day -> !day.isAfter(line.ordered()));
        LocalDate released = releases.get(version);
        boolean isLatest = latest.filter(day -> day.equals(released)).isPresent();
        String order =
                line.name().shown() + " " + version + " came out on " + released + "; ordered on " + line.ordered();
        return isLatest
                ? Verdict.pass(order + ", when it was the latest version.")
                : Verdict.fail(order + ", when "
                        + latest.map(day -> "the version of " + day + " was the latest.")
                                .orElse("it was not out yet."));
    }

    private Optional<LocalDate> lastDayAfterTransfer(Line line) {
        return line.transferred().map(day -> rules.last(Window.TRANSFER, day));
    }

    private Map<String, Verdict> transfer(Line line) {
        Map<String, Verdict> found = new LinkedHashMap<>();
        found.put(
                "SA-PUR-07",
                Deadlines.within(line.ordered(), "the transfer", line.transferred(), lastDayAfterTransfer(line)));
        found.put("SA-PUR-08", transferorCoverage(line));
        found.put("SA-PUR-09", perpetual(line));
        found.replaceAll((clause, verdict) -> verdict.from(line.sources()));
        return found;
    }

    private static Verdict transferorCoverage(Line line) {
        if (line.row().transferorSaGap().isYes()) {
            return Verdict.fail("The transferor's SA had a gap before the transfer.");
        }
        if (line.transferred().isEmpty()) {
            return Verdict.undetermined("The day of the transfer is not known (transferred_on).");
        }
        LocalDate transferred = line.transferred().get();
        LocalDate end = line.row().transferorSaEnd();
        if (end == null) {
            return Verdict.attest("The transferor kept SA active up to the transfer on " + transferred + ".");
        }
        String ran = "The transferor's SA ran to " + end + ", the transfer was on " + transferred + ".";
        if (end.isBefore(transferred.minusDays(1))) {
            return Verdict.fail(ran);
        }
        return Verdict.pass(end.isBefore(transferred) ? ran + " It ended just the day before." : ran);
    }

    private static Verdict perpetual(Line line) {
        switch (line.perpetual()) {
            case YES -> {
                return Verdict.pass("The license is perpetual.");
            }
            case NO -> {
                return Verdict.fail("The license is not perpetual; SA cannot be added to it after a transfer.");
            }
            case UNKNOWN -> {}
        }
        return line.isUnder(Program.EA) && line.agreement().payment() == Payment.SPREAD
                ? Verdict.attest(
                        "The licenses are fully paid, and so perpetual (Enterprise Agreement with spread payment).")
                : Verdict.undetermined("Whether the license is perpetual is not known (perpetual).");
    }
}
