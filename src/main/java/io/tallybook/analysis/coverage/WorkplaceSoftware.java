package io.tallybook.analysis.coverage;

import io.tallybook.analysis.Sources;
import io.tallybook.analysis.Verdict;
import io.tallybook.analysis.coverage.WorkCopies.Application;
import io.tallybook.analysis.coverage.WorkCopies.Use;
import io.tallybook.ledger.Agreement;
import io.tallybook.ledger.Employee;
import io.tallybook.ledger.Entry;
import io.tallybook.ledger.WorkplacePurchase;
import io.tallybook.ledger.WorkplacePurchase.Option;
import io.tallybook.result.Figure;
import io.tallybook.result.FindingStatus;
import io.tallybook.terms.ProductKey;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The software option of the workplace discount: who may have a license, and when it ends (SA-WDP-05, -06, -08 to -12). */
final class WorkplaceSoftware {
    /** Why and when a license ends. */
    private record End(Optional<LocalDate> day, Verdict verdict) {
        static End of(Verdict verdict) {
            return new End(Optional.empty(), verdict);
        }
    }

    /** When the license of a purchase ends; empty and not known, or empty because nothing ends it. */
    private record LicenseEnd(boolean known, Optional<LocalDate> day) {
        boolean mayRunOn(LocalDate asOf) {
            return day.map(end -> !end.isBefore(asOf)).orElse(true);
        }
    }

    private final Facts facts;
    private final CoverageRules rules;
    private final CoverageResults out;
    private final WorkCopies copies;
    private final Map<String, Entry<Employee>> employees;
    private final List<Entry<WorkplacePurchase>> purchases;
    private final Map<String, Verdict> softwareOption;
    private final Map<String, Verdict> participation;
    private final Map<String, LicenseEnd> ends = new LinkedHashMap<>();

    /**
     * @param softwareOption  by agreement: is the software option open
     * @param participation  by agreement: what was stated on the participation
     */
    WorkplaceSoftware(
            Facts facts,
            CoverageResults out,
            WorkCopies copies,
            Map<String, Entry<Employee>> employees,
            List<Entry<WorkplacePurchase>> purchases,
            Map<String, Verdict> softwareOption,
            Map<String, Verdict> participation) {
        this.facts = facts;
        this.rules = facts.rules();
        this.out = out;
        this.copies = copies;
        this.employees = employees;
        this.purchases = purchases.stream()
                .filter(entry -> entry.record().option() == Option.SOFTWARE)
                .toList();
        this.softwareOption = softwareOption;
        this.participation = participation;
    }

    void write() {
        for (Entry<WorkplacePurchase> entry : purchases) {
            Application.of(entry.record().product()).ifPresent(application -> writeEnds(entry, application));
        }
        for (Entry<WorkplacePurchase> entry : purchases) {
            Optional<Application> application = Application.of(entry.record().product());
            application.ifPresent(found -> find("SA-WDP-05", entry, entitlement(entry.record(), found)));
            if (end(entry.record()).mayRunOn(facts.asOf())) {
                find("SA-WDP-06", entry, Verdict.attest("The software is installed on one device only."));
            }
            find("SA-WDP-12", entry, mapping(entry.record(), application));
        }
        for (Entry<Agreement> agreement : facts.agreements()) {
            for (Application application : Application.values()) {
                new WorkplaceCeiling(facts, copies, employees)
                        .write(
                                agreement,
                                application,
                                option(agreement.record().agreement()),
                                isParticipationEnded(agreement.record().agreement()),
                                out);
            }
        }
    }

    private Verdict option(String agreement) {
        return softwareOption.getOrDefault(agreement, Verdict.undetermined("The agreement is not known."));
    }

    private boolean isParticipationEnded(String agreement) {
        return Optional.ofNullable(participation.get(agreement))
                .filter(verdict -> verdict.is(FindingStatus.FAIL))
                .isPresent();
    }

    private void find(String clause, Entry<WorkplacePurchase> entry, Verdict verdict) {
        String assumption = participation.containsKey(entry.record().agreement())
                ? ""
                : "Participation in the program is taken as active; nobody stated anything else.";
        Verdict written = verdict.from(Sources.of(entry));
        out.find(clause, subject(entry.record()), assumption.isEmpty() ? written : written.assuming(assumption));
    }

    private static String subject(WorkplacePurchase row) {
        return "purchase:" + row.purchase();
    }

    private LicenseEnd end(WorkplacePurchase row) {
        return ends.getOrDefault(row.purchase(), new LicenseEnd(false, Optional.empty()));
    }

