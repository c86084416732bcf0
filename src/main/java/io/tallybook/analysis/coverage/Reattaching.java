package io.tallybook.analysis.coverage;

import io.tallybook.analysis.Bounded;
import io.tallybook.analysis.Numbers;
import io.tallybook.analysis.Sources;
import io.tallybook.analysis.Verdict;
import io.tallybook.analysis.coverage.Line.Kind;
import io.tallybook.ledger.Agreement;
import io.tallybook.ledger.Entry;
import io.tallybook.ledger.LicenseTransfer;
import io.tallybook.ledger.LicenseTransfer.What;
import io.tallybook.ledger.Purchase.Offering;
import io.tallybook.ledger.SaTransition;
import io.tallybook.ledger.YesNo;
import io.tallybook.result.Figure;
import io.tallybook.terms.ProductKey;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Putting SA back on licenses after a move to an Online Service or a From SA subscription (SA-PUR-26 to -30). */
final class Reattaching {
    private record Group(String agreement, ProductKey product) {}

    private final Facts facts;
    private final CoverageRules rules;
    private final CoverageResults out;
    private final Map<Group, Bounded> headrooms = new LinkedHashMap<>();

    Reattaching(Facts facts, CoverageResults out) {
        this.facts = facts;
        this.rules = facts.rules();
        this.out = out;
    }

    void write() {
        Map<Group, List<Line>> groups = new LinkedHashMap<>();
        for (Line line : facts.lines(line -> line.is(Kind.REATTACH))) {
            groups.computeIfAbsent(group(line), key -> new ArrayList<>()).add(line);
        }
        groups.forEach(this::writeCap);
        facts.agreements().forEach(this::writeNextDate);
    }

    private static Group group(Line line) {
        return new Group(line.agreement().agreement(), line.name().full());
    }

    private void writeCap(Group group, List<Line> lines) {
        Line first = lines.get(0);
        Set<String> agreements = new LinkedHashSet<>(Set.of(group.agreement()));
        lines.stream()
                .map(line -> line.row().priorAgreement())
                .filter(prior -> !prior.isBlank())
                .forEach(agreements::add);
        LocalDate firstOrder =
                lines.stream().map(Line::ordered).min(LocalDate::compareTo).orElseThrow();
        List<Entry<SaTransition>> transitions = facts.transitions().stream()
                .filter(entry -> agreements.contains(entry.record().agreement())
                        && name(entry.record()).full().equals(group.product())
                        && !entry.record().transitionedOn().isAfter(firstOrder))
                .toList();
        String subject = Facts.subject(first.agreement());
        String product = Shown.product(
                facts, first.agreement(), group.product(), first.name().shown());
        Figure.Builder capFigure = out.figure("reattach.cap", subject).dimension(product);
        Bounded cap = cap(group.product(), agreements, transitions, first.name().shown(), capFigure);
        BigDecimal reattached = sum(lines);
        Bounded headroom = cap.isKnown() ? Bounded.known(cap.value().subtract(reattached)) : cap;
        headrooms.put(group, headroom);
        List<Entry<?>> rows = new ArrayList<>(transitions);
        lines.forEach(line -> rows.add(line.entry()));
        out.add(capFigure.sources(Sources.of(rows)), cap);
        Figure.Builder headroomFigure = out.figure("reattach.headroom", subject).dimension(product);
        if (cap.isKnown()) {
            headroomFigure
                    .work(
                            "licenses with SA at the transition, less returns and transfers",
                            Numbers.plain(cap.value()),
                            "licenses")
                    .work("reattached", Numbers.plain(reattached), "licenses");
        }
        out.add(
                headroomFigure.sources(
                        Sources.of(lines.stream().map(Line::entry).toList())),
                headroom);
    }

