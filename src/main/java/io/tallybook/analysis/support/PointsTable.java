package io.tallybook.analysis.support;

import io.tallybook.analysis.Numbers;
import io.tallybook.ledger.CalPoints;
import io.tallybook.ledger.Entry;
import io.tallybook.ledger.Purchase.LicenseModel;
import io.tallybook.ledger.SharedRecords;
import io.tallybook.terms.ProductKey;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The points of one license with SA under MPSA: the rows of the terms, and the user's rows for CALs (SA-PTS-05 to -12). */
final class PointsTable {
    private static final BigDecimal CORES_A_PACK = BigDecimal.valueOf(2);
    private static final BigDecimal PACKS_IN_SIXTEEN = BigDecimal.valueOf(8);

    /**
     * A row.
     *
     * @param unit  {@code license}, {@code CORE_2_PACK} or {@code PROCESSOR}
     * @param version  how the version begins that the row names; empty = every version
     */
    private record Row(BigDecimal points, String unit, String version) {}

    /**
     * What a net quantity earns.
     *
     * @param points  the points
     * @param exact  false when the license model is not known and the lower row was taken
     * @param how  the multiplication in words
     */
    record Earned(BigDecimal points, boolean exact, String how) {}

    private final Map<ProductKey, List<Row>> rows = new HashMap<>();
    private final Map<ProductKey, Entry<CalPoints>> cals = new HashMap<>();

    private PointsTable() {}

    static PointsTable of(Rulebook rules, SharedRecords shared) {
        PointsTable table = new PointsTable();
        for (Map<String, String> row : rules.table("mpsa-points").rows()) {
            table.rows
                    .computeIfAbsent(ProductKey.of(Rulebook.cell(row, "product")), key -> new ArrayList<>())
                    .add(new Row(
                            new BigDecimal(Rulebook.cell(row, "points")),
                            Rulebook.cell(row, "unit"),
                            Rulebook.cell(row, "version")));
        }
        for (Entry<CalPoints> entry : shared.all(CalPoints.class)) {
            table.cals.putIfAbsent(ProductKey.of(entry.record().product()), entry);
        }
        return table;
    }

    /** Returns the user's points of a CAL, or empty if the table has none. */
    Optional<Entry<CalPoints>> suppliedFor(ProductKey product) {
        return Optional.ofNullable(cals.get(product));
    }

    /** Does a row of the terms name the product, licensed like this? */
    boolean isListed(ProductKey product, @Nullable LicenseModel model, String version) {
        return earned(product, model, version, BigDecimal.ONE).isPresent();
    }

    /**
     * Returns what a net quantity earns by the rows of the terms, or empty if no row names the product licensed like this.
     *
     * @param version  the version; blank is taken to be one that the row names
     */
    Optional<Earned> earned(ProductKey product, @Nullable LicenseModel model, String version, BigDecimal quantity) {
        List<Row> named = rows.getOrDefault(product, List.of());
        Optional<Row> plain = row(named, "license");
        if (plain.isPresent()) {
            return Optional.of(times(quantity, plain.get(), true, ""));
        }
        Optional<Row> packs = row(named, LicenseModel.CORE_2_PACK.name());
        if (model == null || model == LicenseModel.MANAGEMENT_LICENSE) {
            return packs.map(row -> times(quantity, row, false, "license model not known, taken as two-packs: "));
        }
        return switch (model) {
            case CORE_2_PACK -> packs.map(row -> times(quantity, row, true, ""));
            case CORE_16_PACK -> packs.map(row -> times(quantity.multiply(PACKS_IN_SIXTEEN), row, true, "two-packs: "));
            case CORE ->
                packs.map(row -> times(
                        quantity.divide(CORES_A_PACK, 0, RoundingMode.FLOOR), row, true, "whole two-packs of cores: "));
            case SERVER, PROCESSOR, PROCESSOR_2 ->
                row(named, LicenseModel.PROCESSOR.name())
                        .filter(row -> version.isBlank() || version.startsWith(row.version()))
                        .map(row -> times(quantity, row, true, ""));
            case CAL, MANAGEMENT_LICENSE, EXTERNAL_CONNECTOR, DEVICE, USER -> Optional.empty();
        };
    }

    private static Optional<Row> row(List<Row> rows, String unit) {
        return rows.stream().filter(row -> row.unit().equals(unit)).findFirst();
    }

    private static Earned times(BigDecimal count, Row row, boolean exact, String what) {
        return new Earned(
                count.multiply(row.points()),
                exact,
                what + Numbers.plain(count) + " x " + row.points().toPlainString());
    }
}