    private void writeEnds(Entry<WorkplacePurchase> entry, Application application) {
        WorkplacePurchase row = entry.record();
        Map<String, End> found = new LinkedHashMap<>();
        List<Use> uses = copies.uses(row.employee(), row.agreement(), application);
        Optional<LastWorkCopy> last = LastWorkCopy.of(uses, row.bought());
        found.put("SA-WDP-08", employment(row));
        found.put("SA-WDP-09", coverage(row, application, uses, last));
        found.put("SA-WDP-10", use(last));
        found.put("SA-WDP-11", otherVersion(row, application));
        found.forEach((clause, end) -> find(clause, entry, end.verdict()));
        boolean known = !found.get("SA-WDP-09").verdict().is(FindingStatus.UNDETERMINED);
        Optional<LocalDate> earliest =
                found.values().stream().flatMap(end -> end.day().stream()).min(LocalDate::compareTo);
        ends.put(row.purchase(), new LicenseEnd(known, known ? earliest : Optional.empty()));
        Figure.Builder figure =
                out.figure("workplace.license-end", subject(row)).sources(Sources.of(entry));
        found.forEach(
                (clause, end) -> end.day().ifPresent(day -> figure.work("end by " + clause, day.toString(), "date")));
        out.add(
                figure,
                known ? earliest : Optional.empty(),
                found.get("SA-WDP-09").verdict().reason());
    }

    private End ending(String what, LocalDate day) {
        return new End(
                Optional.of(day),
                Deadlines.end(what, day, facts.asOf(), rules.settings().warningDays()));
    }

    private End employment(WorkplacePurchase row) {
        Optional<Employee> employee =
                Optional.ofNullable(employees.get(row.employee())).map(Entry::record);
        if (employee.isEmpty()) {
            return End.of(
                    Verdict.undetermined("Until when the buyer is employed is not known (no row in `employees`)."));
        }
        return employee.map(Employee::employmentEnd)
                .map(day -> ending("The employment", day))
                .orElseGet(() -> End.of(Verdict.pass("The employment goes on.")));
    }

    private End coverage(WorkplacePurchase row, Application application, List<Use> uses, Optional<LastWorkCopy> last) {
        if (last.isPresent()) {
            boolean unknown = uses.stream()
                    .anyMatch(use -> use.isOn(row.bought()) && !use.timeline().known());
            Optional<LocalDate> end = unknown ? Optional.empty() : last.get().saEnd();
            String copy = "position " + last.get().use().position().id();
            return end.map(day -> ending("SA on the work copy (" + copy + ")", day))
                    .orElseGet(() -> End.of(Verdict.undetermined("SA on the work copy (" + copy + ") on " + row.bought()
                            + " is not known, or there was none.")));
        }
        List<SaTimeline> timelines = copies.positions(row.agreement(), application).stream()
                .map(facts::timeline)
                .toList();
        boolean known = timelines.stream().allMatch(SaTimeline::known)
                && timelines.stream().anyMatch(timeline -> timeline.isActiveOn(row.bought()));
        Optional<LocalDate> latest = known
                ? timelines.stream()
                        .flatMap(timeline -> timeline.end().stream())
                        .max(LocalDate::compareTo)
                : Optional.empty();
        return latest.map(day -> ending("SA on the last copy of the agreement", day))
                .orElseGet(() -> End.of(Verdict.undetermined("No work copy of the employee is known on " + row.bought()
                        + ", and the SA of the agreement's copies is not known or was none.")));
    }

    private End use(Optional<LastWorkCopy> last) {
        if (last.isEmpty()) {
            return End.of(
                    Verdict.undetermined(
                            "That the employee used a work copy on the day of the purchase is not known (desktop_assignments)."));
        }
        return last.get()
                .until()
                .map(day -> ending("The use of the work copy", day))
                .orElseGet(() -> End.of(Verdict.pass("The employee still uses the work copy.")));
    }

    private static String version(WorkplacePurchase row) {
        return ProductName.of(row.product(), "", row.version(), false).version();
    }

    private static boolean isLater(WorkplacePurchase row, WorkplacePurchase than) {
        int byDay = row.bought().compareTo(than.bought());
        return byDay > 0 || (byDay == 0 && Ids.NATURAL.compare(row.purchase(), than.purchase()) > 0);
    }

    /** The employee's other licenses for the application. */
    private Stream<WorkplacePurchase> others(WorkplacePurchase row, Application application) {
        return purchases.stream()
                .map(Entry::record)
                .filter(other -> other.employee().equals(row.employee())
                        && !other.purchase().equals(row.purchase())
                        && Application.of(other.product())
                                .filter(application::equals)
                                .isPresent());
    }

