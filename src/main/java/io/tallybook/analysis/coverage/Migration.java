package io.tallybook.analysis.coverage;

import io.tallybook.analysis.Bounded;
import io.tallybook.analysis.Numbers;
import io.tallybook.analysis.Sources;
import io.tallybook.analysis.Verdict;
import io.tallybook.analysis.coverage.Line.Kind;
import io.tallybook.ledger.Agreement;
import io.tallybook.ledger.Entry;
import io.tallybook.ledger.Installation;
import io.tallybook.ledger.LicenseTransfer;
import io.tallybook.ledger.LicenseTransfer.What;
import io.tallybook.ledger.Purchase.Offering;
import io.tallybook.ledger.Purchase.OrderType;
import io.tallybook.result.Figure;
import io.tallybook.result.FigureState;
import io.tallybook.result.FindingStatus;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Migration Licenses for discontinued products (SA-MIG). */
final class Migration {
    private final Facts facts;
    private final CoverageRules rules;
    private final CoverageResults out;
    private final Map<String, Verdict> qualifying = new LinkedHashMap<>();

    Migration(Facts facts, CoverageResults out) {
        this.facts = facts;
        this.rules = facts.rules();
        this.out = out;
    }

    void write() {
        List<Position> qualified = new ArrayList<>();
        for (Position position : facts.positions()) {
            position.migration().ifPresent(term -> {
                writePosition(position, term);
                if (qualifies(position).is(FindingStatus.PASS)) {
                    qualified.add(position);
                }
            });
        }
        if (!qualified.isEmpty()) {
            out.find(
                    "SA-MIG-03",
                    out.accountSubject(),
                    Verdict.attest("The product entries say nothing else on " + qualified.size()
                                    + (qualified.size() == 1 ? " qualifying position" : " qualifying positions")
                                    + " than configured in `migration_entries`.")
                            .from(Sources.of(
                                    qualified.stream().map(Position::entry).toList())));
        }
    }

    private Verdict qualifies(Position position) {
        return qualifying.getOrDefault(position.id(), Verdict.undetermined("The position matches no migration entry."));
    }

    private void writePosition(Position position, MigrationTerm term) {
        Optional<Verdict> trueUp = trueUp(position, term);
        trueUp.ifPresent(verdict -> out.find("SA-MIG-12", position.subject(), verdict));
        Verdict verdict = trueUp.map(admitted -> admitted.with(
                        admitted.status(), "Added after the qualifying date; SA-MIG-12 decides: " + admitted.reason()))
                .orElseGet(() -> qualifies(position, term));
        qualifying.put(position.id(), verdict);
        out.find("SA-MIG-01", position.subject(), verdict);
        writeQuantity(position, term, verdict);
        writeOverUse(position, term, verdict);
        writeTerm(position, verdict);
        writeTransfers(position, term, verdict);
        writeContinuity(position);
    }

    private Verdict qualifies(Position position, MigrationTerm term) {
        List<Entry<?>> rows = List.of(position.entry(), term.entry());
        Optional<LocalDate> date = term.qualifyingDate();
        SaTimeline timeline = facts.timeline(position);
        if (date.isEmpty()) {
            return Verdict.undetermined("The entry of " + term.from().shown() + " has no qualifying date.")
                    .from(Sources.of(rows));
        }
        String tested = "Qualifying date " + date.get() + "; " + timeline.text() + ".";
        if (timeline.isActiveOn(date.get())) {
            return Verdict.pass(tested).from(Sources.of(rows));
        }
        return (timeline.known() ? Verdict.fail(tested) : Verdict.undetermined(tested)).from(Sources.of(rows));
    }

