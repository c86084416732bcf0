package io.tallybook.analysis.support;

import io.tallybook.analysis.Assessment;
import io.tallybook.analysis.Sources;
import io.tallybook.ledger.Agreement;
import io.tallybook.ledger.Dossier;
import io.tallybook.ledger.Entry;
import io.tallybook.ledger.IncidentConversion;
import io.tallybook.ledger.License;
import io.tallybook.ledger.Purchase;
import io.tallybook.ledger.SupportCase;
import io.tallybook.ledger.SupportContact;
import io.tallybook.result.FindingStatus;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Reads the dossier of an account into one unit an agreement, and has every family of results written. */
final class AccountResults {
    private final Dossier dossier;
    private final Rulebook rules;
    private final Assessment out;
    private final Map<String, Unit> units = new LinkedHashMap<>();
    private final List<CaseFacts> cases = new ArrayList<>();

    private AccountResults(Dossier dossier, Rulebook rules, Assessment out) {
        this.dossier = dossier;
        this.rules = rules;
        this.out = out;
    }

    static void write(Dossier dossier, Rulebook rules, Assessment out) {
        AccountResults results = new AccountResults(dossier, rules, out);
        results.readCases();
        results.readUnits();
        results.writeAll();
    }

    /** Cases opened after the as-of date do not exist, neither as cases nor as subordinate issues. */
    private void readCases() {
        Map<String, LocalDate> firstChild = new HashMap<>();
        for (Entry<SupportCase> entry : dossier.all(SupportCase.class)) {
            SupportCase row = entry.record();
            LocalDate opened = CaseFacts.day(row.opened(), rules);
            boolean child = !row.parent().isEmpty() && !row.parent().equals(row.caseId());
            if (child && !opened.isAfter(rules.asOf())) {
                firstChild.merge(row.parent(), opened, (one, other) -> one.isBefore(other) ? one : other);
            }
        }
        for (Entry<SupportCase> entry : dossier.all(SupportCase.class)) {
            CaseFacts facts = CaseFacts.of(entry, firstChild.get(entry.record().caseId()), rules);
            if (!facts.opened().isAfter(rules.asOf())) {
                cases.add(facts);
            }
        }
    }

    private void readUnits() {
        Map<String, List<Entry<Purchase>>> purchases =
                grouped(dossier.all(Purchase.class), entry -> entry.record().agreement());
        Map<String, List<CaseFacts>> casesOf =
                grouped(cases, facts -> facts.row().agreement());
        Map<String, List<Entry<IncidentConversion>>> conversions = grouped(
                dossier.all(IncidentConversion.class), entry -> entry.record().agreement());
        Comparator<Entry<IncidentConversion>> byDayAndId = Comparator.comparing(
                        (Entry<IncidentConversion> entry) -> entry.record().date())
                .thenComparing(entry -> entry.record().conversion());
        for (Entry<Agreement> entry : dossier.all(Agreement.class)) {
            String id = entry.record().agreement();
            List<Entry<Purchase>> rows = purchases.getOrDefault(id, List.of());
            List<PurchaseLine> lines = lines(rows, entry.record());
            List<Entry<IncidentConversion>> converted = conversions.getOrDefault(id, List.of()).stream()
                    .filter(row -> !row.record().date().isAfter(rules.asOf()))
                    .sorted(byDayAndId)
                    .toList();
            units.put(
                    id,
                    Unit.of(
                            entry,
                            rules,
                            lines,
                            rows.size() - lines.size(),
                            casesOf.getOrDefault(id, List.of()),
                            converted));
        }
    }

