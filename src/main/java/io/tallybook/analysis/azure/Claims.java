package io.tallybook.analysis.azure;

import io.tallybook.analysis.Sources;
import io.tallybook.analysis.Verdict;
import io.tallybook.ledger.AzureSubscription;
import io.tallybook.ledger.Entry;
import io.tallybook.ledger.IpClaim;
import io.tallybook.ledger.IpClaim.ClaimType;
import io.tallybook.ledger.IpClaimItem;
import io.tallybook.ledger.Operator;
import io.tallybook.ledger.RecordDefinition;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Judges whether claims against an account are in the scope of indemnity (IPA-17, IPA-23, IPA-25, IPA-26, IPA-30, IPA-31). */
final class Claims {
    private static final String NEW_TERMS = "open-source-terms-from";

    private final Facts facts;
    private final AzureResults results;
    private final Verdict cover;
    private final ClaimItems items;

    /**
     * @param cover  IPA-08 of the account
     */
    Claims(Facts facts, AzureResults results, Verdict cover) {
        this.facts = facts;
        this.results = results;
        this.cover = cover;
        this.items = new ClaimItems(results);
    }

    void write() {
        for (Entry<IpClaim> claim : facts.claims()) {
            write(claim);
        }
    }

    private void write(Entry<IpClaim> entry) {
        IpClaim claim = entry.record();
        String subject = "claim:" + claim.claim();
        List<Entry<IpClaimItem>> attacked = facts.dossier().all(IpClaimItem.class).stream()
                .filter(item -> item.record().claim().equals(claim.claim()))
                .toList();
        Map<String, Verdict> parts = new LinkedHashMap<>();
        parts.put("claim type", type(claim).from(Sources.of(entry)));
        parts.put("arises from Azure", arises(claim).from(Sources.of(entry)));
        parts.put("technology", items.write(attacked));
        parts.put("IPA-23", results.find("IPA-23", subject, started(claim).from(Sources.of(entry))));
        if (attacked.stream().anyMatch(item -> item.record().origin() == IpClaimItem.Origin.OPEN_SOURCE)) {
            Optional<Operator> operator = operator(claim);
            String clause =
                    operator.filter(found -> found == Operator._21VIANET).isPresent() ? "IPA-26" : "IPA-25";
            parts.put(
                    clause,
                    results.find(clause, subject, newTerms(claim, operator).from(Sources.of(entry))));
        }
        parts.put("IPA-30", results.findAttested("IPA-30", subject, "Whether the use was lawful is for a person."));
        parts.put(
                "IPA-31",
                results.findAttested(
                        "IPA-31", subject, "Whether a third party was damaged otherwise is for a person."));
        results.findCombined("IPA-17", subject, Verdict.worst(parts));
    }

    private static Verdict type(IpClaim claim) {
        @Nullable ClaimType type = claim.claimType();
        if (type == null) {
            return Verdict.undetermined("The type of the claim is not known: fill `claim_type`.");
        }
        return type == ClaimType.NOT_IP
                ? Verdict.fail("The claim is not about intellectual property.")
                : Verdict.pass("The claim is about intellectual property.");
    }

    private static Verdict arises(IpClaim claim) {
        return switch (claim.arisesFromAzure()) {
            case YES -> Verdict.pass("The claim arises from the use of Azure.");
            case NO -> Verdict.fail("The claim does not arise from the use of Azure.");
            case UNKNOWN ->
                Verdict.attest(
                        "Whether the claim arises from the use of Azure is not known: fill" + " `arises_from_azure`.");
        };
    }

    private Verdict started(IpClaim claim) {
        Optional<LocalDate> first = facts.firstUse();
        LocalDate date = claim.claimDate();
        if (first.isEmpty()) {
            return cover.with(cover.status(), "No first use of Azure is on record. " + cover.reason());
        }
        if (date == null) {
            return Verdict.undetermined("The date of the claim is not known: fill `claim_date`.");
        }
        if (!date.isBefore(first.get())) {
            return Verdict.pass("The claim of " + date + " is not earlier than the first use on " + first.get() + ".");
        }
        return facts.statedFirstUse().isPresent()
                ? Verdict.fail("The claim of " + date + " is earlier than the first use on " + first.get() + ".")
                : Verdict.undetermined(
                        "The claim of " + date + " is earlier than the first usage line of " + first.get()
                                + ", but Azure may have been used before: fill `first_azure_use` of the account.");
    }

    private Optional<Operator> operator(IpClaim claim) {
        Operator own = claim.operator();
        return own != null
                ? Optional.of(own)
                : facts.subscription(claim.subscription()).map(AzureSubscription::operator);
    }

    private Verdict newTerms(IpClaim claim, Optional<Operator> operator) {
        if (operator.isEmpty()) {
            return Verdict.undetermined("Who operates the attacked service is not known: fill `operator` or"
                    + " `subscription` of the claim.");
        }
        // Azure Stack is under Microsoft's terms as Azure is.
        Operator party = operator.get() == Operator._21VIANET ? Operator._21VIANET : Operator.MICROSOFT;
        Optional<LocalDate> from =
                results.terms().date(NEW_TERMS, facts.asOf(), "operator", RecordDefinition.code(party), "from");
        if (from.isEmpty()) {
            return Verdict.undetermined(results.terms().notInForce(NEW_TERMS, facts.asOf()));
        }
        LocalDate date = claim.claimDate();
        if (date == null) {
            return Verdict.undetermined("The date of the claim is not known: fill `claim_date`.");
        }
        return date.isBefore(from.get())
                ? Verdict.attest("The claim of " + date + " is earlier than the terms of " + from.get()
                        + " that cover open source: earlier terms applied.")
                : Verdict.pass(
                        "The claim of " + date + " is under the terms of " + from.get() + " that cover open source.");
    }
}
