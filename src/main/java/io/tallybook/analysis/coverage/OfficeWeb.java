package io.tallybook.analysis.coverage;

import io.tallybook.analysis.Bounded;
import io.tallybook.analysis.Sources;
import io.tallybook.analysis.Verdict;
import io.tallybook.ledger.DesktopAssignment;
import io.tallybook.ledger.Employee;
import io.tallybook.ledger.Entry;
import io.tallybook.ledger.License.Channel;
import io.tallybook.ledger.OfficeWebUse;
import io.tallybook.ledger.OfficeWebUse.Service;
import io.tallybook.ledger.YesNo;
import io.tallybook.result.FigureState;
import io.tallybook.result.FindingStatus;
import io.tallybook.terms.ProductKey;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Editing in Office for the web and Office Online Server (SA-WEB). */
final class OfficeWeb {
    private final Facts facts;
    private final CoverageResults out;
    private final Set<ProductKey> products;
    private final Map<String, List<Entry<DesktopAssignment>>> byDevice = new TreeMap<>();
    private final Map<String, List<Entry<DesktopAssignment>>> byEmployee = new HashMap<>();
    private final List<Entry<DesktopAssignment>> assignments;

    OfficeWeb(Facts facts, CoverageResults out) {
        this.facts = facts;
        this.out = out;
        products = facts.rules().products("office-web-products", "product");
        assignments = facts.upToAsOf(DesktopAssignment.class, DesktopAssignment::from);
        for (Entry<DesktopAssignment> entry : assignments) {
            file(byDevice, entry.record().device(), entry);
            file(byEmployee, entry.record().employee(), entry);
        }
    }

    private static void file(
            Map<String, List<Entry<DesktopAssignment>>> map, String key, Entry<DesktopAssignment> entry) {
        if (!key.isBlank()) {
            map.computeIfAbsent(key, k -> new ArrayList<>()).add(entry);
        }
    }

    /** Is it, or is its SA for, one of the applications that open Office on the web? */
    static boolean isQualifying(Position position, Facts facts, Set<ProductKey> products) {
        return products.contains(position.name().full())
                || (position.row().channel() == Channel.OEM
                        && facts.linesNaming(position).stream()
                                .anyMatch(line -> line.isSaLine()
                                        && line.isPositive()
                                        && products.contains(line.name().full())));
    }

    private boolean isQualifying(Entry<DesktopAssignment> entry) {
        return facts.position(entry.record().license())
                .filter(position -> isQualifying(position, facts, products))
                .isPresent();
    }

    static boolean isCurrent(DesktopAssignment row, LocalDate day) {
        return (row.from() == null || !row.from().isAfter(day))
                && (row.until() == null || !row.until().isBefore(day));
    }

    /** What a device carries on a day. */
    private enum Carries {
        COVERED,
        /** A qualifying application, whose SA is not known. */
        NOT_KNOWN,
        NOTHING
    }

    private Carries carries(String device, LocalDate day) {
        Carries found = Carries.NOTHING;
        for (Entry<DesktopAssignment> entry : byDevice.getOrDefault(device, List.of())) {
            if (isCurrent(entry.record(), day) && isQualifying(entry)) {
                SaTimeline timeline = facts.position(entry.record().license())
                        .map(facts::timeline)
                        .orElse(SaTimeline.NONE);
                if (timeline.isActiveOn(day)) {
                    return Carries.COVERED;
                }
                found = timeline.known() ? found : Carries.NOT_KNOWN;
            }
        }
        return found;
    }

    void write() {
        List<Entry<OfficeWebUse>> use = facts.upToAsOf(OfficeWebUse.class, OfficeWebUse::usedOn);
        if (!assignments.isEmpty()) {
            writeCounts();
            List<Entry<DesktopAssignment>> qualifying =
                    assignments.stream().filter(this::isQualifying).toList();
            if (use.isEmpty() && !qualifying.isEmpty()) {
                out.find(
                        "SA-WEB-01",
                        out.accountSubject(),
                        Verdict.attest(
                                        "Only users of Licensed Devices, and their Primary Users, edit in Office on the web;"
                                                + " no use was delivered (office_web_use).")
                                .from(Sources.of(qualifying)));
            }
        }
        writeUse(use);
        writePlans(use);
    }

    private void writeCounts() {
        LocalDate asOf = facts.asOf();
        Set<String> covered = new LinkedHashSet<>();
        Set<String> open = new LinkedHashSet<>();
        Set<String> primaries = new TreeSet<>();
        for (String device : byDevice.keySet()) {
            Carries carries = carries(device, asOf);
            if (carries == Carries.COVERED) {
                covered.add(device);
                Set<String> ofDevice = primaryUsers(device, asOf);
                if (ofDevice.size() == 1) {
                    primaries.addAll(ofDevice);
                }
            } else if (carries == Carries.NOT_KNOWN) {
                open.add(device);
            }
        }
        out.add(
                out.figure("office-web.devices", out.accountSubject()).sources(Sources.of(assignments)),
                count(covered.size(), open));
        out.add(
                out.figure("office-web.primary-users", out.accountSubject()).sources(Sources.of(assignments)),
                count(primaries.size(), open));
    }

    private static Bounded count(int counted, Set<String> open) {
        Bounded known = Bounded.known(counted);
        return open.isEmpty()
                ? known
                : new Bounded(
                        FigureState.LOWER_BOUND,
                        known.value(),
                        "The SA of the application on " + open.size() + (open.size() == 1 ? " device" : " devices")
                                + " is not known, e.g. on " + open.iterator().next() + ".");
    }