    /** Resolves the rows up to the as-of date, by order date; those of one day in reading order. */
    private List<PurchaseLine> lines(List<Entry<Purchase>> rows, Agreement agreement) {
        // Sorted by numbers, a day with a position: a million rows are slow to compare one with another.
        long[] byDay = new long[rows.size()];
        int count = 0;
        for (int i = 0; i < byDay.length; i++) {
            LocalDate ordered = rows.get(i).record().orderDate();
            if (!ordered.isAfter(rules.asOf())) {
                byDay[count++] = ordered.toEpochDay() << Integer.SIZE | i;
            }
        }
        Arrays.sort(byDay, 0, count);
        List<PurchaseLine> lines = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            lines.add(PurchaseLine.of(rows.get((int) byDay[i]), agreement, rules));
        }
        return lines;
    }

    private static <T> Map<String, List<T>> grouped(List<T> items, Function<T, String> key) {
        Map<String, List<T>> groups = new HashMap<>();
        String id = null;
        List<T> group = null;
        for (T item : items) {
            String next = key.apply(item);
            // Mostly the same as before: what belongs together is delivered together.
            if (group == null || !next.equals(id)) {
                group = groups.computeIfAbsent(next, none -> new ArrayList<>());
                id = next;
            }
            group.add(item);
        }
        return groups;
    }

    private boolean hasStarted(Unit unit) {
        return !unit.agreement().start().isAfter(rules.asOf());
    }

    private void writeAll() {
        Rejections rejections = Rejections.of(dossier);
        Map<String, List<Entry<SupportContact>>> contacts = grouped(
                dossier.all(SupportContact.class), entry -> entry.record().agreement());
        WebSupport web = WebSupport.of(dossier, rules, out);
        Map<String, UnitResults> written = new HashMap<>();
        for (Unit unit : units.values()) {
            UnitResults to = UnitResults.of(dossier.account(), unit, rules, rejections, out);
            written.put(unit.id(), to);
            if (hasStarted(unit)) {
                writeUnit(to, web, contacts.getOrDefault(unit.id(), List.of()));
            }
            new ConversionResults(dossier.account(), unit, to.now(), rules, out).write();
        }
        writeCases(written);
        ContactChecks checks = new ContactChecks(rules);
        dossier.all(SupportContact.class).forEach(entry -> checks.write(dossier.account(), entry, out));
        writeAccount();
    }

    private static void writeUnit(UnitResults to, WebSupport web, List<Entry<SupportContact>> contacts) {
        ProgramKind kind = to.unit().kind();
        String program = to.unit().agreement().program().name();
        if (kind != ProgramKind.MOSP) {
            boolean excluded = kind == ProgramKind.EXCLUDED;
            to.find(
                    "SA-GEN-02",
                    excluded ? FindingStatus.FAIL : FindingStatus.PASS,
                    "Program " + program + (excluded ? " gives no SA benefits." : " may give SA benefits."),
                    "The agreement is judged, not the customer: other agreements keep their benefits.");
        }
        SpendResults.write(to);
        AwardResults.write(to);
        PointsResults.write(to);
        BalanceResults.write(to);
        if (kind.givesBenefits()) {
            SceResults.write(to);
            BenefitResults.write(to);
            WarehouseStanding warehouse = WarehouseStanding.of(to.unit(), to.rules());
            WarehouseResults.write(to, warehouse);
            ContactResults.write(to, warehouse, contacts);
            web.write(to);
        }
    }

    private void writeCases(Map<String, UnitResults> written) {
        Map<String, Entry<License>> licenses = new HashMap<>();
        dossier.all(License.class)
                .forEach(entry -> licenses.putIfAbsent(entry.record().license(), entry));
        boolean mpsa = units.values().stream().anyMatch(unit -> unit.kind() == ProgramKind.MPSA && hasStarted(unit));
        boolean other = units.values().stream()
                .anyMatch(unit -> unit.kind() != ProgramKind.MPSA && unit.kind().givesBenefits() && hasStarted(unit));
        CaseResults results = new CaseResults(dossier.account(), rules, out);
        CaseChecks checks = new CaseChecks(rules, results, licenses, mpsa, other);
        for (CaseFacts facts : cases) {
            UnitResults to = written.get(facts.row().agreement());
            Map<SceComponent, LocalDate> unlimitedFrom =
                    to == null ? Map.of() : to.now().sce().unlimitedFrom();
            results.write(facts, unlimitedFrom);
            checks.write(facts, to == null ? null : to.unit(), unlimitedFrom);
        }
        for (UnitResults to : written.values()) {
            if (hasStarted(to.unit()) && to.unit().kind().givesBenefits()) {
                results.missed().write(to);
            }
        }
    }

    /** SA-BEN-09 and SA-PRS-24. */
    private void writeAccount() {
        List<Entry<Agreement>> agreements = units.values().stream()
                .filter(unit -> unit.kind().givesBenefits() && hasStarted(unit))
                .map(Unit::entry)
                .toList();
        if (!agreements.isEmpty()) {
            ask("SA-BEN-09", "Are the benefits available in the customer's regions?", agreements);
            ask("SA-PRS-24", "Is phone support available in the customer's language?", agreements);
        }
    }

    private void ask(String clause, String question, List<Entry<Agreement>> agreements) {
        var finding = rules.statements()
                .finding(clause, dossier.account(), "account:" + dossier.account(), rules.asOf(), question)
                .withEdition(rules.edition());
        out.add(finding.sources().isEmpty() ? finding.withSources(Sources.of(agreements)) : finding);
    }
}