    /** A position that came after the qualifying date counts when it came by a scheduled true-up of the same term. */
    private Optional<Verdict> trueUp(Position position, MigrationTerm term) {
        Optional<LocalDate> date = term.qualifyingDate();
        Optional<LocalDate> acquired = position.acquired();
        if (date.isEmpty() || acquired.isEmpty() || !acquired.get().isAfter(date.get())) {
            return Optional.empty();
        }
        Optional<Line> bought = facts.linesNaming(position).stream()
                .filter(line -> line.isPositive()
                        && (line.offers(Offering.L)
                                || line.offers(Offering.L_SA)
                                || line.offers(Offering.SUBSCRIPTION)))
                .min(Line.ORDER);
        if (bought.isEmpty()) {
            return Optional.of(
                    Verdict.undetermined("No order line with the license names the position; it settles whether"
                                    + " it came by a true-up.")
                            .from(Sources.of(position.entry())));
        }
        Line line = bought.get();
        Agreement agreement = line.agreement();
        String order = "Ordered on " + line.ordered() + " under " + agreement.agreement() + " (" + agreement.program()
                + ", " + agreement.start() + " to " + agreement.end() + ")";
        if (line.row().orderType() == null) {
            return Optional.of(Verdict.undetermined(order + "; whether as a true-up is not known (order_type).")
                    .from(line.sources()));
        }
        Period enrollment = new Period(agreement.start(), agreement.end());
        boolean admitted = line.row().orderType() == OrderType.TRUE_UP
                && rules.programs("migration-true-up-programs").contains(agreement.program())
                && enrollment.contains(line.ordered())
                && enrollment.contains(date.get());
        String as = order + " as " + line.row().orderType() + "; qualifying date " + date.get() + ".";
        return Optional.of((admitted ? Verdict.pass(as) : Verdict.fail(as)).from(line.sources()));
    }

    private Bounded quantity(Position position, MigrationTerm term) {
        Verdict verdict = qualifies(position);
        return switch (verdict.status()) {
            case PASS -> Bounded.known(position.quantity().multiply(term.ratio()));
            case FAIL -> Bounded.known(0);
            default -> Bounded.unknown(verdict.reason());
        };
    }

    private void writeQuantity(Position position, MigrationTerm term, Verdict verdict) {
        Figure.Builder figure = out.figure("migration.quantity", position.subject())
                .work(
                        "Qualifying Licenses",
                        verdict.is(FindingStatus.PASS) ? Numbers.plain(position.quantity()) : "0",
                        "licenses")
                .work("Migration Licenses for each", Numbers.plain(term.ratio()))
                .sources(Sources.of(List.of(position.entry(), term.entry())));
        String reference = term.entry().record().reference();
        if (!reference.isBlank()) {
            figure.assume("Product entry: " + reference);
        }
        out.add(figure, quantity(position, term));
    }

    /** The newest count of some software. */
    private record Counted(Optional<LocalDate> day, BigDecimal quantity) {
        static Counted of(List<Installation> rows) {
            Optional<LocalDate> day = rows.stream().map(Installation::countedOn).max(LocalDate::compareTo);
            BigDecimal sum = rows.stream()
                    .filter(row -> day.filter(row.countedOn()::equals).isPresent())
                    .map(Installation::quantity)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            return new Counted(day, sum);
        }
    }

    private void writeOverUse(Position position, MigrationTerm term, Verdict verdict) {
        List<Entry<Installation>> rows = facts.upToAsOf(Installation.class, Installation::countedOn).stream()
                .filter(entry -> entry.record().license().equals(position.id()))
                .toList();
        if (rows.isEmpty()) {
            return;
        }
        List<Installation> old = new ArrayList<>();
        List<Installation> replacing = new ArrayList<>();
        for (Entry<Installation> entry : rows) {
            ProductName name =
                    ProductName.of(entry.record().product(), entry.record().edition());
            if (name.isSameAs(position.name())
                    || name.product().equals(position.name().product())) {
                old.add(entry.record());
            } else if (term.isReplacedBy(name)) {
                replacing.add(entry.record());
            }
        }
        Counted before = Counted.of(old);
        Counted after = Counted.of(replacing);
        Bounded overUse = overUse(position, term, verdict, before, after);
        out.add(
                out.figure("migration.over-use", position.subject())
                        .work("installed of " + position.name().shown(), Numbers.plain(before.quantity()))
                        .work("installed of " + term.to().shown(), Numbers.plain(after.quantity()))
                        .work("licenses", Numbers.plain(position.quantity()), "licenses")
                        .sources(Sources.of(rows)),
                overUse);
        if (!verdict.is(FindingStatus.PASS)) {
            return;
        }
        String counts = Numbers.plain(before.quantity()) + " old and " + Numbers.plain(after.quantity()) + " new of "
                + Numbers.plain(position.quantity()) + " licenses";
        Verdict sameTime = overUse.isUnknown()
                ? Verdict.undetermined(overUse.reason())
                : overUse.value().signum() > 0
                        ? Verdict.fail(counts + ": " + Numbers.plain(overUse.value()) + " too many.")
                        : Verdict.pass(counts + ".");
        out.find("SA-MIG-05", position.subject(), sameTime.from(Sources.of(rows)));
    }

