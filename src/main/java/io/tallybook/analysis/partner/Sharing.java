package io.tallybook.analysis.partner;

import io.tallybook.analysis.ResultWriter;
import io.tallybook.analysis.Verdict;
import io.tallybook.ledger.Partner;
import io.tallybook.ledger.PartnerOrganization;
import io.tallybook.ledger.PartnerOrganization.Relation;
import io.tallybook.ledger.YesNo;
import io.tallybook.result.FindingStatus;
import java.time.LocalDate;
import java.util.Optional;

/** Sharing with locations, affiliates and acquired companies, and transfers to anybody (MPP-94 to MPP-97, MPP-41). */
final class Sharing {
    private final Partnership partnership;
    private final ResultWriter out;

    Sharing(Partnership partnership, ResultWriter out) {
        this.partnership = partnership;
        this.out = out;
    }

    void write() {
        for (Use use : partnership.uses()) {
            Optional<Verdict> shared = use.row().organization().isEmpty() ? Optional.empty() : shared(use);
            if (use.is(Purpose.TRANSFER)) {
                Verdict transfer = shared.map(
                                verdict -> verdict.with(verdict.status(), "Transferred: " + verdict.reason()))
                        .orElseGet(() -> Verdict.undetermined(
                                        "Transferred to somebody who is not known: fill" + " `organization`.")
                                .from(use.sources()));
                out.findCombined("MPP-41", use.subject(), transfer);
            }
        }
    }

    /** Writes the finding on the organization of a use, and returns it as it was settled. */
    private Optional<Verdict> shared(Use use) {
        String id = use.row().organization();
        Optional<PartnerOrganization> row = partnership.organization(id);
        Relation relation = row.map(PartnerOrganization::relation).orElse(null);
        if (row.isEmpty()) {
            return find(
                    "MPP-97",
                    use,
                    Verdict.fail("Sharing is not allowed with " + id + ", which is not in the membership profile."));
        }
        if (relation == null) {
            return find(
                    "MPP-97",
                    use,
                    Verdict.attest("May the license be shared with " + id
                            + "? Its `relation` is blank in `partner_organizations`."));
        }
        return switch (relation) {
            case OTHER ->
                find(
                        "MPP-97",
                        use,
                        Verdict.fail("Sharing is not allowed with " + id
                                + ", which is no location, affiliate or acquired company."));
            case LOCATION -> find("MPP-94", use, listed(use, row.get()));
            case AFFILIATE -> find("MPP-95", use, withProductRights(use, row.get()));
            case ACQUIRED -> find("MPP-96", use, withProductRights(use, row.get()));
        };
    }

    private Optional<Verdict> find(String clause, Use use, Verdict verdict) {
        return Optional.of(out.find(clause, use.subject(), verdict.from(use.sources())));
    }

    /** Whether an organization is in the profile from the first to the last day of a use. */
    private static Verdict listed(Use use, PartnerOrganization row) {
        LocalDate from = row.listedFrom();
        LocalDate until = row.listedUntil();
        LocalDate start = use.row().start();
        String what = row.organization() + " is in the profile from " + (from == null ? "the beginning" : from) + " to "
                + (until == null ? "today" : until) + "; used from " + (start == null ? "an unknown day" : start)
                + " to " + use.lastDay();
        boolean startsTooLate = from != null && from.isAfter(start == null ? use.lastDay() : start);
        boolean endsTooEarly = until != null && until.isBefore(use.lastDay());
        if (startsTooLate || endsTooEarly) {
            return Verdict.fail("Not listed over the whole use: " + what + ".");
        }
        return start == null && from != null
                ? Verdict.undetermined("Cannot determine: " + what + ": fill `start`.")
                : Verdict.pass("Listed over the whole use: " + what + ".");
    }

    private Verdict withProductRights(Use use, PartnerOrganization row) {
        Verdict listed = listed(use, row);
        YesNo rights = partnership.profile().map(Partner::productLicenseRights).orElse(YesNo.UNKNOWN);
        if (rights.isNo()) {
            return Verdict.fail("The partner has no Product License rights. " + listed.reason());
        }
        if (!rights.isKnown() && listed.is(FindingStatus.PASS)) {
            return Verdict.attest("Does the partner have Product License rights? `product_license_rights` is blank. "
                    + listed.reason());
        }
        return listed;
    }
}
