package io.tallybook.analysis.coverage;

import io.tallybook.analysis.coverage.Line.Relation;
import io.tallybook.ledger.Agreement;
import io.tallybook.terms.ProductKey;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** How much SA of an agreement ends on a day, as its own lines say. */
final class Expiring {
    private Expiring() {}

    /** Returns the SA lines whose coverage ends on the day; those that renew what ends on that day are none of them. */
    static List<Line> lines(Facts facts, Agreement agreement, LocalDate end) {
        return facts.linesOf(agreement).stream().filter(line -> ends(line, end)).toList();
    }

    private static boolean ends(Line line, LocalDate end) {
        return line.isSaLine()
                && line.coverageEnd().filter(end::equals).isPresent()
                && !(line.renewsFrom(Relation.SAME)
                        && line.priorEnd().filter(end::equals).isPresent());
    }

    /** Returns the net quantity of a product that ends on the day, or empty if no line of it does. */
    static Optional<BigDecimal> quantity(Facts facts, Agreement agreement, ProductKey product, LocalDate end) {
        return facts.linesOf(agreement, product).stream()
                .filter(line -> ends(line, end))
                .map(Line::quantity)
                .reduce(BigDecimal::add);
    }
}
