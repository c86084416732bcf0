package io.tallybook.analysis.partner;

import io.tallybook.analysis.Sources;
import io.tallybook.ledger.Entry;
import io.tallybook.ledger.PartnerOffer;
import io.tallybook.ledger.PartnerOffer.PurchaseType;
import io.tallybook.result.SourceRows;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One purchase of an offer, that is, one enrollment year.
 *
 * @param entry  its row
 * @param code  the code of the offer; for one that is not listed its name, as it is compared
 * @param isListed  is the offer one that the guide names
 * @param isVoid  was it bought after its last day of sale, other than by a swap
 * @param start  first day of the enrollment year
 * @param end  last day of the enrollment year
 * @param isEndDerived  is the last day not stated in the row
 */
record Offer(
        Entry<PartnerOffer> entry,
        String code,
        boolean isListed,
        boolean isVoid,
        LocalDate start,
        LocalDate end,
        boolean isEndDerived) {

    /** Reads a row: the year begins on {@code start} or else the purchase, and lasts one year less one day unless it says otherwise. */
    static Offer of(Entry<PartnerOffer> entry, Rulebook rules) {
        PartnerOffer row = entry.record();
        String code = rules.names().codeOf(row.offerCode());
        Optional<Rulebook.Ended> ended = rules.ended(code);
        LocalDate start = row.start() == null ? row.purchased() : row.start();
        LocalDate stated = row.end();
        LocalDate end = stated == null ? start.plusYears(1).minusDays(1) : stated;
        if (ended.isPresent() && end.isAfter(ended.get().runsUntil())) {
            end = ended.get().runsUntil();
        }
        boolean late = ended.isPresent() && row.purchased().isAfter(ended.get().soldUntil());
        return new Offer(
                entry,
                code,
                rules.names().isListed(row.offerCode()),
                late && row.purchaseType() != PurchaseType.SWAP,
                start,
                end,
                stated == null);
    }

    PartnerOffer row() {
        return entry.record();
    }

    String id() {
        return row().offer();
    }

    String subject() {
        return "offer:" + id();
    }

    LocalDate purchased() {
        return row().purchased();
    }

    boolean is(PurchaseType type) {
        return row().purchaseType() == type;
    }

    boolean isSwap() {
        return is(PurchaseType.SWAP);
    }

    @Nullable
    PurchaseType type() {
        return row().purchaseType();
    }

    boolean isInForce(LocalDate day) {
        return !isVoid && !day.isBefore(start) && !day.isAfter(end);
    }

    List<SourceRows> sources() {
        return Sources.of(entry);
    }

    /** For a sentence, e.g. {@code O1 (ACTION_PACK, 2024-03-05 to 2025-03-04)}. */
    String named() {
        return id() + " (" + code + ", " + start + " to " + end + ")";
    }
}
