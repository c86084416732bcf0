package io.tallybook.analysis.coverage;

import io.tallybook.analysis.Verdict;
import io.tallybook.analysis.coverage.Line.Kind;
import io.tallybook.ledger.License.Metric;
import io.tallybook.ledger.Pool;
import io.tallybook.ledger.Purchase;
import io.tallybook.ledger.Purchase.CalType;
import io.tallybook.ledger.Purchase.LicenseModel;
import io.tallybook.terms.ProductKey;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Switching CALs between User and Device, and client management licenses between User and OSE (SA-REN-18 to -20). */
final class TypeSwitches {
    private static final Set<CalType> OF_CALS = EnumSet.of(CalType.USER, CalType.DEVICE);
    private static final Set<CalType> OF_CLIENT_LICENSES = EnumSet.of(CalType.USER, CalType.OSE);

    private final Facts facts;
    private final CoverageResults out;

    TypeSwitches(Facts facts, CoverageResults out) {
        this.facts = facts;
        this.out = out;
    }

    void write() {
        for (Line line : facts.lines(TypeSwitches::switches)) {
            LicenseModel model = line.row().licenseModel();
            boolean cal = model == LicenseModel.CAL
                    || (model == null && line.pool().filter(Pool.CAL::equals).isPresent());
            if (cal) {
                out.find("SA-REN-18", line.subject(), calSwitch(line).from(line.sources()));
                out.find("SA-REN-19", line.subject(), edition(line).from(line.sources()));
            } else if (model == LicenseModel.MANAGEMENT_LICENSE) {
                out.find("SA-REN-20", line.subject(), managementSwitch(line).from(line.sources()));
            }
        }
    }

    private static boolean switches(Line line) {
        Purchase row = line.row();
        return row.calType() != null
                && row.priorCalType() != null
                && !row.calType().name().equals(row.priorCalType().name())
                && line.isPositive();
    }

    private static boolean isBetween(Line line, Set<CalType> types) {
        return Optional.ofNullable(line.row().calType()).filter(types::contains).isPresent()
                && Optional.ofNullable(line.row().priorCalType())
                        .filter(prior -> types.contains(CalType.valueOf(prior.name())))
                        .isPresent();
    }

    private static String text(Line line) {
        return "Switched from " + line.row().priorCalType() + " to "
                + line.row().calType();
    }

    private static Verdict calSwitch(Line line) {
        if (!line.is(Kind.RENEWAL)) {
            return Verdict.fail(text(line) + " without a renewal of SA.");
        }
        if (!isBetween(line, OF_CALS)) {
            return Verdict.fail(text(line) + "; CALs switch between User and Device only.");
        }
        LocalDate effective = line.row().effective();
        LocalDate start = line.row().coverageStart();
        if (effective != null && start == null) {
            return Verdict.undetermined(
                    text(line) + " on " + effective + "; the begin of the renewed SA is not known (coverage_start).");
        }
        return effective == null || effective.equals(start)
                ? Verdict.pass(text(line) + " with the renewal.")
                : Verdict.fail(text(line) + " on " + effective + ", while the renewed SA begins on " + start + ".");
    }

    private static Verdict edition(Line line) {
        String before = ProductName.compared(line.row().priorEdition());
        String after = line.name().edition();
        if (before.isEmpty() || after.isEmpty()) {
            return Verdict.undetermined(
                    "The edition " + (after.isEmpty() ? "after" : "before") + " the switch is not known.");
        }
        return before.equals(after)
                ? Verdict.pass("The edition stays " + line.row().edition().strip() + ".")
                : Verdict.fail(
                        "The edition changes from " + line.row().priorEdition().strip() + " to "
                                + line.row().edition().strip() + "; that takes a step-up.");
    }

    private static Verdict managementSwitch(Line line) {
        Optional<Metric> metric = line.position().map(position -> position.row().metric());
        if (!line.is(Kind.RENEWAL)) {
            return Verdict.fail(text(line) + " without a renewal of SA.");
        }
        if (!isBetween(line, OF_CLIENT_LICENSES)) {
            return Verdict.fail(text(line) + "; client management licenses switch between User and OSE only.");
        }
        if (metric.filter(Metric.MANAGEMENT::equals).isPresent()) {
            return Verdict.fail(text(line) + "; the position is a server management license.");
        }
        boolean client = metric.isPresent()
                ? metric.get() == Metric.CLIENT_ML_USER || metric.get() == Metric.CLIENT_ML_OSE
                : ProductKey.words(line.row().product()).contains("client");
        return client
                ? Verdict.pass(text(line) + " with the renewal of a client management license.")
                : Verdict.undetermined(text(line) + "; whether it is a client management license is not known.");
    }
}
