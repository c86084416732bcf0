package io.tallybook.analysis.coverage;

import io.tallybook.terms.ProductKey;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * The name of a product on a row: product and edition joined, unless the product already contains the edition.
 *
 * <p>For example, "SQL Server 2019" with "Standard" on a row that counts cores is SQL Server Standard Core, version 2019.
 *
 * @param full  product and edition, as they are compared
 * @param product  the product without edition, as it is compared
 * @param edition  the edition, as it is compared; empty = not known
 * @param version  the version, as it is compared; empty = not known
 * @param shown  the full name as delivered
 */
record ProductName(ProductKey full, ProductKey product, String edition, String version, String shown) {
    private static final Set<ProductKey> NAMED_AS_CORE_EDITIONS =
            Set.of(ProductKey.of("SQL Server Standard"), ProductKey.of("SQL Server Enterprise"));

    private static final ProductKey SQL_SERVER = ProductKey.of("SQL Server");

    /**
     * Reads the cells of a row.
     *
     * @param product  with or without version
     * @param edition  may be empty
     * @param version  may be empty: the year in the product's name is taken
     * @param countsCores  does the row count cores, so that SQL Server names mean the core editions
     */
    static ProductName of(String product, String edition, String version, boolean countsCores) {
        List<String> words = ProductKey.words(product);
        List<String> tail = ProductKey.words(edition);
        boolean contained = tail.isEmpty() || Collections.indexOfSubList(words, tail) >= 0;
        String shown = contained ? product.strip() : product.strip() + " " + edition.strip();
        ProductKey full = ProductKey.of(shown);
        if (countsCores && NAMED_AS_CORE_EDITIONS.contains(full)) {
            full = ProductKey.of(shown + " Core");
        }
        int bare = words.size() - tail.size();
        boolean ends =
                !tail.isEmpty() && bare > 0 && words.subList(bare, words.size()).equals(tail);
        ProductKey plain = ProductKey.of(product);
        return new ProductName(
                full,
                ends ? ProductKey.of(String.join(" ", words.subList(0, bare))) : plain,
                compared(edition),
                compared(version.isBlank() ? plain.version() : version),
                shown);
    }

    static ProductName of(String product, String edition) {
        return of(product, edition, "", false);
    }

    /** Returns an edition or a version as it is compared. */
    static String compared(String text) {
        return String.join("", ProductKey.words(text));
    }

    boolean isSameAs(ProductName other) {
        return full.equals(other.full);
    }

    /** Is it this product, named with or without its edition? */
    boolean isCalled(ProductKey name) {
        return full.equals(name) || product.equals(name);
    }

    /** Is it a SQL Server of any edition, not a CAL for one? */
    boolean isSqlServer() {
        return product.equals(SQL_SERVER) || (full.beginsWith("SQL Server") && !full.endsInCal());
    }
}
