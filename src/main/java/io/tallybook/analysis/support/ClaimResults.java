package io.tallybook.analysis.support;

import io.tallybook.analysis.Assessment;
import io.tallybook.analysis.Sources;
import io.tallybook.ledger.BenefitClaim;
import io.tallybook.ledger.Entry;
import io.tallybook.result.Finding;
import io.tallybook.result.FindingStatus;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** Claims of benefits that were withdrawn (SA-RET-01, SA-RET-02). */
final class ClaimResults {
    private ClaimResults() {}

    static void write(String account, Entry<BenefitClaim> entry, Rulebook rules, Assessment out) {
        BenefitClaim claim = entry.record();
        TermTable table = rules.table("retired-benefits");
        Optional<Map<String, String>> row = table.edition()
                .flatMap(edition -> edition.row("benefit", claim.benefit().name()));
        if (claim.date().isAfter(rules.asOf()) || row.isEmpty()) {
            return;
        }
        LocalDate retired = LocalDate.parse(Rulebook.cell(row.get(), "retired_on"));
        boolean issuedEarlier = claim.benefit() == BenefitClaim.Benefit.TRAINING_VOUCHERS
                && claim.issued() != null
                && claim.issued().isBefore(retired);
        FindingStatus status;
        String reason;
        if (claim.date().isBefore(retired)) {
            status = FindingStatus.UNDETERMINED;
            reason = "The benefit ended on " + retired + "; the terms that held on " + claim.date()
                    + " are not among ours.";
        } else if (issuedEarlier) {
            status = FindingStatus.UNDETERMINED;
            reason = "The voucher was issued on " + claim.issued() + ", before the benefit ended on " + retired
                    + "; the terms do not say whether it can still be redeemed.";
        } else {
            status = FindingStatus.FAIL;
            reason = "The benefit ended on " + retired + "; the claim is of " + claim.date() + ".";
        }
        out.add(Finding.of(Rulebook.cell(row.get(), "clause"), account, "claim:" + claim.claim(), status, reason)
                .withEdition(rules.edition())
                .withSources(Sources.of(entry)));
    }
}
