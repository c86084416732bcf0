package io.tallybook.analysis.partner;

import io.tallybook.ledger.Entry;
import io.tallybook.ledger.OfferFee;
import io.tallybook.ledger.SharedRecords;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;

/** The annual fees as the user knows them. Of several fees that are valid on a day the one that began last counts. */
final class Fees {
    private final List<Entry<OfferFee>> rows;
    private final OfferNames names;

    Fees(SharedRecords shared, OfferNames names) {
        this.rows = shared.all(OfferFee.class);
        this.names = names;
    }

    Optional<Entry<OfferFee>> find(String code, CurrencyUnit currency, LocalDate day) {
        return rows.stream()
                .filter(entry -> names.codeOf(entry.record().offerCode()).equals(code))
                .filter(entry -> entry.record().currency().equals(currency))
                .filter(entry -> isValid(entry.record(), day))
                .max(Comparator.comparing(entry -> from(entry.record())));
    }

    private static LocalDate from(OfferFee fee) {
        LocalDate from = fee.validFrom();
        return from == null ? LocalDate.MIN : from;
    }

    private static boolean isValid(OfferFee fee, LocalDate day) {
        LocalDate until = fee.validUntil();
        return !day.isBefore(from(fee)) && (until == null || !day.isAfter(until));
    }
}
