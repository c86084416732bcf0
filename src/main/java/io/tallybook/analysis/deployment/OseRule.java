package io.tallybook.analysis.deployment;

import io.tallybook.ledger.License;
import io.tallybook.ledger.License.Metric;
import io.tallybook.terms.ProductKey;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;

/**
 * A row of the table of OSEs that licenses with SA permit on shared servers: so many OSEs for every full number of licenses.
 *
 * @param metric  the metric that it is about
 * @param family  the product; {@link ProductFamily#OTHER} = every product
 * @param version  the version; empty = every one
 * @param edition  the edition; empty = every one
 * @param licenses  licenses that make one unit
 * @param oses  OSEs that one unit permits
 */
record OseRule(
        Metric metric, ProductFamily family, String version, ProductKey edition, BigDecimal licenses, BigDecimal oses) {

    static OseRule of(Map<String, String> row) {
        return new OseRule(
                Metric.valueOf(row.getOrDefault("metric", "")),
                NamedProduct.of(row.getOrDefault("product", "")).family(),
                DeploymentSettings.version(row.getOrDefault("version", "")),
                ProductKey.of(row.getOrDefault("edition", "")),
                new BigDecimal(row.getOrDefault("licenses", "")),
                new BigDecimal(row.getOrDefault("oses", "")));
    }

    boolean isForVersion(License license, ProductFamily product, String itsVersion) {
        return metric == license.metric()
                && (family == ProductFamily.OTHER || family == product)
                && (version.isEmpty() || version.equals(itsVersion));
    }

    boolean isFor(License license, ProductFamily product, String itsVersion) {
        return isForVersion(license, product, itsVersion)
                && (edition.isEmpty() || edition.equals(ProductKey.of(license.edition())));
    }

    /** Whole units that so many licenses make; a single license needs no unit and stays as delivered. */
    BigDecimal units(BigDecimal quantity) {
        return licenses.compareTo(BigDecimal.ONE) == 0 ? quantity : quantity.divide(licenses, 0, RoundingMode.DOWN);
    }

    BigDecimal permitted(BigDecimal quantity) {
        return units(quantity).multiply(oses);
    }
}