    private static Bounded overUse(
            Position position, MigrationTerm term, Verdict verdict, Counted before, Counted after) {
        if (term.ratio().compareTo(BigDecimal.ONE) != 0) {
            return Bounded.unknown("With a ratio of " + Numbers.plain(term.ratio())
                    + " the entry itself has to say what may run side by side.");
        }
        if (before.day().isPresent() && after.day().isPresent() && !before.day().equals(after.day())) {
            return Bounded.unknown(
                    "The old software was counted on " + before.day().get() + ", the new on "
                            + after.day().get() + "; both have to be counted on one day.");
        }
        BigDecimal over = before.quantity().subtract(position.quantity());
        return switch (verdict.status()) {
            case PASS -> Bounded.known(over.add(after.quantity()).max(BigDecimal.ZERO));
            case FAIL -> Bounded.known(after.quantity().add(over.max(BigDecimal.ZERO)));
            default -> Bounded.unknown(verdict.reason());
        };
    }

    private void writeTerm(Position position, Verdict verdict) {
        if (!verdict.is(FindingStatus.PASS)) {
            return;
        }
        BigDecimal boughtOut = facts.linesNaming(position).stream()
                .filter(line -> line.offers(Offering.BUYOUT))
                .map(Line::quantity)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        Figure.Builder figure =
                out.figure("migration.right-end", position.subject()).sources(Sources.of(position.entry()));
        boolean perpetual = position.perpetual().isYes()
                || (boughtOut.signum() > 0 && boughtOut.compareTo(position.quantity()) >= 0);
        if (perpetual) {
            out.add(figure.unlimited());
            return;
        }
        Optional<LocalDate> end =
                position.perpetual().isNo() ? position.agreement().map(Agreement::end) : Optional.empty();
        String missing = position.perpetual().isNo()
                ? "The license is not perpetual, and its agreement is not known."
                : "Whether the license is perpetual is not known (perpetual).";
        out.add(figure, end, missing);
        Verdict lasts = end.map(day -> Deadlines.end(
                        "The migration right",
                        day,
                        facts.asOf(),
                        rules.settings().warningDays()))
                .orElseGet(() -> Verdict.undetermined(missing));
        out.find("SA-MIG-08", position.subject(), lasts.from(Sources.of(position.entry())));
    }

    private record Handover(LocalDate day, String transferee) {}

    private void writeTransfers(Position position, MigrationTerm term, Verdict verdict) {
        List<Entry<LicenseTransfer>> rows =
                facts.upToAsOf(LicenseTransfer.class, LicenseTransfer::transferredOn).stream()
                        .filter(entry -> entry.record().license().equals(position.id()))
                        .toList();
        if (verdict.is(FindingStatus.FAIL) || rows.isEmpty()) {
            return;
        }
        Map<Handover, Map<What, BigDecimal>> handovers = new LinkedHashMap<>();
        for (Entry<LicenseTransfer> entry : rows) {
            LicenseTransfer row = entry.record();
            Handover handover =
                    new Handover(row.transferredOn(), row.transferee().strip().toLowerCase(Locale.ROOT));
            handovers
                    .computeIfAbsent(handover, key -> new TreeMap<>())
                    .merge(row.what(), row.quantity(), BigDecimal::add);
        }
        List<String> apart = new ArrayList<>();
        handovers.forEach((handover, quantities) -> {
            BigDecimal licenses = quantities.getOrDefault(What.LICENSE, BigDecimal.ZERO);
            BigDecimal migration = quantities.getOrDefault(What.MIGRATION_LICENSE, BigDecimal.ZERO);
            if (licenses.multiply(term.ratio()).compareTo(migration) != 0) {
                apart.add("on " + handover.day() + " " + Numbers.plain(licenses) + " licenses with "
                        + Numbers.plain(migration) + " Migration Licenses");
            }
        });
        Verdict together = apart.isEmpty()
                ? Verdict.pass("Licenses and Migration Licenses were transferred together.")
                : Verdict.fail("Transferred apart: " + String.join("; ", apart) + ".");
        out.find("SA-MIG-11", position.subject(), together.from(Sources.of(rows)));
    }