    private Bounded cap(
            ProductKey product,
            Set<String> agreements,
            List<Entry<SaTransition>> transitions,
            String shown,
            Figure.Builder figure) {
        if (transitions.isEmpty()) {
            return Bounded.unknown(
                    "No transition of " + shown + " up to its first reattach order is known (sa_transitions).");
        }
        Optional<BigDecimal> smallest = Optional.empty();
        for (Entry<SaTransition> entry : transitions) {
            SaTransition row = entry.record();
            BigDecimal withSa = row.licensesWithSa();
            if (withSa == null) {
                return Bounded.unknown("How many licenses had SA at the transition " + row.transition() + " on "
                        + row.transitionedOn() + " is not known (licenses_with_sa).");
            }
            BigDecimal gone = goneSince(product, agreements, row.transitionedOn());
            BigDecimal left = withSa.subtract(gone);
            figure.work("licenses with SA on " + row.transitionedOn(), Numbers.plain(withSa), "licenses")
                    .work("returned or transferred since", Numbers.plain(gone), "licenses");
            if (smallest.isEmpty() || left.compareTo(smallest.get()) < 0) {
                smallest = Optional.of(left);
            }
        }
        return Bounded.known(smallest.orElseThrow());
    }

    /** Licenses of the product that were returned or transferred in these agreements after a day. */
    private BigDecimal goneSince(ProductKey product, Set<String> agreements, LocalDate day) {
        BigDecimal gone = BigDecimal.ZERO;
        for (Line line : facts.lines()) {
            boolean returned = line.quantity().signum() < 0
                    && (line.offers(Offering.L) || line.offers(Offering.L_SA))
                    && agreements.contains(line.agreement().agreement())
                    && line.name().full().equals(product)
                    && line.ordered().isAfter(day);
            gone = returned ? gone.subtract(line.quantity()) : gone;
        }
        for (Entry<LicenseTransfer> entry : facts.upToAsOf(LicenseTransfer.class, LicenseTransfer::transferredOn)) {
            LicenseTransfer row = entry.record();
            boolean ofProduct = facts.position(row.license())
                    .filter(position -> position.name().full().equals(product)
                            && agreements.contains(position.row().agreement()))
                    .isPresent();
            if (ofProduct && row.what() == What.LICENSE && row.transferredOn().isAfter(day)) {
                gone = gone.add(row.quantity());
            }
        }
        return gone;
    }

