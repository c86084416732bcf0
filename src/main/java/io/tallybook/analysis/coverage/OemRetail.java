package io.tallybook.analysis.coverage;

import io.tallybook.analysis.Verdict;
import io.tallybook.analysis.coverage.CoverageRules.DatedOemLicense;
import io.tallybook.analysis.coverage.CoverageRules.Window;
import io.tallybook.ledger.Agreement.Program;
import io.tallybook.ledger.Pool;
import io.tallybook.ledger.Purchase.Category;
import io.tallybook.terms.ProductKey;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * SA on OEM and retail licenses (SA-PUR-10 to -25): in time, under which programs, for which pools, and the two special
 * cases of Office and SQL Server. Judges one line.
 */
final class OemRetail {
    private static final ProductKey OFFICE_PROFESSIONAL = ProductKey.of("Office Professional");

    private final Line line;
    private final CoverageRules rules;
    private final List<Map<String, String>> officeLicenses;

    OemRetail(Line line, CoverageRules rules) {
        this.line = line;
        this.rules = rules;
        officeLicenses = rules.rows("oem-office-licenses");
    }

    /** Returns the last day to order SA for an OEM or retail license bought on a day. */
    static LocalDate lastDay(LocalDate purchased, boolean datedSqlServer, CoverageRules rules) {
        LocalDate last = rules.last(Window.OEM_FPP, purchased);
        LocalDate lastOfAll = lastDayOfAll(rules);
        return datedSqlServer && last.isAfter(lastOfAll) ? lastOfAll : last;
    }

    /** Returns the last day on which SA for any OEM SQL Server of the dated version could be ordered. */
    private static LocalDate lastDayOfAll(CoverageRules rules) {
        return rules.last(Window.OEM_FPP, rules.oemSqlServer().purchasedBefore().minusDays(1));
    }

    static boolean isDatedSqlServer(ProductName name, CoverageRules rules) {
        return name.isSqlServer() && name.version().equals(rules.oemSqlServer().version());
    }

    /** Is it an OEM Office license of a version that the terms list? */
    boolean isListedOffice() {
        return isOffice()
                && officeLicenses.stream()
                        .anyMatch(row -> CoverageRules.cell(row, "version")
                                .equals(line.underlying().version()));
    }

    boolean isDatedSqlServer() {
        return line.isOem() && isDatedSqlServer(line.underlying(), rules);
    }

    private boolean isOffice() {
        return line.isOem() && line.underlying().full().equals(OFFICE_PROFESSIONAL);
    }

    private boolean isSqlServerWithoutVersion() {
        return line.isOem()
                && line.underlying().isSqlServer()
                && line.underlying().version().isEmpty();
    }

    /** Returns the last day of the order; empty when the purchase date is not known. */
    Optional<LocalDate> lastDay() {
        return line.purchased().map(day -> lastDay(day, isDatedSqlServer(), rules));
    }

    /** Returns every verdict that applies to the line, by clause. */
    Map<String, Verdict> verdicts() {
        Map<String, Verdict> found = new LinkedHashMap<>();
        found.put("SA-PUR-10", inTime());
        switch (line.agreement().program()) {
            case OPEN_VALUE, OPEN_VALUE_SUBSCRIPTION -> found.put("SA-PUR-11", openValue());
            case EA, SCE, EAP -> found.put("SA-PUR-12", enterprise());
            default -> {}
        }
        Optional<Pool> pool = line.poolOfThree();
        boolean applications = pool.filter(Pool.APPLICATIONS::equals).isPresent();
        boolean server = pool.filter(Pool.SERVER::equals).isPresent();
        if (applications && line.isRetail()) {
            found.put("SA-PUR-14", Verdict.fail("SA cannot be added to retail licenses of the Applications pool."));
        }
        if (applications && line.isOem()) {
            found.put("SA-PUR-15", outlinedApplication());
        }
        found.put("SA-PUR-18", program());
        if (isOffice()) {
            found.put("SA-PUR-21", officeProduct());
        }
        if (isListedOffice()) {
            found.put("SA-PUR-22", officeProgram());
            found.put("SA-PUR-23", inTime());
        }
        if (isDatedSqlServer()) {
            found.put("SA-PUR-24", purchasedInTime());
            found.put("SA-PUR-25", sqlServerInTime());
        } else if (isSqlServerWithoutVersion()) {
            found.put(
                    "SA-PUR-24",
                    Verdict.undetermined("The version of the SQL Server is not known; "
                            + rules.oemSqlServer().version() + " has a purchase date of its own."));
        }
        String serverClause = line.isOem() ? "SA-PUR-17" : "SA-PUR-16";
        if (server) {
            found.put(serverClause, serverPool(found));
        } else if (pool.isEmpty()) {
            found.put(
                    serverClause,
                    Verdict.undetermined("The pool of " + line.name().shown()
                            + " is not known; the order line or `products` can name it."));
        }
        if (pool.filter(Pool.SYSTEMS::equals).isPresent()) {
            found.put("SA-PUR-20", systemsPool());
        }
        Map<String, Verdict> sourced = new LinkedHashMap<>();
        found.forEach((clause, verdict) -> sourced.put(clause, verdict.from(line.sources())));
        return sourced;
    }

    private Verdict inTime() {
        Optional<LocalDate> last = line.purchased().map(day -> rules.last(Window.OEM_FPP, day));
        return Deadlines.within(line.ordered(), "the purchase", line.purchased(), last);
    }