    private Set<String> primaryUsers(String device, LocalDate day) {
        Set<String> users = new TreeSet<>();
        for (Entry<DesktopAssignment> entry : byDevice.getOrDefault(device, List.of())) {
            DesktopAssignment row = entry.record();
            if (isCurrent(row, day)
                    && row.primaryUser().isYes()
                    && !row.employee().isBlank()) {
                users.add(row.employee());
            }
        }
        return users;
    }

    private void writeUse(List<Entry<OfficeWebUse>> use) {
        Map<String, Map<String, Verdict>> fromDevice = new LinkedHashMap<>();
        Map<String, Map<String, Verdict>> asPrimary = new LinkedHashMap<>();
        for (Entry<OfficeWebUse> entry : use) {
            OfficeWebUse row = entry.record();
            String subject = "employee:" + row.employee() + "/device:" + row.device();
            String when = row.service() + " on " + row.usedOn();
            Carries carries = carries(row.device(), row.usedOn());
            List<DesktopAssignment> own = ownOnCoveredDevices(row);
            if (carries == Carries.COVERED) {
                add(
                        fromDevice,
                        subject,
                        when,
                        Verdict.pass("the device carried a qualifying application with SA."),
                        entry);
            } else if (!own.isEmpty()) {
                add(asPrimary, subject, when, primary(own, row), entry);
            } else if (carries == Carries.NOT_KNOWN) {
                add(
                        fromDevice,
                        subject,
                        when,
                        Verdict.undetermined("the SA of the application on the device is not known."),
                        entry);
            } else {
                add(
                        fromDevice,
                        subject,
                        when,
                        Verdict.fail("the device carried no qualifying application with SA, and the user is no Primary"
                                + " User of one that did."),
                        entry);
            }
        }
        fromDevice.forEach((subject, rows) -> out.find("SA-WEB-01", subject, worst(rows)));
        asPrimary.forEach((subject, rows) -> out.find("SA-WEB-02", subject, worst(rows)));
    }

    /** Returns the worst of the rows of use, and where all of them pass, the first with its reason. */
    private static Verdict worst(Map<String, Verdict> rows) {
        Verdict worst = Verdict.worst(rows);
        Map.Entry<String, Verdict> first = rows.entrySet().iterator().next();
        return worst.is(FindingStatus.PASS)
                ? worst.with(
                        FindingStatus.PASS,
                        first.getKey() + ": " + first.getValue().reason())
                : worst;
    }

    private static void add(
            Map<String, Map<String, Verdict>> bySubject,
            String subject,
            String when,
            Verdict verdict,
            Entry<OfficeWebUse> entry) {
        bySubject.computeIfAbsent(subject, key -> new LinkedHashMap<>()).put(when, verdict.from(Sources.of(entry)));
    }

    /** The employee's own assignments, as Primary User or perhaps, on devices that are covered on the day of use. */
    private List<DesktopAssignment> ownOnCoveredDevices(OfficeWebUse use) {
        return byEmployee.getOrDefault(use.employee(), List.of()).stream()
                .map(Entry::record)
                .filter(row -> row.primaryUser() != YesNo.NO
                        && isCurrent(row, use.usedOn())
                        && carries(row.device(), use.usedOn()) == Carries.COVERED)
                .toList();
    }

    private Verdict primary(List<DesktopAssignment> own, OfficeWebUse use) {
        Verdict verdict = Verdict.undetermined(
                "whether the employee is the Primary User of a covered device is not known" + " (primary_user).");
        for (DesktopAssignment row : own) {
            if (row.primaryUser().isYes()) {
                if (primaryUsers(row.device(), use.usedOn()).size() == 1) {
                    return Verdict.pass("Primary User of the Licensed Device " + row.device() + ".");
                }
                verdict = Verdict.undetermined(
                        "device " + row.device() + " has two Primary Users; one has to be corrected.");
            }
        }
        return verdict;
    }

    private void writePlans(List<Entry<OfficeWebUse>> use) {
        Map<String, List<Entry<?>>> users = new TreeMap<>();
        for (Entry<OfficeWebUse> entry : use) {
            if (entry.record().service() == Service.OFFICE_FOR_THE_WEB) {
                users.computeIfAbsent(entry.record().employee(), key -> new ArrayList<>())
                        .add(entry);
            }
        }
        Map<String, Entry<Employee>> employees = new HashMap<>();
        facts.all(Employee.class).forEach(entry -> employees.put(entry.record().employee(), entry));
        users.forEach((user, rows) -> {
            Entry<Employee> employee = employees.get(user);
            List<Entry<?>> sources = new ArrayList<>(rows);
            if (employee != null) {
                sources.add(employee);
            }
            Verdict verdict = employee == null
                    ? Verdict.undetermined("The plans of the employee are not known (no row in `employees`).")
                    : plan(employee.record());
            out.find("SA-WEB-04", "employee:" + user, verdict.from(Sources.of(sources)));
        });
    }

    private static Verdict plan(Employee employee) {
        if (employee.sharepointOnline().isYes()
                || employee.onedriveForBusiness().isYes()) {
            return Verdict.pass("Has a plan with "
                    + (employee.sharepointOnline().isYes() ? "SharePoint Online." : "OneDrive for Business."));
        }
        return employee.sharepointOnline().isNo()
                        && employee.onedriveForBusiness().isNo()
                ? Verdict.fail("Uses Office for the web with neither SharePoint Online nor OneDrive for Business.")
                : Verdict.undetermined(
                        "Whether the employee has SharePoint Online or OneDrive for Business is not known.");
    }
}
