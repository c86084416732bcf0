package io.tallybook.analysis.coverage;

import io.tallybook.analysis.Numbers;
import io.tallybook.analysis.Sources;
import io.tallybook.analysis.Verdict;
import io.tallybook.analysis.coverage.CoverageRules.Window;
import io.tallybook.analysis.coverage.Line.Kind;
import io.tallybook.analysis.coverage.Line.Relation;
import io.tallybook.ledger.Agreement;
import io.tallybook.ledger.Agreement.Program;
import io.tallybook.ledger.Entry;
import io.tallybook.ledger.Purchase.Category;
import io.tallybook.ledger.Purchase.Offering;
import io.tallybook.ledger.YesNo;
import io.tallybook.result.Figure;
import io.tallybook.result.FigureState;
import io.tallybook.result.FindingStatus;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Renewing SA in the same agreement, on another one, and in another program, with the gaps before it (SA-REN). */
final class Renewals {
    private final Facts facts;
    private final CoverageRules rules;
    private final CoverageResults out;

    Renewals(Facts facts, CoverageResults out) {
        this.facts = facts;
        this.rules = facts.rules();
        this.out = out;
    }

    void write() {
        for (Line line : facts.lines()) {
            writeOpenLicenseEnd(line);
            if (line.is(Kind.RENEWAL)) {
                writeDeadline(line);
                writeRelation(line);
                writeGap(line);
            }
        }
        facts.agreements().forEach(this::writeOpenLicenseDeadline);
    }

    private static boolean isLicenseWithSaOrSa(Line line) {
        return line.offers(Offering.L_SA) || line.offers(Offering.SA);
    }

    private void writeOpenLicenseEnd(Line line) {
        boolean concerned = line.isUnder(Program.OPEN_LICENSE) && isLicenseWithSaOrSa(line) && line.isPositive();
        if (!concerned) {
            return;
        }
        LocalDate end = line.agreement().end();
        LocalDate stated = line.row().coverageEnd();
        out.add(out.figure("sa-coverage.end", line.subject())
                .sources(line.sources())
                .known(end.toString()));
        if (stated != null) {
            String ends = "SA ends with the authorization number on " + end;
            out.find(
                    "SA-REN-03",
                    line.subject(),
                    (stated.equals(end)
                                    ? Verdict.pass(ends + ", as the line says.")
                                    : Verdict.fail(ends + "; the line says " + stated + "."))
                            .from(line.sources()));
        }
    }

    private void writeOpenLicenseDeadline(Entry<Agreement> entry) {
        Agreement agreement = entry.record();
        boolean concerned = agreement.program() == Program.OPEN_LICENSE
                && facts.linesOf(agreement).stream().anyMatch(Renewals::isLicenseWithSaOrSa);
        if (concerned) {
            out.add(out.figure("sa-renewal.deadline", Facts.subject(agreement))
                    .work("end of the authorization number", agreement.end().toString(), "date")
                    .work("days after it", Integer.toString(rules.days(Window.OPEN_LICENSE_RENEWAL)), "days")
                    .sources(Sources.of(entry))
                    .known(rules.last(Window.OPEN_LICENSE_RENEWAL, agreement.end())
                            .toString()));
        }
    }

    /** Last day of the renewal order: the prior end, and under Open License the window after it. */
    private Optional<LocalDate> lastDay(Line line) {
        return line.priorEnd()
                .map(end -> line.isFromOpenLicense() ? rules.last(Window.OPEN_LICENSE_RENEWAL, end) : end);
    }

    private void writeDeadline(Line line) {
        Figure.Builder figure = out.figure("sa-order.deadline", line.subject())
                .dimension("RENEWAL")
                .work("ordered on", line.ordered().toString(), "date")
                .sources(line.sources());
        boolean fromKnown = line.expiring().isPresent();
        line.priorEnd().ifPresent(end -> figure.work("end of the expiring SA", end.toString(), "date"));
        out.add(
                figure,
                fromKnown ? lastDay(line) : Optional.empty(),
                fromKnown
                        ? "The end of the expiring SA is not known (prior_sa_end)."
                        : "The expiring agreement " + line.row().priorAgreement() + " was not delivered.");
    }

    private void writeRelation(Line line) {
        if (line.isUnder(Program.OPEN_LICENSE) && line.isFromOpenLicense()) {
            out.find("SA-REN-04", line.subject(), inTime(line).from(line.sources()));
        }
        switch (line.relation()) {
            case SAME ->
                out.find("SA-REN-02", line.subject(), sameAgreement(line).from(line.sources()));
            case SEPARATE -> {
                out.find("SA-REN-09", line.subject(), heldBefore(line).from(line.sources()));
                writeTiming(line);
            }
            case CROSS -> {
                Map<String, Verdict> timing = writeTiming(line);
                Program into = line.agreement().program();
                Verdict crossing = rules.programs("programs-without-sa").contains(into)
                        ? Verdict.fail("There is no SA under " + into + ".").from(line.sources())
                        : Verdict.worst(timing);
                out.findCombined("SA-REN-13", line.subject(), crossing);
                Category category = line.row().category();
                if (category == null || category == Category.ENTERPRISE) {
                    out.find("SA-REN-14", line.subject(), companyWide(line).from(line.sources()));
                }
            }
            case NOT_KNOWN -> writeTiming(line);
        }
        if (line.expiring().filter(from -> from.program() == Program.EAP).isPresent()) {
            deferredLicenses(line)
                    .ifPresent(verdict -> out.find("SA-REN-08", line.subject(), verdict.from(line.sources())));
        }
    }

