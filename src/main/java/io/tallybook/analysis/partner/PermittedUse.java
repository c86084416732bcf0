package io.tallybook.analysis.partner;

import io.tallybook.analysis.Codes;
import io.tallybook.analysis.ResultWriter;
import io.tallybook.analysis.Verdict;
import io.tallybook.ledger.Partner;
import io.tallybook.ledger.PartnerPerson;
import io.tallybook.ledger.PartnerPerson.Employment;
import io.tallybook.ledger.ProgramUse;
import io.tallybook.ledger.YesNo;
import java.util.Optional;

/** What product benefits may be used for (MPP-27 to MPP-34). */
final class PermittedUse {
    private final Partnership partnership;
    private final Rulebook rules;
    private final ResultWriter out;

    PermittedUse(Partnership partnership, ResultWriter out) {
        this.partnership = partnership;
        this.rules = partnership.rules();
        this.out = out;
    }

    void write() {
        for (Use use : partnership.uses()) {
            if (use.isGeneral()) {
                writeGeneral(use);
            }
            if (use.is(Purpose.CUSTOMER_TRAINING)) {
                find("MPP-34", use, customerTraining());
            }
        }
    }

    private void writeGeneral(Use use) {
        internal(use).ifPresent(verdict -> find("MPP-27", use, verdict));
        switch (use.purpose()) {
            case INTERNAL_BUSINESS -> find("MPP-28", use, outsideRevenue(use));
            case PACKAGED_PRODUCT ->
                find(
                        "MPP-28",
                        use,
                        Verdict.undetermined(
                                "Review: indirect revenue through a product that is sold later is addressed"
                                        + " for Visual Studio only."));
            case DEMO -> writeDemonstration(use);
            case SOLUTION_DEVELOPMENT ->
                find(
                        "MPP-32",
                        use,
                        use.hasClient()
                                ? Verdict.undetermined("Review: solution development that names one client, "
                                        + use.row().client() + ".")
                                : Verdict.pass("Solution development without a single client."));
            case INTERNAL_TRAINING -> find("MPP-33", use, internalTraining(use));
            default -> {}
        }
    }

    private void find(String clause, Use use, Verdict verdict) {
        out.find(clause, use.subject(), verdict.from(use.sources()));
    }

    private Optional<Verdict> internal(Use use) {
        if (use.is(Purpose.BLANK)) {
            return Optional.of(Verdict.attest("What is it used for, and is that permitted? `purpose` is blank."));
        }
        if (use.is(Purpose.UNKNOWN) || use.purpose().isOfVisualStudio()) {
            return Optional.of(Verdict.undetermined(
                    "Review: the purpose " + use.row().purpose() + " is not one of those of product benefits."));
        }
        if (!use.is(Purpose.INTERNAL_BUSINESS)) {
            return Optional.empty();
        }
        String environment = use.environment();
        if (environment.isEmpty()) {
            return Optional.of(Verdict.undetermined("The environment is not known: fill `environment`."));
        }
        return Optional.of(
                rules.isInternalEnvironment(environment)
                        ? Verdict.pass("Internal business use in " + environment + ".")
                        : Verdict.undetermined("Review: the environment " + environment
                                + " is not one of those that the guide names."));
    }

    private static Verdict outsideRevenue(Use use) {
        ProgramUse.Revenue revenue = use.row().revenue();
        if (revenue == null) {
            return Verdict.attest("Does the use earn no money outside? `revenue` is blank.");
        }
        return switch (revenue) {
            case NONE -> Verdict.pass("The use earns no money outside.");
            case DIRECT -> Verdict.fail("The use earns money outside directly.");
            case INDIRECT ->
                Verdict.undetermined("Review: the use earns money outside indirectly, which is addressed"
                        + " for Visual Studio only.");
        };
    }

    private void writeDemonstration(Use use) {
        find("MPP-29", use, demonstrator(use));
        ProgramUse.MachineOwner owner = use.row().machineOwner();
        find(
                "MPP-30",
                use,
                owner == null
                        ? Verdict.attest("Is it demonstrated on hardware or infrastructure of the partner?"
                                + " `machine_owner` is blank.")
                        : owner == ProgramUse.MachineOwner.PARTNER
                                ? Verdict.pass("Demonstrated on the partner's own infrastructure.")
                                : Verdict.fail("A product for demonstration is on hardware or infrastructure of a"
                                        + " customer; a customer's cloud tenant is that too."));
        find("MPP-31", use, Verdict.attest("Is it demonstrated under the partner's supervision?"));
    }

    private Verdict demonstrator(Use use) {
        Optional<PartnerPerson> person = partnership.person(use.row().person());
        if (person.isEmpty()) {
            return Verdict.undetermined(
                    "Who demonstrates is not known: fill `person` and deliver its row in `partner_people`.");
        }
        Employment employment = person.get().employment();
        String role = Codes.of(person.get().role());
        if (employment == null || role.isEmpty()) {
            return Verdict.undetermined("Role or employment of " + person.get().person()
                    + " is not known: fill `role` and `employment` in `partner_people`.");
        }
        String who = person.get().person() + ", " + employment + " with role " + role;
        if (employment != Employment.EMPLOYEE) {
            return Verdict.undetermined("Review: demonstrated by " + who + ", who is no employee.");
        }
        return rules.settings().demoRoles().contains(role)
                ? Verdict.pass("Demonstrated by " + who + ".")
                : Verdict.undetermined("Review: demonstrated by " + who + "; named are "
                        + String.join(
                                ", ",
                                rules.settings().demoRoles().stream().sorted().toList()) + ".");
    }

    private static Verdict internalTraining(Use use) {
        Integer others = use.row().nonEmployeeTrainees();
        if (others == null) {
            return Verdict.undetermined(
                    "Whether all trainees are employees is not known: fill" + " `non_employee_trainees`.");
        }
        return others == 0
                ? Verdict.pass("All trainees are employees.")
                : Verdict.fail(others + " trainees are not employees of the partner; subcontractors are none.");
    }

    private Verdict customerTraining() {
        YesNo learning = partnership.profile().map(Partner::learningPartner).orElse(YesNo.UNKNOWN);
        return switch (learning) {
            case YES -> Verdict.pass("Customer training by a learning partner, which is the exception.");
            case NO -> Verdict.fail("Customer training by a partner that is no learning partner.");
            case UNKNOWN ->
                Verdict.attest("Is the partner a learning partner? `learning_partner` is blank, and a"
                        + " Learning Action Pack alone is no proof.");
        };
    }
}
