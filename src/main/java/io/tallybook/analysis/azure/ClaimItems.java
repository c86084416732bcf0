package io.tallybook.analysis.azure;

import io.tallybook.analysis.Sources;
import io.tallybook.analysis.Verdict;
import io.tallybook.ledger.Entry;
import io.tallybook.ledger.IpClaimItem;
import io.tallybook.ledger.IpClaimItem.Origin;
import io.tallybook.ledger.IpClaimItem.Terms;
import io.tallybook.ledger.YesNo;
import io.tallybook.result.FindingStatus;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Judges the technologies that a claim attacks (IPA-06, IPA-19, IPA-21, IPA-27 to IPA-29): what Microsoft supplies, and open
 * source that it built into a first-party service under its own terms, is covered; the customer's data, other products and the
 * customer's modifications are not.
 */
final class ClaimItems {
    private enum Cover {
        COVERED,
        EXCLUDED,
        OPEN
    }

    private final AzureResults results;

    ClaimItems(AzureResults results) {
        this.results = results;
    }

    /** Writes the findings of each item, and returns the verdict on the claim's technology as a whole. */
    Verdict write(List<Entry<IpClaimItem>> items) {
        List<String> covered = new ArrayList<>();
        List<String> excluded = new ArrayList<>();
        List<String> open = new ArrayList<>();
        for (Entry<IpClaimItem> item : items) {
            switch (cover(item)) {
                case COVERED -> covered.add(item.record().item());
                case EXCLUDED -> excluded.add(item.record().item());
                case OPEN -> open.add(item.record().item());
            }
        }
        if (items.isEmpty()) {
            return Verdict.attest("No item says which technology is attacked: deliver `ip_claim_items`.");
        }
        if (excluded.size() == items.size()) {
            return Verdict.fail("Every item is excluded: " + String.join(", ", excluded) + ".")
                    .from(Sources.of(items));
        }
        if (covered.size() == items.size()) {
            return Verdict.pass("Every item is covered: " + String.join(", ", covered) + ".")
                    .from(Sources.of(items));
        }
        return Verdict.attest("Covered: " + listed(covered) + "; excluded: " + listed(excluded) + "; open: "
                        + listed(open) + ". A person has to judge the claim.")
                .from(Sources.of(items));
    }

    private static String listed(List<String> items) {
        return items.isEmpty() ? "none" : String.join(", ", items);
    }

    private Cover cover(Entry<IpClaimItem> entry) {
        IpClaimItem item = entry.record();
        String subject = "claim:" + item.claim() + "/item:" + item.item();
        @Nullable Origin origin = item.origin();
        if (origin == null) {
            return Cover.OPEN;
        }
        return switch (origin) {
            case MICROSOFT -> Cover.COVERED;
            case OPEN_SOURCE -> openSource(entry, subject);
            case OWN_DATA -> excluded("IPA-27", subject, entry, "The item is the customer's own data.");
            case NON_MICROSOFT -> excluded("IPA-28", subject, entry, "The item is a product of another company.");
            case CUSTOMER_MODIFICATION ->
                excluded("IPA-29", subject, entry, "The item is a modification by the customer.");
        };
    }

    private Cover excluded(String clause, String subject, Entry<IpClaimItem> entry, String reason) {
        results.find(
                clause,
                subject,
                Verdict.fail(reason + " Indemnity does not reach it.").from(Sources.of(entry)));
        return Cover.EXCLUDED;
    }

    private Cover openSource(Entry<IpClaimItem> entry, String subject) {
        IpClaimItem item = entry.record();
        Verdict firstParty = results.find("IPA-06", subject, firstParty(item).from(Sources.of(entry)));
        Verdict underTerms = results.find("IPA-19", subject, underTerms(item).from(Sources.of(entry)));
        if (item.terms() == Terms.OTHER) {
            results.find(
                    "IPA-21",
                    subject,
                    Verdict.fail(
                                    "The item comes under a license of its own, so Microsoft does not indemnify for it; another"
                                            + " provider may.")
                            .from(Sources.of(entry)));
        }
        if (firstParty.is(FindingStatus.FAIL) || underTerms.is(FindingStatus.FAIL)) {
            return Cover.EXCLUDED;
        }
        return firstParty.is(FindingStatus.PASS) && underTerms.is(FindingStatus.PASS) ? Cover.COVERED : Cover.OPEN;
    }

    private static Verdict firstParty(IpClaimItem item) {
        YesNo firstParty = item.firstParty();
        YesNo incorporated = item.incorporatedByMicrosoft();
        String found = "First-party service under Microsoft's brand: " + word(firstParty) + "; built in by Microsoft: "
                + word(incorporated) + ".";
        if (firstParty.isNo() || incorporated.isNo()) {
            return Verdict.fail(found);
        }
        return firstParty.isYes() && incorporated.isYes() ? Verdict.pass(found) : Verdict.attest(found);
    }

    private static Verdict underTerms(IpClaimItem item) {
        @Nullable Terms terms = item.terms();
        String found = "Built in by Microsoft: " + word(item.incorporatedByMicrosoft())
                + "; supplied under the terms of: " + (terms == null ? "not known" : terms.name()) + ".";
        if (item.incorporatedByMicrosoft().isNo() || terms == Terms.OTHER) {
            return Verdict.fail(found);
        }
        return item.incorporatedByMicrosoft().isYes() && terms == Terms.MICROSOFT
                ? Verdict.pass(found)
                : Verdict.attest(found);
    }

    static String word(YesNo answer) {
        return switch (answer) {
            case YES -> "Y";
            case NO -> "N";
            case UNKNOWN -> "not known";
        };
    }
}
