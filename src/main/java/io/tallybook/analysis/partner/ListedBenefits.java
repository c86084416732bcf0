package io.tallybook.analysis.partner;

import io.tallybook.ledger.Entry;
import io.tallybook.ledger.OfferBenefit;
import io.tallybook.ledger.OfferBenefit.Credit;
import io.tallybook.ledger.OfferBenefit.IncidentType;
import io.tallybook.ledger.SharedRecords;
import io.tallybook.terms.ProductKey;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The benefits listed for each offer. What is granted follows the rows that are valid on the day of the purchase.
 *
 * <p>Of several valid rows for one benefit a row of the offer's own designation goes before one for every designation, then
 * the later {@code listed_from}, then the row that stands first.
 */
final class ListedBenefits {
    private static final Comparator<Entry<OfferBenefit>> RANK = Comparator.comparing(
                    (Entry<OfferBenefit> row) -> row.record().designation().isBlank())
            .thenComparing(
                    row -> {
                        LocalDate from = row.record().listedFrom();
                        return from == null ? LocalDate.MIN : from;
                    },
                    Comparator.reverseOrder());

    private final Map<String, List<Entry<OfferBenefit>>> byCode = new HashMap<>();
    private final Map<ProductKey, String> names = new HashMap<>();

    ListedBenefits(SharedRecords shared, OfferNames offers) {
        for (Entry<OfferBenefit> entry : shared.all(OfferBenefit.class)) {
            byCode.computeIfAbsent(offers.codeOf(entry.record().offerCode()), code -> new ArrayList<>())
                    .add(entry);
            names.putIfAbsent(
                    ProductKey.asWritten(entry.record().benefit()),
                    entry.record().benefit());
        }
    }

    /** The name of a benefit as the list first has it, or empty if no row has it. */
    Optional<String> nameOf(ProductKey benefit) {
        return Optional.ofNullable(names.get(benefit));
    }

    private List<Entry<OfferBenefit>> valid(Offer offer, Predicate<OfferBenefit> kind) {
        ProductKey designation = ProductKey.asWritten(offer.row().designation());
        return byCode.getOrDefault(offer.code(), List.of()).stream()
                .filter(entry -> kind.test(entry.record()))
                .filter(entry -> entry.record().designation().isBlank()
                        || ProductKey.asWritten(entry.record().designation()).equals(designation))
                .filter(entry -> isListed(entry.record(), offer.purchased()))
                .sorted(RANK)
                .toList();
    }

    private static boolean isListed(OfferBenefit row, LocalDate day) {
        LocalDate from = row.listedFrom();
        LocalDate until = row.listedUntil();
        return (from == null || !day.isBefore(from)) && (until == null || !day.isAfter(until));
    }

    private static boolean isUnits(OfferBenefit row) {
        return row.incidentType() == null && row.credit() == null;
    }

    /** Returns the valid row of each benefit of an offer, in the order of the list; rows of incidents and credits are none. */
    Map<ProductKey, Entry<OfferBenefit>> of(Offer offer) {
        Map<ProductKey, Entry<OfferBenefit>> rows = new LinkedHashMap<>();
        valid(offer, ListedBenefits::isUnits)
                .forEach(entry ->
                        rows.putIfAbsent(ProductKey.asWritten(entry.record().benefit()), entry));
        return rows;
    }

    /** Returns the valid row of a benefit that has several names. */
    Optional<Entry<OfferBenefit>> first(Offer offer, List<ProductKey> names) {
        return valid(offer, row -> isUnits(row) && names.contains(ProductKey.asWritten(row.benefit()))).stream()
                .findFirst();
    }

    /** Returns the valid row that states the number of incidents of a type. */
    Optional<Entry<OfferBenefit>> incidents(Offer offer, IncidentType type) {
        return valid(offer, row -> row.incidentType() == type).stream().findFirst();
    }

    /**
     * Returns the valid rows that state a credit, one a currency; several only where they are equally near to the offer.
     *
     * <p>Rows of the offer's designation leave out those for every designation; within a currency the later row counts.
     */
    List<Entry<OfferBenefit>> credits(Offer offer, Credit credit) {
        List<Entry<OfferBenefit>> rows = valid(offer, row -> row.credit() == credit);
        if (rows.isEmpty()) {
            return rows;
        }
        boolean forEvery = rows.get(0).record().designation().isBlank();
        Map<String, Entry<OfferBenefit>> byCurrency = new LinkedHashMap<>();
        rows.stream()
                .filter(entry -> entry.record().designation().isBlank() == forEvery)
                .forEach(entry ->
                        byCurrency.putIfAbsent(String.valueOf(entry.record().currency()), entry));
        return List.copyOf(byCurrency.values());
    }
}