    private Verdict openValue() {
        if (line.isUnder(Program.OPEN_VALUE_SUBSCRIPTION)) {
            return Verdict.fail("Open Value Subscription is company-wide by nature.");
        }
        Category category = line.row().category();
        if (category == Category.ENTERPRISE) {
            return Verdict.fail("It is an Enterprise Product (company-wide) under Open Value.");
        }
        if (category == Category.ADDITIONAL) {
            return Verdict.pass("It is an Additional Product (not company-wide) under Open Value.");
        }
        return switch (line.agreement().companyWide()) {
            case YES -> Verdict.fail("The Open Value agreement is company-wide.");
            case NO -> Verdict.pass("The Open Value agreement is not company-wide.");
            case UNKNOWN ->
                Verdict.undetermined("Whether the Open Value agreement is company-wide is not known (company_wide).");
        };
    }

    private Verdict enterprise() {
        Category category = line.row().category();
        if (!line.isUnder(Program.EA)) {
            return Verdict.undetermined("What holds for components of "
                    + line.agreement().program() + " is not stated; a review has to settle it.");
        }
        if (category == Category.ADDITIONAL) {
            return Verdict.pass("It is an Additional Product under the Enterprise Agreement.");
        }
        if (category == Category.ENTERPRISE) {
            return Verdict.fail("It is an Enterprise Product under the Enterprise Agreement.");
        }
        return Verdict.undetermined("Only Additional Products are settled; this line is "
                + (category == null ? "of no known category." : category + "."));
    }

    private Verdict program() {
        return byProgram("oem-retail-programs");
    }

    private Verdict officeProgram() {
        return byProgram("oem-office-programs");
    }

    private Verdict byProgram(String term) {
        Program program = line.agreement().program();
        String condition = rules.rows(term).stream()
                .filter(row -> CoverageRules.cell(row, "program").equals(program.name()))
                .map(row -> CoverageRules.cell(row, "condition"))
                .findFirst()
                .orElse("NONE");
        Verdict verdict = switch (condition) {
            case "ANY" -> Verdict.pass(program + " has the option.");
            case "NOT_COMPANY_WIDE" -> openValue();
            case "ADDITIONAL_PRODUCT", "NOT_STATED" -> enterprise();
            default -> Verdict.fail(program + " does not have the option.");
        };
        return line.agreement().academic().isYes()
                ? verdict.assuming("The academic agreement is taken as its program; the page does not name it.")
                : verdict;
    }

    private Verdict outlinedApplication() {
        if (isListedOffice()) {
            return Verdict.pass(
                    "OEM Office Professional " + line.underlying().version() + " is one of the cases outlined.");
        }
        return isOffice() && line.underlying().version().isEmpty()
                ? Verdict.undetermined("The version of the OEM Office Professional is not known; it settles the case.")
                : Verdict.fail(line.underlying().shown() + " is none of the OEM applications that take SA.");
    }

    private Verdict officeProduct() {
        Set<ProductKey> ordered = rules.products("oem-office-licenses", "sa_product");
        if (!ordered.contains(line.name().full())) {
            return Verdict.fail(
                    "SA was ordered for " + line.name().shown() + "; OEM Office takes SA for Office Standard.");
        }
        if (line.underlying().version().isEmpty()) {
            return Verdict.undetermined("The version of the OEM Office Professional is not known.");
        }
        return isListedOffice()
                ? Verdict.pass("OEM Office Professional " + line.underlying().version() + " takes SA for "
                        + line.name().shown() + ".")
                : Verdict.fail("OEM Office Professional " + line.underlying().version() + " is not listed.");
    }

    private Verdict purchasedInTime() {
        DatedOemLicense dated = rules.oemSqlServer();
        Optional<LocalDate> purchased = line.purchased();
        if (purchased.isEmpty()) {
            return Verdict.undetermined(
                    "The purchase date is not known; it has to lie before " + dated.purchasedBefore() + ".");
        }
        String bought = "OEM SQL Server " + dated.version() + " was bought on " + purchased.get();
        return purchased.get().isBefore(dated.purchasedBefore())
                ? Verdict.pass(bought + ", before " + dated.purchasedBefore() + ".")
                : Verdict.fail(bought + ", not before " + dated.purchasedBefore() + ".");
    }

    private Verdict sqlServerInTime() {
        LocalDate lastOfAll = lastDayOfAll(rules);
        return line.ordered().isAfter(lastOfAll)
                ? Verdict.fail("Ordered on " + line.ordered() + ", after the last day of all, " + lastOfAll + ".")
                        .on(lastOfAll)
                : inTime();
    }

    private Verdict serverPool(Map<String, Verdict> found) {
        if (isSqlServerWithoutVersion()) {
            return Verdict.undetermined("The version of the SQL Server is not known.");
        }
        List<String> clauses =
                isDatedSqlServer() ? List.of("SA-PUR-18", "SA-PUR-24", "SA-PUR-25") : List.of("SA-PUR-10", "SA-PUR-18");
        Map<String, Verdict> parts = new LinkedHashMap<>();
        clauses.forEach(
                clause -> parts.put(clause, found.getOrDefault(clause, Verdict.notApplicable("It does not apply."))));
        return Verdict.worst(parts);
    }

    private Verdict systemsPool() {
        String silent = "The page has no row for the Systems pool";
        return rules.settings().systemsOption()
                ? Verdict.undetermined(silent + "; the setting systems-oem-option leaves it to other terms.")
                : Verdict.fail(silent + "; the option is not granted by it.");
    }
}
