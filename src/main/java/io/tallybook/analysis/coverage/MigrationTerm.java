package io.tallybook.analysis.coverage;

import io.tallybook.ledger.Entry;
import io.tallybook.ledger.MigrationEntry;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A product entry that grants Migration Licenses.
 *
 * @param entry  its row
 * @param from  the discontinued product; without edition = every edition of it
 * @param to  the product that replaces it
 */
record MigrationTerm(Entry<MigrationEntry> entry, ProductName from, ProductName to) {
    static MigrationTerm of(Entry<MigrationEntry> entry) {
        MigrationEntry row = entry.record();
        return new MigrationTerm(
                entry,
                ProductName.of(row.product(), row.edition()),
                ProductName.of(row.migrationProduct(), row.migrationEdition(), row.migrationVersion(), false));
    }

    /** Returns the entry of a product: the one of its edition, otherwise the one of every edition. */
    static Optional<MigrationTerm> find(List<MigrationTerm> all, ProductName name) {
        Optional<MigrationTerm> exact =
                all.stream().filter(term -> term.from.isSameAs(name)).findFirst();
        return exact.isPresent()
                ? exact
                : all.stream()
                        .filter(term -> term.from.edition().isEmpty() && name.isCalled(term.from.full()))
                        .findFirst();
    }

    Optional<LocalDate> qualifyingDate() {
        return Optional.ofNullable(entry.record().qualifyingDate());
    }

    BigDecimal ratio() {
        BigDecimal ratio = entry.record().ratio();
        return ratio == null ? BigDecimal.ONE : ratio;
    }

    /** Is it the replacing product, with or without its edition? */
    boolean isReplacedBy(ProductName name) {
        return name.isSameAs(to) || name.isCalled(to.product());
    }
}