    private Verdict inTime(Line line) {
        return lastDay(line)
                .map(last -> Deadlines.upTo(line.ordered(), last))
                .orElseGet(() -> Verdict.undetermined("The end of the expiring SA is not known (prior_sa_end)."));
    }

    private Verdict sameAgreement(Line line) {
        Verdict inTime = inTime(line);
        Verdict quantity = quantity(line);
        Verdict worse = inTime.status().worse(quantity.status()) == inTime.status() ? inTime : quantity;
        Verdict both = inTime.with(worse.status(), inTime.reason() + " " + quantity.reason());
        return inTime.is(FindingStatus.FAIL)
                ? both.with(FindingStatus.FAIL, both.reason() + " Coverage lapsed; a new License is needed.")
                : both;
    }

    private Verdict quantity(Line line) {
        BigDecimal stated = line.row().priorQuantity();
        if (stated != null) {
            return compare(line.quantity(), stated, "prior_quantity");
        }
        Optional<LocalDate> end = line.priorEnd();
        if (end.isEmpty()) {
            return Verdict.undetermined("The expiring quantity is not known.");
        }
        List<Line> renewing = facts.linesOf(line.agreement(), line.name().full()).stream()
                .filter(other -> other.renewsFrom(Relation.SAME)
                        && other.priorEnd().equals(end)
                        && other.row().priorQuantity() == null)
                .toList();
        return Expiring.quantity(facts, line.agreement(), line.name().full(), end.get())
                .map(expiring -> compare(sum(renewing), expiring, "other lines that end on " + end.get()))
                .orElseGet(() -> Verdict.undetermined(
                        "The expiring quantity is not known: neither prior_quantity nor a line that ends on "
                                + end.get() + "."));
    }

    private static Verdict compare(BigDecimal renewed, BigDecimal expiring, String source) {
        String numbers = "Renewed " + Numbers.plain(renewed) + " of " + Numbers.plain(expiring) + " (" + source + ").";
        return renewed.compareTo(expiring) > 0 ? Verdict.fail(numbers) : Verdict.pass(numbers);
    }