    private static BigDecimal sum(List<Line> lines) {
        return lines.stream().map(Line::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static ProductName name(SaTransition row) {
        return ProductName.of(row.product(), row.edition());
    }

    private void writeNextDate(Entry<Agreement> entry) {
        Agreement agreement = entry.record();
        List<Entry<SaTransition>> transitions = facts.transitions().stream()
                .filter(transition -> transition.record().agreement().equals(agreement.agreement()))
                .toList();
        if (transitions.isEmpty() || !rules.settings().reattachPrograms().contains(agreement.program())) {
            return;
        }
        anniversaries(agreement).stream()
                .filter(day -> !day.isBefore(facts.asOf()))
                .findFirst()
                .ifPresent(day -> out.add(out.figure("reattach.next-date", Facts.subject(agreement))
                        .work("begin of the agreement", agreement.start().toString(), "date")
                        .work("its end", agreement.end().toString(), "date")
                        .sources(Sources.of(entry))
                        .known(day.toString())));
    }

    /** The anniversaries of the begin, up to the day after the end; 29 February falls on 28 February in other years. */
    static List<LocalDate> anniversaries(Agreement agreement) {
        List<LocalDate> days = new ArrayList<>();
        LocalDate last = agreement.end().plusDays(1);
        for (int year = 1; !agreement.start().plusYears(year).isAfter(last); year++) {
            days.add(agreement.start().plusYears(year));
        }
        return days;
    }

    /** Returns the verdicts on a reattach line, by clause. */
    Map<String, Verdict> verdicts(Line line) {
        Map<String, Verdict> found = new LinkedHashMap<>();
        found.put("SA-PUR-26", evidence(line));
        found.put("SA-PUR-27", date(line));
        found.put("SA-PUR-28", term(line));
        found.put("SA-PUR-29", quantity(line));
        found.put("SA-PUR-30", notTransferred(line));
        found.replaceAll((clause, verdict) -> verdict.from(line.sources()));
        return found;
    }

    private Verdict evidence(Line line) {
        if (!rules.settings().reattachPrograms().contains(line.agreement().program())) {
            return Verdict.fail(
                    "SA cannot be reattached under " + line.agreement().program() + ".");
        }
        Set<String> agreements =
                new HashSet<>(List.of(line.agreement().agreement(), line.row().priorAgreement()));
        Optional<Entry<SaTransition>> transition = facts.transitions().stream()
                .filter(entry -> agreements.contains(entry.record().agreement())
                        && name(entry.record()).isSameAs(line.name())
                        && !entry.record().transitionedOn().isAfter(line.ordered()))
                .min(Comparator.comparing(entry -> entry.record().transitionedOn()));
        if (transition.isPresent()) {
            SaTransition row = transition.get().record();
            return Verdict.pass(
                    "Moved on " + row.transitionedOn() + " (" + row.kind() + ", " + row.transition() + ").");
        }
        Optional<Line> fromSa = facts.lines().stream()
                .filter(other -> other.offers(Offering.FROM_SA)
                        && other.isPositive()
                        && agreements.contains(other.agreement().agreement())
                        && !other.ordered().isAfter(line.ordered())
                        && (other.name().isSameAs(line.name())
                                || ProductName.of(other.row().stepUpFrom(), "").isSameAs(line.name())))
                .min(Line.ORDER);
        return fromSa.map(other -> Verdict.pass("A From SA subscription was ordered on " + other.ordered() + "."))
                .orElseGet(() -> Verdict.fail("No move of " + line.name().shown()
                        + " to an Online Service or a From SA subscription up to " + line.ordered() + " is known."));
    }

    private Verdict date(Line line) {
        Optional<LocalDate> start = line.coverageStart();
        if (start.isEmpty()) {
            return Verdict.undetermined("The first day of the reattached SA is not known (coverage_start).");
        }
        Agreement agreement = line.agreement();
        String prior = line.row().priorAgreement();
        boolean atRenewal = !prior.isBlank()
                && !prior.equals(agreement.agreement())
                && start.get().equals(agreement.start());
        if (!atRenewal && !anniversaries(agreement).contains(start.get())) {
            return Verdict.fail(
                    "SA begins on " + start.get() + ", which is no anniversary of " + agreement.start() + ".");
        }
        LocalDate first = start.get().minusDays(rules.settings().reattachBefore());
        LocalDate last = start.get().plusDays(rules.settings().reattachAfter());
        String order = "SA begins on " + start.get() + ", a permitted date; the order could be placed from " + first
                + " to " + last + ", it was placed on " + line.ordered() + ".";
        boolean inTime = !line.ordered().isBefore(first) && !line.ordered().isAfter(last);
        return (inTime ? Verdict.pass(order) : Verdict.fail(order)).on(last);
    }

    private static Verdict term(Line line) {
        LocalDate end = line.row().coverageEnd();
        LocalDate wanted = line.agreement().end();
        if (end == null) {
            return Verdict.undetermined("The last day of the reattached SA is not known (coverage_end).");
        }
        if (end.equals(wanted)) {
            return Verdict.pass("SA runs to the end of the term, " + wanted + ".");
        }
        return end.isBefore(wanted)
                ? Verdict.fail("SA ends on " + end + ", " + Deadlines.days(end, wanted)
                        + " before the term, which ends on " + wanted + ".")
                : Verdict.undetermined(
                        "SA ends on " + end + ", after the term (" + wanted + "); one date has to be corrected.");
    }

    private Verdict quantity(Line line) {
        Bounded headroom = headrooms.getOrDefault(group(line), Bounded.unknown("The cap is not known."));
        if (!headroom.isKnown()) {
            return Verdict.undetermined(headroom.reason());
        }
        return headroom.value().signum() < 0
                ? Verdict.fail(Numbers.plain(headroom.value().negate()) + " more reattached than the cap allows.")
                : Verdict.pass("Within the cap; " + Numbers.plain(headroom.value()) + " are left.");
    }

    private Verdict notTransferred(Line line) {
        if (line.transferred().isPresent()) {
            return Verdict.fail(
                    "The license was transferred on " + line.transferred().get() + ".");
        }
        if (line.position().isEmpty()) {
            return quantity(line);
        }
        Position position = line.position().get();
        YesNo transferred = position.row().transferred();
        return switch (transferred) {
            case YES -> Verdict.fail("The licenses of position " + position.id() + " were transferred.");
            case NO -> Verdict.pass("The licenses of position " + position.id() + " were not transferred.");
            case UNKNOWN ->
                Verdict.undetermined("Whether the licenses of position " + position.id()
                        + " were transferred is not known (transferred).");
        };
    }
}
