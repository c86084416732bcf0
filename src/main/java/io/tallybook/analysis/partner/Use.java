package io.tallybook.analysis.partner;

import io.tallybook.analysis.Codes;
import io.tallybook.analysis.Sources;
import io.tallybook.ledger.Entry;
import io.tallybook.ledger.ProgramUse;
import io.tallybook.ledger.ProgramUse.Family;
import io.tallybook.ledger.ProgramUse.Kind;
import io.tallybook.result.SourceRows;
import io.tallybook.terms.ProductKey;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A use of a program license that began by the as-of date.
 *
 * @param entry  its row
 * @param benefit  the benefit that it counts against
 * @param purpose  what it is for
 * @param countsAsRevenue  is its purpose hosting, or a word of the setting for further revenue
 * @param family  family of the product; null if it is not known
 * @param lastDay  its last day, at most the as-of date
 * @param isInForce  has it not ended before the as-of date
 * @param commercialFrom  first day of a commercial license, if that day has come
 */
record Use(
        Entry<ProgramUse> entry,
        ProductKey benefit,
        Purpose purpose,
        boolean countsAsRevenue,
        @Nullable Family family,
        LocalDate lastDay,
        boolean isInForce,
        @Nullable LocalDate commercialFrom) {

    static Use of(Entry<ProgramUse> entry, Rulebook rules) {
        ProgramUse row = entry.record();
        String code = Codes.of(row.purpose());
        Purpose purpose = Purpose.of(code, rules.settings().revenuePurposes());
        LocalDate ended = row.ended();
        boolean goesOn = ended == null || ended.isAfter(rules.asOf());
        return new Use(
                entry,
                ProductKey.asWritten(row.benefit()),
                purpose,
                purpose == Purpose.HOSTING_CUSTOMER_APPS
                        || rules.settings().revenuePurposes().contains(code),
                row.family() == null ? rules.familyOf(product(row)) : row.family(),
                ended == null || goesOn ? rules.asOf() : ended,
                goesOn || rules.asOf().equals(ended),
                rules.happened(row.commercialFrom()));
    }

    private static String product(ProgramUse row) {
        return row.product().isBlank() ? row.benefit() : row.product();
    }

    ProgramUse row() {
        return entry.record();
    }

    String subject() {
        return "use:" + row().use();
    }

    boolean is(Kind kind) {
        return row().kind() == kind;
    }

    /** Is it no use of a Visual Studio subscription? */
    boolean isGeneral() {
        return row().kind() != Kind.VISUAL_STUDIO;
    }

    boolean is(Purpose... purposes) {
        return purpose.isAnyOf(purposes);
    }

    BigDecimal quantity() {
        BigDecimal quantity = row().quantity();
        return quantity == null ? BigDecimal.ONE : quantity;
    }

    /** The product without version, or the benefit where none is named. */
    String product() {
        return product(row());
    }

    String environment() {
        return Codes.of(row().environment());
    }

    boolean hasClient() {
        return !row().client().isBlank();
    }

    List<SourceRows> sources() {
        return Sources.of(entry);
    }
}
