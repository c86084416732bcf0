package io.tallybook.analysis.coverage;

import io.tallybook.analysis.Sources;
import io.tallybook.analysis.Verdict;
import io.tallybook.ledger.Agreement;
import io.tallybook.ledger.Agreement.Program;
import io.tallybook.ledger.Agreement.SaCommitment;
import io.tallybook.ledger.Agreement.SamPools;
import io.tallybook.ledger.Employee;
import io.tallybook.ledger.Employee.Employment;
import io.tallybook.ledger.Entry;
import io.tallybook.ledger.Pool;
import io.tallybook.ledger.WorkplacePurchase;
import io.tallybook.ledger.WorkplacePurchase.Option;
import io.tallybook.ledger.YesNo;
import io.tallybook.terms.ProductKey;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The workplace discount: who may take part, and the Online Services option (SA-WDP-01 to -03, -07, -14). */
final class Workplace {
    private static final Set<ProductKey> APPLICATIONS = Set.of(ProductKey.of("Visio"), ProductKey.of("Project"));

    private final Facts facts;
    private final CoverageRules rules;
    private final CoverageResults out;
    private final WorkCopies copies;
    private final Set<ProductKey> officeProducts;
    private final Map<String, Entry<Employee>> employees = new HashMap<>();
    private final List<Entry<WorkplacePurchase>> purchases;

    Workplace(Facts facts, CoverageResults out) {
        this.facts = facts;
        this.rules = facts.rules();
        this.out = out;
        copies = new WorkCopies(facts);
        officeProducts = rules.products("office-web-products", "product");
        facts.all(Employee.class).forEach(entry -> employees.put(entry.record().employee(), entry));
        purchases = facts.upToAsOf(WorkplacePurchase.class, WorkplacePurchase::bought);
    }

    void write() {
        Map<String, Verdict> software = new HashMap<>();
        Map<String, Verdict> participation = new HashMap<>();
        for (Entry<Agreement> entry : facts.agreements()) {
            Agreement agreement = entry.record();
            writeThreshold(entry);
            boolean concerned = facts.positions().stream()
                    .anyMatch(position -> position.row().agreement().equals(agreement.agreement())
                            && copies.application(position).isPresent());
            Verdict option = softwareOption(agreement).from(Sources.of(entry));
            software.put(agreement.agreement(), option);
            if (concerned) {
                out.find("SA-WDP-07", Facts.subject(agreement), option);
            }
            participation(agreement).ifPresent(verdict -> participation.put(agreement.agreement(), verdict));
        }
        writeEligibility();
        writeSubscriptions();
        new WorkplaceSoftware(facts, out, copies, employees, purchases, software, participation).write();
    }

    /** Does the membership of the agreement span the Applications pool on the as-of date? */
    private boolean hasApplicationsMembership(Agreement agreement) {
        return agreement.saCommitment() == SaCommitment.SAM
                && agreement.samPools().contains(SamPools.APPLICATIONS)
                && (agreement.samStart() == null || !agreement.samStart().isAfter(facts.asOf()));
    }

    private Verdict softwareOption(Agreement agreement) {
        Optional<Map<String, String>> excluded = rules.rows("workplace-excluded-academic").stream()
                .filter(row -> CoverageRules.cell(row, "program")
                        .equals(agreement.program().name()))
                .findFirst();
        boolean lifted =
                excluded.filter(row -> CoverageRules.cell(row, "unless").equals("SAM"))
                                .isPresent()
                        && hasApplicationsMembership(agreement);
        Program program = agreement.program();
        if (excluded.isEmpty() || agreement.academic().isNo() || lifted) {
            return Verdict.pass("The software option is open under " + program
                    + (lifted ? ", with membership for the Applications pool." : "."));
        }
        return agreement.academic().isYes()
                ? Verdict.fail("The software option is closed under academic " + program
                        + (CoverageRules.cell(excluded.get(), "unless").isEmpty()
                                ? "."
                                : " without membership for the Applications pool."))
                : Verdict.undetermined("Whether the agreement is academic is not known; academic " + program
                        + " has no software option.");
    }

    /** A stated participation; without a statement it is taken as active. */
    private Optional<Verdict> participation(Agreement agreement) {
        String subject = Facts.subject(agreement);
        boolean stated = out.isStated("SA-WDP-14", subject);
        return stated
                ? Optional.of(out.find("SA-WDP-14", subject, Verdict.attest("Participation in the program is active.")))
                : Optional.empty();
    }

    /** Is there SA of the Applications pool in an agreement on a day; UNKNOWN = its dates are missing. */
    private YesNo hasApplicationsSa(Agreement agreement, LocalDate day) {
        Map<ProductKey, BigDecimal> net = new HashMap<>();
        boolean open = false;
        for (Line line : facts.linesOf(agreement)) {
            boolean applications = line.pool().filter(Pool.APPLICATIONS::equals).isPresent();
            if (!line.isSaLine() || (!applications && line.pool().isPresent())) {
                continue;
            }
            Optional<Period> coverage = line.coverage();
            if (applications && coverage.filter(period -> period.contains(day)).isPresent()) {
                net.merge(line.name().full(), line.quantity(), BigDecimal::add);
            }
            boolean unclear = line.pool().isEmpty() || coverage.isEmpty();
            open |= unclear && line.isPositive() && !line.certainlyMisses(day);
        }
        if (net.values().stream().anyMatch(quantity -> quantity.signum() > 0)) {
            return YesNo.YES;
        }
        for (Position position : facts.positions()) {
            if (position.row().agreement().equals(agreement.agreement()) && isApplication(position)) {
                SaTimeline timeline = facts.timeline(position);
                if (timeline.isActiveOn(day)) {
                    return YesNo.YES;
                }
                open |= !timeline.known();
            }
        }
        return open ? YesNo.UNKNOWN : YesNo.NO;
    }

