package io.tallybook.analysis.deployment;

import io.tallybook.terms.ProductKey;

/** The product families that the rules tell apart; a product belongs to one when its name begins with that of the family. */
enum ProductFamily {
    WINDOWS_SERVER("Windows Server"),
    SQL_SERVER("SQL Server"),
    WINDOWS_7("Windows 7"),
    SYSTEM_CENTER("System Center"),
    OTHER("");

    private final String key;

    ProductFamily(String name) {
        this.key = ProductKey.of(name).toString();
    }

    static ProductFamily of(ProductKey product) {
        for (ProductFamily family : values()) {
            if (family != OTHER && product.toString().startsWith(family.key)) {
                return family;
            }
        }
        return OTHER;
    }
}
