package io.tallybook.analysis.deployment;

import io.tallybook.terms.ProductKey;

/**
 * A product as the rules compare it. Products of one family are one product; others are the same when their names are.
 *
 * @param family  its family
 * @param key  its name as names are compared; edition and version are read from their own columns
 */
record NamedProduct(ProductFamily family, ProductKey key) {
    static NamedProduct of(String name) {
        ProductKey key = ProductKey.of(name);
        return new NamedProduct(ProductFamily.of(key), key);
    }

    boolean is(ProductFamily other) {
        return family == other;
    }

    boolean isSameAs(NamedProduct other) {
        return family == other.family && (family != ProductFamily.OTHER || key.equals(other.key));
    }

    /**
     * Is this product named by a name in `access_to`? For Windows Server and SQL Server any name of the family does.
     */
    boolean isNamedBy(NamedProduct other) {
        boolean byFamily = family == ProductFamily.WINDOWS_SERVER || family == ProductFamily.SQL_SERVER;
        return byFamily ? family == other.family : key.equals(other.key);
    }

    /** What products of one kind have in common: the family, or the name where there is none. */
    String kind() {
        return family == ProductFamily.OTHER ? key.toString() : family.name();
    }

    boolean beginsWith(String words) {
        return key.beginsWith(words);
    }
}
