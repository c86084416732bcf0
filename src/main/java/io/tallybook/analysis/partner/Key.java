package io.tallybook.analysis.partner;

import io.tallybook.analysis.Sources;
import io.tallybook.ledger.Entry;
import io.tallybook.ledger.KeyActivation;
import io.tallybook.ledger.ProgramKey;
import io.tallybook.result.SourceRows;
import io.tallybook.terms.ProductKey;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A key or token with its activations.
 *
 * @param entry  its row
 * @param kind  what it is, read from the Product Key column, the cloud flag and the type
 * @param product  its product or cloud service
 * @param events  its activations up to the as-of date, by date, then by their place in the table
 */
record Key(Entry<ProgramKey> entry, Kind kind, ProductKey product, List<Entry<KeyActivation>> events) {
    /** What a row of the keys is. */
    enum Kind {
        PRODUCT_KEY,
        MAK,
        TOKEN,
        NOT_REQUIRED,
        NOT_KNOWN
    }

    static Key of(Entry<ProgramKey> entry, List<Entry<KeyActivation>> events) {
        return new Key(
                entry, kind(entry.record()), ProductKey.asWritten(entry.record().product()), events);
    }

    private static Kind kind(ProgramKey row) {
        // A blank is not "Not Required", but a missing value.
        if (row.productKey().replace('\u00a0', ' ').strip().equalsIgnoreCase("Not Required")) {
            return Kind.NOT_REQUIRED;
        }
        // The key of a cloud service is a token, whatever it is labelled as.
        if (row.cloud().isYes() || row.type() == ProgramKey.Type.TOKEN) {
            return Kind.TOKEN;
        }
        ProgramKey.Type type = row.type();
        return type == null ? Kind.NOT_KNOWN : Kind.valueOf(type.name());
    }

    ProgramKey row() {
        return entry.record();
    }

    String id() {
        return row().key();
    }

    String subject() {
        return "key:" + id();
    }

    boolean isToken() {
        return kind == Kind.TOKEN;
    }

    boolean isMak() {
        return kind == Kind.MAK;
    }

    /** Is it a product key or a Multiple Activation Key, that is, no token? */
    boolean isKey() {
        return kind == Kind.PRODUCT_KEY || kind == Kind.MAK;
    }

    /** The first activation in order, which is that of a token. */
    Optional<KeyActivation> activation() {
        return events.stream().findFirst().map(Entry::record);
    }

    Optional<LocalDate> activated() {
        return activation().map(KeyActivation::date);
    }

    /** The activations of a token; rows of one day and tenant are one. */
    List<KeyActivation> distinctEvents() {
        record Moment(LocalDate date, String tenant) {}
        Map<Moment, KeyActivation> distinct = new LinkedHashMap<>();
        for (Entry<KeyActivation> event : events) {
            distinct.putIfAbsent(
                    new Moment(event.record().date(), event.record().tenant()), event.record());
        }
        return List.copyOf(distinct.values());
    }

    List<SourceRows> sources() {
        List<Entry<?>> rows = new ArrayList<>(events);
        rows.add(entry);
        return Sources.of(rows);
    }
}
