package io.tallybook.analysis.support;

import io.tallybook.ledger.Agreement;
import io.tallybook.ledger.Entry;
import io.tallybook.ledger.IncidentConversion;
import io.tallybook.ledger.IncidentConversion.Kind;
import io.tallybook.ledger.YesNo;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * One agreement with what belongs to it: the unit that earns and uses incidents alone (SA-BEN-04, SA-ADD-02).
 *
 * @param entry  its row
 * @param kind  how its program earns support
 * @param academic  is it academic
 * @param lines  its order lines up to the as-of date, by order date
 * @param saLines  those of them that are SA lines
 * @param laterLines  how many order lines it has after the as-of date
 * @param cases  its support cases up to the as-of date
 * @param conversions  its conversions up to the as-of date, by day and id
 * @param convertedUpTo  the incidents converted from its start up to each day that has a conversion
 */
record Unit(
        Entry<Agreement> entry,
        ProgramKind kind,
        YesNo academic,
        List<PurchaseLine> lines,
        List<PurchaseLine> saLines,
        int laterLines,
        List<CaseFacts> cases,
        List<Entry<IncidentConversion>> conversions,
        NavigableMap<LocalDate, BigDecimal> convertedUpTo) {

    static Unit of(
            Entry<Agreement> entry,
            Rulebook rules,
            List<PurchaseLine> lines,
            int laterLines,
            List<CaseFacts> cases,
            List<Entry<IncidentConversion>> conversions) {
        ProgramKind kind = ProgramKind.of(entry.record().program(), rules);
        NavigableMap<LocalDate, BigDecimal> converted = new TreeMap<>();
        BigDecimal sum = BigDecimal.ZERO;
        for (Entry<IncidentConversion> conversion : conversions) {
            sum = sum.add(counted(conversion.record(), kind, entry.record()));
            converted.put(conversion.record().date(), sum);
        }
        List<PurchaseLine> saLines = new ArrayList<>();
        for (PurchaseLine line : lines) {
            if (line.isSaLine()) {
                saLines.add(line);
            }
        }
        return new Unit(
                entry,
                kind,
                ProgramKind.academic(entry.record()),
                lines,
                saLines,
                laterLines,
                cases,
                conversions,
                converted);
    }

    /** Returns what a conversion takes from the balance: never anything under MPSA, and nothing for an attempt to give back. */
    static BigDecimal counted(IncidentConversion row, ProgramKind kind, Agreement agreement) {
        boolean counts = kind != ProgramKind.MPSA
                && !row.date().isBefore(agreement.start())
                && (row.kind() == Kind.ADJUSTMENT || row.incidents() > 0);
        return counts ? BigDecimal.valueOf(row.incidents()) : BigDecimal.ZERO;
    }

    Agreement agreement() {
        return entry.record();
    }

    /** Has it an order line of whatever date? */
    boolean hasAnyLine() {
        return !lines.isEmpty() || laterLines > 0;
    }

    String id() {
        return agreement().agreement();
    }

    String subject() {
        return "agreement:" + id();
    }

    BigDecimal converted(LocalDate day) {
        var upTo = convertedUpTo.floorEntry(day);
        return upTo == null ? BigDecimal.ZERO : upTo.getValue();
    }

    /** The lines that were ordered up to a day. */
    List<PurchaseLine> linesUpTo(LocalDate day) {
        return upTo(day, lines);
    }

    /** The SA lines that were ordered up to a day. */
    List<PurchaseLine> saLinesUpTo(LocalDate day) {
        return upTo(day, saLines);
    }

    private static List<PurchaseLine> upTo(LocalDate day, List<PurchaseLine> lines) {
        int end = lines.size();
        if (end == 0 || !lines.get(end - 1).ordered().isAfter(day)) {
            return lines;
        }
        int from = 0;
        while (from < end) {
            int middle = (from + end) >>> 1;
            if (lines.get(middle).ordered().isAfter(day)) {
                end = middle;
            } else {
                from = middle + 1;
            }
        }
        return lines.subList(0, from);
    }

    /** The SA lines of the current term that were ordered up to a day. */
    List<PurchaseLine> termSaLines(LocalDate day) {
        List<PurchaseLine> ofTerm = new ArrayList<>();
        for (PurchaseLine line : saLinesUpTo(day)) {
            if (line.ofTerm()) {
                ofTerm.add(line);
            }
        }
        return ofTerm;
    }
}