    private void writeContinuity(Position position) {
        boolean subscription = position.agreement()
                .map(agreement -> rules.settings().subscriptionPrograms().contains(agreement.program()))
                .orElse(false);
        if (!subscription) {
            return;
        }
        SaTimeline timeline = facts.timeline(position);
        Verdict verdict;
        if (timeline.periods().isEmpty()) {
            verdict =
                    Verdict.undetermined("The coverage under the subscription is not known: " + timeline.text() + ".");
        } else if (timeline.periods().size() == 1) {
            verdict = Verdict.pass("Continuous coverage: " + timeline.text() + ".");
        } else {
            LocalDate gap = timeline.periods().get(0).to().plusDays(1);
            verdict = Verdict.fail("Coverage has a gap from " + gap + " on: " + timeline.text() + ".")
                    .on(gap);
        }
        out.find("SA-MIG-13", position.subject(), verdict.from(Sources.of(position.entry())));
    }

    /** Returns the verdicts on a migration line, by clause. */
    Map<String, Verdict> verdicts(Line line) {
        Position position = line.position().orElseThrow();
        Map<String, Verdict> found = new LinkedHashMap<>();
        found.put(
                "SA-MIG-09",
                order(line, position, position.migration().orElseThrow()).from(line.sources()));
        boolean subscription = rules.settings()
                .subscriptionPrograms()
                .contains(line.agreement().program());
        found.put(
                "SA-MIG-10",
                (subscription
                                ? Verdict.fail(
                                        line.agreement().program() + " is a subscription program; it has no such SA.")
                                : Verdict.pass(line.agreement().program() + " is no subscription program."))
                        .from(line.sources()));
        return found;
    }

    private Verdict order(Line line, Position position, MigrationTerm term) {
        List<String> failed = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        Verdict qualified = qualifies(position);
        if (qualified.is(FindingStatus.FAIL)) {
            failed.add("The license does not qualify: " + qualified.reason());
        } else if (!qualified.is(FindingStatus.PASS)) {
            unknown.add(qualified.reason());
        }
        Optional<LocalDate> priorEnd = line.row().priorSaEnd() == null
                ? facts.timeline(position).end()
                : Optional.of(line.row().priorSaEnd());
        Optional<Verdict> inTime = priorEnd.map(end -> Deadlines.upTo(line.ordered(), end));
        if (inTime.isEmpty()) {
            unknown.add("The last day of the SA on the Qualifying License is not known.");
        } else if (inTime.get().is(FindingStatus.FAIL)) {
            failed.add(inTime.get().reason());
        }
        compare("version", line.name().version(), term.to().version(), failed, unknown);
        if (!line.name().isSameAs(term.to())) {
            compare("edition", line.name().edition(), term.to().edition(), failed, unknown);
        }
        Bounded quantity = quantity(position, term);
        BigDecimal ordered = facts.linesNaming(position).stream()
                .filter(other -> other.is(Kind.MIGRATION) && Line.ORDER.compare(other, line) <= 0)
                .map(Line::quantity)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        if (quantity.state() == FigureState.KNOWN && ordered.compareTo(quantity.value()) > 0) {
            failed.add(Numbers.plain(ordered) + " ordered for " + Numbers.plain(quantity.value())
                    + " Migration Licenses.");
        }
        Verdict verdict = !failed.isEmpty()
                ? Verdict.fail(String.join(" ", failed))
                : !unknown.isEmpty()
                        ? Verdict.undetermined(String.join(" ", unknown))
                        : Verdict.pass("SA for " + line.name().shown() + ", " + Numbers.plain(ordered) + " of "
                                + Numbers.plain(quantity.value()) + " Migration Licenses. "
                                + inTime.map(Verdict::reason).orElse(""));
        return priorEnd.map(verdict::on).orElse(verdict);
    }

    private static void compare(String what, String found, String wanted, List<String> failed, List<String> unknown) {
        if (found.isEmpty() || wanted.isEmpty()) {
            unknown.add("The " + what + " of the " + (found.isEmpty() ? "order" : "entry") + " is not known.");
        } else if (!found.equals(wanted)) {
            failed.add("The " + what + " ordered is not that of the entry (" + wanted + ").");
        }
    }
}
