package io.tallybook.analysis.partner;

import io.tallybook.analysis.ResultWriter;
import io.tallybook.analysis.Verdict;
import io.tallybook.ledger.PartnerPerson;
import io.tallybook.ledger.PartnerPerson.Employment;
import io.tallybook.ledger.ProgramUse.Revenue;
import java.util.Optional;

/** What Visual Studio subscriptions are used for (MPP-85 to MPP-90). */
final class StudioUse {
    private static final String PRODUCTION = "PRODUCTION";

    private final Partnership partnership;
    private final ResultWriter out;

    StudioUse(Partnership partnership, ResultWriter out) {
        this.partnership = partnership;
        this.out = out;
    }

    void write() {
        partnership.uses().stream().filter(use -> !use.isGeneral()).forEach(this::write);
    }

    private void write(Use use) {
        permitted(use).ifPresent(verdict -> find("MPP-85", use, verdict));
        switch (use.purpose()) {
            case CONSULTING -> find("MPP-87", use, paidWork(use));
            case CUSTOMIZE_FOR_CUSTOMER -> find("MPP-88", use, paidWork(use));
            case CUSTOM_FOR_CLIENT -> find("MPP-89", use, paidWork(use));
            default -> find("MPP-86", use, revenue(use));
        }
        if (use.is(Purpose.PACKAGED_PRODUCT)) {
            find(
                    "MPP-90",
                    use,
                    use.hasClient()
                            ? Verdict.undetermined("Review: a packaged product that names one client, "
                                    + use.row().client() + ".")
                            : Verdict.pass("A packaged product without a single client: indirect revenue."));
        }
    }

    private void find(String clause, Use use, Verdict verdict) {
        out.find(clause, use.subject(), verdict.from(use.sources()));
    }

    private Optional<Verdict> permitted(Use use) {
        if (use.is(Purpose.BLANK)) {
            return Optional.of(Verdict.attest("Is it used to design, develop, test or demonstrate internal"
                    + " applications? `purpose` is blank."));
        }
        if (use.purpose().isOfVisualStudio()) {
            return Optional.of(internalApplication(use));
        }
        boolean review = use.is(
                Purpose.INTERNAL_BUSINESS,
                Purpose.DEMO,
                Purpose.SOLUTION_DEVELOPMENT,
                Purpose.INTERNAL_TRAINING,
                Purpose.UNKNOWN);
        return review
                ? Optional.of(Verdict.undetermined(
                        "Review: the purpose " + use.row().purpose() + " is not listed for Visual Studio."))
                : Optional.empty();
    }

    private Verdict internalApplication(Use use) {
        if (use.environment().equals(PRODUCTION)) {
            return Verdict.undetermined("Review: production is not listed for Visual Studio.");
        }
        Optional<PartnerPerson> person = partnership.person(use.row().person());
        Employment employment = person.map(PartnerPerson::employment).orElse(null);
        if (person.isEmpty() || employment == null) {
            return Verdict.undetermined(
                    "Person or employment is not known: fill `person`, and `employment` in" + " `partner_people`.");
        }
        return employment == Employment.EMPLOYEE
                ? Verdict.pass(use.purpose() + " of internal applications by the employee "
                        + person.get().person() + ".")
                : Verdict.undetermined(
                        "Review: " + person.get().person() + " is " + employment + "; the guide speaks of employees.");
    }

    private static Verdict revenue(Use use) {
        Revenue revenue = use.row().revenue();
        if (revenue == null) {
            return use.is(Purpose.PACKAGED_PRODUCT)
                    ? Verdict.pass("A packaged product: indirect revenue.")
                    : Verdict.attest("Is it used for no activity that earns money directly? `revenue` is blank.");
        }
        return switch (revenue) {
            case DIRECT -> Verdict.fail("Direct revenue, as `revenue` states.");
            case NONE -> Verdict.pass("No revenue.");
            case INDIRECT -> Verdict.pass("Indirect revenue, which is allowed.");
        };
    }

    private static Verdict paidWork(Use use) {
        return switch (use.row().paid()) {
            case YES -> Verdict.fail("Direct revenue: " + use.purpose() + " for a fee.");
            case NO -> Verdict.undetermined("Review: " + use.purpose() + " without a fee.");
            case UNKNOWN ->
                Verdict.undetermined("Whether the customer pays for " + use.purpose() + " is not known: fill `paid`.");
        };
    }
}