    private boolean isApplication(Position position) {
        return copies.application(position).isPresent()
                || APPLICATIONS.contains(position.name().product())
                || OfficeWeb.isQualifying(position, facts, officeProducts);
    }

    private void writeThreshold(Entry<Agreement> entry) {
        Agreement agreement = entry.record();
        if (!hasApplicationsSa(agreement, facts.asOf()).isYes()) {
            return;
        }
        Verdict verdict = hasApplicationsMembership(agreement)
                ? Verdict.pass("Membership for the Applications pool: there is no threshold.")
                : Verdict.attest("The participation threshold of the Online Services option is met.");
        out.find("SA-WDP-02", Facts.subject(agreement), verdict.from(Sources.of(entry)));
    }

    private void writeEligibility() {
        Map<String, Set<Option>> options = new HashMap<>();
        purchases.forEach(entry -> options.computeIfAbsent(entry.record().employee(), key -> new HashSet<>())
                .add(entry.record().option()));
        for (Entry<WorkplacePurchase> entry : purchases) {
            WorkplacePurchase row = entry.record();
            boolean renewed =
                    row.option() == Option.ONLINE_SERVICES && row.renewal().isYes();
            if (!renewed) {
                boolean both = options.getOrDefault(row.employee(), Set.of()).size() > 1;
                Verdict verdict = eligibility(row);
                out.find(
                        "SA-WDP-01",
                        "purchase:" + row.purchase(),
                        verdict.with(
                                        verdict.status(),
                                        verdict.reason()
                                                + (both ? " The employee used both options; one is meant." : ""))
                                .from(Sources.of(entry)));
            }
        }
    }

    private Verdict eligibility(WorkplacePurchase row) {
        Optional<Employee> employee =
                Optional.ofNullable(employees.get(row.employee())).map(Entry::record);
        Optional<Employment> employment = employee.map(Employee::employment);
        if (employment.filter(kind -> kind != Employment.EMPLOYEE).isPresent()) {
            return Verdict.fail("The buyer is no employee but " + employment.get() + ".");
        }
        Optional<LocalDate> ended = employee.map(Employee::employmentEnd).filter(end -> end.isBefore(row.bought()));
        if (ended.isPresent()) {
            return Verdict.fail("Bought on " + row.bought() + ", after the employment ended on " + ended.get() + ".");
        }
        YesNo sa = facts.agreement(row.agreement())
                .map(agreement -> hasApplicationsSa(agreement, row.bought()))
                .orElse(YesNo.UNKNOWN);
        if (sa.isNo()) {
            return Verdict.fail(
                    "Agreement " + row.agreement() + " had no SA of the Applications pool on " + row.bought() + ".");
        }
        if (!sa.isKnown()) {
            return Verdict.undetermined("Whether agreement " + row.agreement() + " had SA of the Applications pool on "
                    + row.bought() + " is not known.");
        }
        return employment.isEmpty()
                ? Verdict.undetermined("Whether the buyer is an employee is not known (employees, employment).")
                : Verdict.pass("An employee bought on " + row.bought()
                        + " under an agreement with SA of the Applications pool.");
    }

    private void writeSubscriptions() {
        Set<ProductKey> subscriptions = rules.products("workplace-subscriptions", "product");
        Map<String, List<Entry<WorkplacePurchase>>> byEmployee = new TreeMap<>();
        for (Entry<WorkplacePurchase> entry : purchases) {
            if (entry.record().option() == Option.ONLINE_SERVICES) {
                byEmployee
                        .computeIfAbsent(entry.record().employee(), key -> new ArrayList<>())
                        .add(entry);
            }
        }
        byEmployee.forEach((employee, rows) -> {
            long bought = rows.stream()
                    .filter(entry -> !entry.record().renewal().isYes()
                            && subscriptions.contains(
                                    ProductKey.of(entry.record().product())))
                    .count();
            Optional<String> other = rows.stream()
                    .map(entry -> entry.record().product())
                    .filter(product -> !subscriptions.contains(ProductKey.of(product)))
                    .findFirst();
            String text = bought + (bought == 1 ? " subscription" : " subscriptions") + " bought besides renewals.";
            Verdict verdict = bought > 1
                    ? Verdict.fail(text + " One is allowed, Family or Personal.")
                    : other.map(product -> Verdict.undetermined(text + " " + product + " is neither of the two."))
                            .orElseGet(() -> Verdict.pass(text));
            out.find("SA-WDP-03", "employee:" + employee, verdict.from(Sources.of(rows)));
        });
    }
}
