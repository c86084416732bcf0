package io.tallybook.analysis.partner;

import io.tallybook.analysis.ResultWriter;
import io.tallybook.analysis.Verdict;
import io.tallybook.ledger.PartnerPerson;
import io.tallybook.ledger.PartnerPerson.Employment;
import io.tallybook.ledger.ProgramUse;
import io.tallybook.ledger.ProgramUse.Kind;
import io.tallybook.ledger.ProgramUse.Revenue;
import io.tallybook.ledger.YesNo;
import java.util.Optional;

/** What product benefits may never be used for (MPP-35 to MPP-40). */
final class ProhibitedUse {
    private final Partnership partnership;
    private final ResultWriter out;

    ProhibitedUse(Partnership partnership, ResultWriter out) {
        this.partnership = partnership;
        this.out = out;
    }

    void write() {
        for (Use use : partnership.uses()) {
            directRevenue(use).ifPresent(verdict -> find("MPP-35", use, verdict));
            forClient(use).ifPresent(verdict -> find("MPP-36", use, verdict));
            writePersonal(use);
            site(use).ifPresent(verdict -> find("MPP-39", use, verdict));
            if (use.is(Purpose.RESALE)) {
                find("MPP-40", use, Verdict.fail("A product benefit was resold."));
            }
        }
    }

    private void find(String clause, Use use, Verdict verdict) {
        out.find(clause, use.subject(), verdict.from(use.sources()));
    }

    private static Optional<Verdict> directRevenue(Use use) {
        if (use.countsAsRevenue()) {
            return Optional.of(
                    Verdict.fail("Direct revenue: the purpose is " + use.row().purpose() + ", whatever is charged."));
        }
        boolean direct = use.row().revenue() == Revenue.DIRECT;
        if (!use.isGeneral() || use.is(Purpose.CUSTOMER_TRAINING)) {
            return Optional.empty();
        }
        if (use.is(Purpose.CONSULTING, Purpose.CUSTOMIZE_FOR_CUSTOMER)) {
            return Optional.of(
                    direct || use.row().paid() == YesNo.YES
                            ? Verdict.fail("Direct revenue: " + use.purpose() + " that is charged for.")
                            : Verdict.undetermined(
                                    "Review: " + use.purpose() + " for a customer, without a charge on record."));
        }
        return direct ? Optional.of(Verdict.fail("Direct revenue, as `revenue` states.")) : Optional.empty();
    }

    private static Optional<Verdict> forClient(Use use) {
        if (use.is(Purpose.CUSTOM_FOR_CLIENT)) {
            return Optional.of(Verdict.fail("Custom development for "
                    + (use.hasClient() ? "the client " + use.row().client() : "a client that is not named")
                    + ", paid or not."));
        }
        return use.is(Purpose.SOLUTION_DEVELOPMENT) && use.hasClient()
                ? Optional.of(Verdict.undetermined("Review: solution development that names one client, "
                        + use.row().client() + "."))
                : Optional.empty();
    }

    private void writePersonal(Use use) {
        if (!use.is(Purpose.PERSONAL)) {
            return;
        }
        boolean subcontractor = partnership
                .person(use.row().person())
                .map(PartnerPerson::employment)
                .filter(employment -> employment == Employment.SUBCONTRACTOR)
                .isPresent();
        String who =
                use.row().person().isEmpty() ? "a person not named" : use.row().person();
        if (subcontractor) {
            find("MPP-38", use, Verdict.fail("Personal use by " + who + ", a subcontractor."));
        } else {
            find("MPP-37", use, Verdict.fail("Personal use by " + who + "."));
        }
    }

    private static Optional<Verdict> site(Use use) {
        ProgramUse.SiteOwner owner = use.row().siteOwner();
        if (owner == null) {
            return use.is(Kind.ON_PREMISES)
                    ? Optional.of(
                            Verdict.undetermined("Whose site it is installed at is not known: fill `site_owner`."))
                    : Optional.empty();
        }
        return Optional.of(
                owner == ProgramUse.SiteOwner.PARTNER
                        ? Verdict.pass("Installed at the partner's own site.")
                        : Verdict.fail("Installed at a customer's site."));
    }
}