    private static BigDecimal sum(List<Line> lines) {
        return lines.stream().map(Line::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private Verdict heldBefore(Line line) {
        if (line.perpetual().isNo()) {
            return Verdict.fail("The license is not perpetual.");
        }
        Program from = line.expiring().orElseThrow().program();
        if (rules.settings().subscriptionPrograms().contains(from)) {
            return Verdict.fail("The expiring agreement is of the subscription program " + from + ".");
        }
        BigDecimal before = line.row().priorQuantity();
        Verdict quantity = before == null
                ? Verdict.undetermined("The quantity held before is not known (prior_quantity).")
                : compare(line.quantity(), before, "prior_quantity");
        return !line.perpetual().isKnown() && !quantity.is(FindingStatus.FAIL)
                ? Verdict.undetermined(
                        "Whether the license is perpetual is not known (perpetual). " + quantity.reason())
                : quantity;
    }

    /** Writes when the new agreement and the order had to come; the order by SA-REN-12 from Open License, else by -11. */
    private Map<String, Verdict> writeTiming(Line line) {
        Map<String, Verdict> timing = new LinkedHashMap<>();
        timing.put("SA-REN-10", newAgreementInTime(line));
        if (line.expiring().isEmpty()) {
            timing.put("SA-REN-11", expiringNotDelivered(line));
        } else {
            timing.put(line.isFromOpenLicense() ? "SA-REN-12" : "SA-REN-11", inTime(line));
        }
        timing.replaceAll((clause, verdict) -> out.find(clause, line.subject(), verdict.from(line.sources())));
        return timing;
    }

    private static Verdict expiringNotDelivered(Line line) {
        return Verdict.undetermined("The expiring agreement " + line.row().priorAgreement() + " was not delivered.");
    }

    private Verdict newAgreementInTime(Line line) {
        if (line.expiring().isEmpty()) {
            return expiringNotDelivered(line);
        }
        LocalDate end = line.expiring().get().end();
        LocalDate last =
                rules.last(line.isFromOpenLicense() ? Window.OPEN_LICENSE_RENEWAL : Window.NEXT_AGREEMENT, end);
        LocalDate effective = line.row().effective();
        boolean byOrder = line.isUnder(Program.MPSA);
        LocalDate begins = !byOrder ? line.agreement().start() : effective == null ? line.ordered() : effective;
        String text = (byOrder ? "The order takes effect on " : "The new agreement begins on ") + begins
                + "; the expiring one ended on " + end + ", the last day was " + last + ".";
        return (begins.isAfter(last) ? Verdict.fail(text) : Verdict.pass(text)).on(last);
    }

    private Verdict companyWide(Line line) {
        Agreement into = line.agreement();
        if (into.program() == Program.MPSA) {
            return Verdict.pass("Into MPSA every product may go.");
        }
        Optional<Agreement> original = original(line);
        YesNo before = original.map(this::isCompanyWide).orElse(YesNo.UNKNOWN);
        YesNo after = isCompanyWide(into);
        String numbers = "First bought under "
                + original.map(from -> from.agreement() + " (company-wide: " + word(before) + ")")
                        .orElse("an agreement that is not known")
                + ", renewed under " + into.agreement() + " (company-wide: " + word(after) + ").";
        if (before.isNo() || after.isYes()) {
            return Verdict.pass(numbers);
        }
        boolean enterprise = line.row().category() == Category.ENTERPRISE;
        if (before.isYes() && after.isNo() && enterprise) {
            return Verdict.fail(numbers + " An Enterprise Product cannot leave company-wide coverage.");
        }
        return Verdict.undetermined(
                numbers + (enterprise ? "" : " Whether it is an Enterprise Product is not known (category)."));
    }

    private static String word(YesNo answer) {
        return switch (answer) {
            case YES -> "yes";
            case NO -> "no";
            case UNKNOWN -> "not known";
        };
    }

    private YesNo isCompanyWide(Agreement agreement) {
        if (agreement.companyWide().isKnown()) {
            return agreement.companyWide();
        }
        if (rules.settings().companyWidePrograms().contains(agreement.program())) {
            return YesNo.YES;
        }
        return rules.programs("programs-not-company-wide").contains(agreement.program()) ? YesNo.NO : YesNo.UNKNOWN;
    }

    /** Goes back from the expiring agreement through its own renewals of the product, to the first agreement. */
    private Optional<Agreement> original(Line line) {
        Optional<Agreement> first = line.expiring();
        Set<String> seen = new HashSet<>();
        while (first.isPresent() && seen.add(first.get().agreement())) {
            Optional<Line> earlier = facts.linesOf(first.get(), line.name().full()).stream()
                    .filter(other -> other.is(Kind.RENEWAL) && other.relation() != Relation.SAME)
                    .min(Line.ORDER);
            if (earlier.isEmpty()) {
                return first;
            }
            first = earlier.get().expiring();
        }
        return Optional.empty();
    }

    private Optional<Verdict> deferredLicenses(Line line) {
        BigDecimal deferred = BigDecimal.ZERO;
        BigDecimal boughtOut = BigDecimal.ZERO;
        boolean any = false;
        for (Line other :
                facts.linesOf(line.expiring().orElseThrow(), line.name().full())) {
            if (!other.ordered().isAfter(line.ordered())) {
                any |= other.offers(Offering.SA_PRIOR_L);
                deferred = other.offers(Offering.SA_PRIOR_L) ? deferred.add(other.quantity()) : deferred;
                boughtOut = other.offers(Offering.BUYOUT) ? boughtOut.add(other.quantity()) : boughtOut;
            }
        }
        if (!any) {
            return Optional.empty();
        }
        String numbers = Numbers.plain(deferred) + " deferred, " + Numbers.plain(boughtOut) + " bought out up to "
                + line.ordered() + ", " + Numbers.plain(line.quantity()) + " renewed.";
        boolean enough = boughtOut.compareTo(deferred) >= 0 || boughtOut.compareTo(line.quantity()) >= 0;
        return Optional.of(enough ? Verdict.pass(numbers) : Verdict.fail(numbers));
    }

    private void writeGap(Line line) {
        Optional<Long> gap = Coverage.gapDays(line);
        if (gap.isEmpty()) {
            return;
        }
        long total = gap.get();
        out.add(gapFigure(line, "TOTAL").known(total));
        if (total == 0) {
            out.add(gapFigure(line, "UNCOVERED").known(0));
            return;
        }
        Verdict verdict = out.find(Coverage.gapClause(line, rules), line.subject(), Coverage.gapVerdict(line, rules));
        Figure.Builder uncovered = gapFigure(line, "UNCOVERED").work("days without SA", Long.toString(total), "days");
        if (!Coverage.isVersionKnown(line)) {
            out.add(uncovered.state(FigureState.UPPER_BOUND, Long.toString(total), verdict.reason()));
        } else {
            out.add(uncovered.known(verdict.is(FindingStatus.PASS) ? 0 : total));
        }
    }

    private Figure.Builder gapFigure(Line line, String dimension) {
        return out.figure("sa-gap.days", line.subject())
                .dimension(dimension)
                .work("end of the expiring SA", line.priorEnd().orElseThrow().toString(), "date")
                .work(
                        "begin of the renewed SA",
                        line.coverageStart().orElseThrow().toString(),
                        "date")
                .sources(line.sources());
    }
}
