package io.tallybook.analysis.support;

import io.tallybook.analysis.Context;
import io.tallybook.analysis.Products;
import io.tallybook.ledger.Agreement.Program;
import io.tallybook.ledger.Pool;
import io.tallybook.ledger.Purchase.LicenseModel;
import io.tallybook.terms.ProductCatalogue;
import io.tallybook.terms.ProductKey;
import io.tallybook.terms.TermEdition;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * What all accounts of a run are assessed under: settings, term tables in force on the as-of date, and the shared records,
 * looked up once.
 */
final class Rulebook {
    /** Which license models make a product a member of a component; empty = every one. */
    private record Membership(SceComponent component, Set<LicenseModel> models) {}

    private record Name(String product, String edition) {}

    /** Far more than a customer's lists name; invented ones shall not fill the memory. */
    private static final int MOST_PRODUCTS = 10_000;

    private final LocalDate asOf;
    private final SupportSettings settings;
    private final Context context;
    private final Map<String, TermTable> tables = new HashMap<>();
    private final Map<String, Set<ProductKey>> named = new HashMap<>();
    private final Map<Name, NamedProduct> products = new ConcurrentHashMap<>();
    private final ProductCatalogue catalogue;
    private final Map<ProductKey, Membership> components = new HashMap<>();
    private final Set<ProductKey> warehouseProducts;
    private final Set<Program> excluded = EnumSet.noneOf(Program.class);
    private final Map<SpendGroup, Map<String, BigDecimal>> increments = new HashMap<>();
    private final Map<String, BigDecimal> thresholds = new HashMap<>();
    private final Statements statements;
    private final Lifecycles lifecycles;
    private final PointsTable points;
    private final String edition;

    private Rulebook(Context context) {
        this.context = context;
        asOf = context.asOf();
        settings = SupportSettings.of(context.settings());
        catalogue = Products.catalogue(context);
        edition = table("benefits-by-pool").edition().map(TermEdition::name).orElse("");
        table("unlimited-support-products").rows().forEach(this::addComponent);
        warehouseProducts = products("parallel-data-warehouse-products", "product");
        table("excluded-agreements").rows().forEach(row -> excluded.add(Program.valueOf(cell(row, "program"))));
        for (SpendGroup group : SpendGroup.values()) {
            increments.put(group, numbers("incident-award-increments", "iso", group.name()));
        }
        thresholds.putAll(numbers("unlimited-support-thresholds", "iso", "threshold"));
        statements = Statements.of(context);
        lifecycles = Lifecycles.of(context.shared());
        points = PointsTable.of(this, context.shared());
    }

    static Rulebook of(Context context) {
        return new Rulebook(context);
    }

    private void addComponent(Map<String, String> row) {
        Set<LicenseModel> models = EnumSet.noneOf(LicenseModel.class);
        for (String model : cell(row, "license_models").split(" ", -1)) {
            if (!model.isEmpty()) {
                models.add(LicenseModel.valueOf(model));
            }
        }
        components.put(
                ProductKey.of(cell(row, "product")),
                new Membership(SceComponent.valueOf(cell(row, "component")), models));
    }

    static String cell(Map<String, String> row, String column) {
        return row.getOrDefault(column, "");
    }

    private Map<String, BigDecimal> numbers(String term, String keyColumn, String column) {
        Map<String, BigDecimal> numbers = new HashMap<>();
        table(term).rows().forEach(row -> numbers.put(cell(row, keyColumn), new BigDecimal(cell(row, column))));
        return numbers;
    }

    /** Returns the products that a column of a table names. */
    Set<ProductKey> products(String term, String column) {
        synchronized (named) {
            return named.computeIfAbsent(term, key -> {
                Set<ProductKey> keys = new HashSet<>();
                table(term).rows().forEach(row -> keys.add(ProductKey.of(cell(row, column))));
                return keys;
            });
        }
    }

    /** Was this made for that context? Then it can be used again. */
    boolean isFor(Context other) {
        return context.equals(other);
    }

    LocalDate asOf() {
        return asOf;
    }

    SupportSettings settings() {
        return settings;
    }

    Statements statements() {
        return statements;
    }

    Lifecycles lifecycles() {
        return lifecycles;
    }

    PointsTable points() {
        return points;
    }

    /** Name of the edition of the terms, for results that rest on no table of their own. */
    String edition() {
        return edition;
    }

    /** Returns a term table as it is in force on the as-of date. */
    TermTable table(String id) {
        // A run assesses accounts in parallel; after the constructor has asked for its tables, further ones come from
        // here.
        synchronized (tables) {
            return tables.computeIfAbsent(id, key -> TermTable.of(context.terms(), key, asOf));
        }
    }

    boolean isExcluded(Program program) {
        return excluded.contains(program);
    }

    /** Returns a product by its name, looked up once. */
    NamedProduct product(String product, String edition) {
        Name name = new Name(product, edition);
        NamedProduct named = products.get(name);
        if (named == null) {
            ProductKey key = ProductKey.of(product, edition);
            named = NamedProduct.of(key, poolOf(product, key));
            if (products.size() < MOST_PRODUCTS) {
                products.put(name, named);
            }
        }
        return named;
    }

    /** Returns the pool that the catalogue gives a product, or null if it is not known. */
    private @Nullable Pool poolOf(String product, ProductKey key) {
        return catalogue
                .find(product, key)
                .map(ProductCatalogue.Entry::pool)
                .filter(pool -> !pool.isEmpty())
                .map(Pool::valueOf)
                .orElse(null);
    }

    /** Returns the SCE component of a product, or null if it is in none. */
    @Nullable
    SceComponent componentOf(ProductKey key, @Nullable LicenseModel model) {
        Membership membership = components.get(key);
        if (membership == null) {
            return null;
        }
        boolean member = membership.models().isEmpty()
                || (model != null && membership.models().contains(model));
        return member ? membership.component() : null;
    }

    boolean isWarehouseProduct(ProductKey key) {
        return warehouseProducts.contains(key);
    }

    /** Returns the spend that earns one incident, or empty if the currency has none. */
    Optional<BigDecimal> increment(SpendGroup group, CurrencyUnit currency) {
        return Optional.ofNullable(increments.getOrDefault(group, Map.of()).get(currency.getCode()));
    }

    /** Says why {@link #increment} is empty. */
    String noIncrement(CurrencyUnit currency) {
        TermTable table = table("incident-award-increments");
        return table.isInForce()
                ? "The terms have no increment for " + currency.getCode() + "; an agreement in one of "
                        + listed(increments
                                .getOrDefault(SpendGroup.SERVER_CAL, Map.of())
                                .keySet())
                        + " has one."
                : table.missing();
    }

    /** Returns the annual average SA spend that opens unlimited support, or empty if the currency has none. */
    Optional<BigDecimal> threshold(CurrencyUnit currency) {
        return Optional.ofNullable(thresholds.get(currency.getCode()));
    }

    /** Says why {@link #threshold} is empty. */
    String noThreshold(CurrencyUnit currency) {
        TermTable table = table("unlimited-support-thresholds");
        return table.isInForce()
                ? "The terms have no threshold for " + currency.getCode()
                        + "; agreements in other currencies than those of the" + " table are not covered."
                : table.missing();
    }

    private static String listed(Collection<String> words) {
        return String.join(", ", words.stream().sorted().toList());
    }
}
