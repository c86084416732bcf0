package io.tallybook.analysis;

import io.tallybook.ledger.Entry;
import io.tallybook.ledger.Rate;
import io.tallybook.ledger.SharedRecords;
import io.tallybook.money.FxRate;
import io.tallybook.money.FxRates;
import io.tallybook.terms.Terms;
import java.time.LocalDate;

/**
 * What every account of a run is assessed under.
 *
 * @param asOf  the as-of date; no rule reads the clock
 * @param settings  the settings of the job
 * @param terms  the terms, with the editions that the job adds
 * @param shared  the records that belong to no account
 * @param rates  the exchange rates of {@code shared} up to the as-of date
 */
public record Context(LocalDate asOf, Settings settings, Terms terms, SharedRecords shared, FxRates rates) {

    /** Makes a context and files the rates of the shared records. */
    public static Context of(LocalDate asOf, Settings settings, Terms terms, SharedRecords shared) {
        FxRates rates = FxRates.of(shared.all(Rate.class).stream()
                .map(Entry::record)
                .filter(rate -> !rate.date().isAfter(asOf))
                .map(rate -> new FxRate(rate.date(), rate.from(), rate.to(), rate.rate(), rate.source()))
                .toList());
        return new Context(asOf, settings, terms, shared, rates);
    }
}