    private End otherVersion(WorkplacePurchase row, Application application) {
        String version = version(row);
        Optional<LocalDate> installed = others(row, application)
                .filter(other -> isLater(other, row)
                        && !version.isEmpty()
                        && !version(other).isEmpty()
                        && !version(other).equals(version))
                .map(WorkplacePurchase::installed)
                .flatMap(Stream::ofNullable)
                .filter(day -> !day.isAfter(facts.asOf()))
                .min(LocalDate::compareTo);
        return installed
                .map(day -> new End(
                        Optional.of(day),
                        Verdict.fail("The employee installed another version bought later on " + day
                                        + "; that ended this license.")
                                .on(day)))
                .orElseGet(() -> End.of(Verdict.attest(
                        "The employee uses no other version of the application under a program license.")));
    }

    private Verdict entitlement(WorkplacePurchase row, Application application) {
        Verdict option = option(row.agreement());
        if (option.is(FindingStatus.FAIL)) {
            return option;
        }
        if (isParticipationEnded(row.agreement())) {
            return Verdict.fail("Participation in the program was ended.");
        }
        Verdict copy = workCopy(row, application);
        Verdict single = single(row, application);
        Map<String, Verdict> parts = new LinkedHashMap<>();
        parts.put("work copy", copy);
        parts.put("single license", single);
        parts.put("software option", option);
        return Verdict.worst(parts);
    }

    private Verdict workCopy(WorkplacePurchase row, Application application) {
        boolean anyNamed = copies.positions(row.agreement(), application).stream()
                .anyMatch(position -> !copies.uses(position).isEmpty());
        if (!anyNamed) {
            return Verdict.undetermined(
                    "Who uses the copies of agreement " + row.agreement() + " is not known (desktop_assignments).");
        }
        boolean open = false;
        for (Use use : copies.uses(row.employee(), row.agreement(), application)) {
            Position position = use.position();
            boolean mayBeListed = copies.isVersionListed(position) || !copies.isVersionKnown(position);
            boolean mayBeActive = !use.timeline().isInactiveOn(row.bought());
            if (use.isOn(row.bought()) && mayBeListed && mayBeActive) {
                if (copies.isVersionListed(position) && use.timeline().isActiveOn(row.bought())) {
                    return Verdict.pass(
                            "On " + row.bought() + " the employee used position " + position.id() + " with SA.");
                }
                open = true;
            }
        }
        return open
                ? Verdict.undetermined("Version or SA of the copy in use on " + row.bought() + " is not known.")
                : Verdict.fail("On " + row.bought() + " the employee used no copy with SA of a listed version.");
    }

    private Verdict single(WorkplacePurchase row, Application application) {
        Function<LicenseEnd, Boolean> runs = end -> end.mayRunOn(facts.asOf());
        List<WorkplacePurchase> beside = !runs.apply(end(row))
                ? List.of()
                : others(row, application)
                        .filter(other -> isLater(row, other) && runs.apply(end(other)))
                        .toList();
        Optional<WorkplacePurchase> running =
                beside.stream().filter(other -> end(other).known()).findFirst();
        if (running.isPresent()) {
            return Verdict.fail(
                    "License " + running.get().purchase() + " for the same application still runs beside it.");
        }
        return beside.isEmpty()
                ? Verdict.pass("It is the only running license for the application.")
                : Verdict.undetermined("Whether license " + beside.get(0).purchase()
                        + " for the same application still runs is not known.");
    }

    private Verdict mapping(WorkplacePurchase row, Optional<Application> application) {
        ProductKey product = ProductKey.of(row.product());
        String version = version(row);
        List<Map<String, String>> targets = rules.rows("workplace-software").stream()
                .filter(target -> ProductKey.of(CoverageRules.cell(target, "program_product"))
                        .equals(product))
                .toList();
        boolean listed = targets.stream()
                .anyMatch(
                        target -> CoverageRules.cell(target, "program_version").equals(version));
        if (application.isEmpty() || targets.isEmpty() || (!listed && !version.isEmpty())) {
            return Verdict.fail(row.product() + " is no product of the software option.");
        }
        List<Position> own = copies.uses(row.employee()).stream()
                .filter(use -> use.isOn(row.bought())
                        && application.get().isIn(use.position().row().product()))
                .map(Use::position)
                .toList();
        List<String> names = new ArrayList<>();
        own.forEach(position -> names.add(
                (position.name().shown() + " " + position.row().version().strip()).strip()));
        boolean inside = own.stream().anyMatch(copies::isVersionListed);
        boolean open = own.isEmpty()
                || own.stream()
                        .anyMatch(position ->
                                copies.application(position).isPresent() && !copies.isVersionKnown(position));
        if (!inside && !open) {
            return Verdict.fail("The work copies (" + String.join(", ", names) + ") are outside the table.");
        }
        if (!inside || !listed) {
            return Verdict.undetermined(
                    own.isEmpty()
                            ? "No work copy of the employee is known on " + row.bought() + "."
                            : "The version of a work copy or of the product bought is not known.");
        }
        return Verdict.pass(row.product() + " goes with " + String.join(", ", names) + ".");
    }
}
