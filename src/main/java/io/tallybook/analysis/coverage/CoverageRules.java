package io.tallybook.analysis.coverage;

import io.tallybook.analysis.Attestations;
import io.tallybook.analysis.Context;
import io.tallybook.analysis.Products;
import io.tallybook.ledger.Agreement.Program;
import io.tallybook.ledger.MigrationEntry;
import io.tallybook.ledger.Pool;
import io.tallybook.terms.ProductCatalogue;
import io.tallybook.terms.ProductKey;
import io.tallybook.terms.Term;
import io.tallybook.terms.TermEdition;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** What all accounts of a run are assessed under: settings, terms on the as-of date, and the shared records, looked up once. */
final class CoverageRules {
    /** A span of days of the terms, by its name in {@code sa-order-windows}. */
    enum Window {
        TRANSFER,
        OEM_FPP,
        OPEN_LICENSE_RENEWAL,
        NEXT_AGREEMENT,
        DEEMED_COVERAGE,
        DEEMED_COVERAGE_OPEN_LICENSE
    }

    /** An OEM license that took SA only when it was bought in time. */
    record DatedOemLicense(ProductKey product, String version, LocalDate purchasedBefore) {}

    private record Name(String product, String edition, String version, boolean countsCores) {}

    /** Far more than a customer's lists name; invented ones shall not fill the memory. */
    private static final int MOST_NAMES = 10_000;

    private final Context context;
    private final CoverageSettings settings;
    private final ProductCatalogue catalogue;
    private final ReleaseCalendar calendar;
    private final List<MigrationTerm> migrationTerms;
    private final Attestations attestations;
    private final Map<String, Integer> windows;
    private final DatedOemLicense oemSqlServer;
    private final StepUpPairs stepUpPairs;
    private final String edition;
    private final Map<String, TermEdition> editions = new ConcurrentHashMap<>();
    private final Map<String, Set<ProductKey>> products = new ConcurrentHashMap<>();
    private final Map<Name, ProductName> names = new ConcurrentHashMap<>();

    private CoverageRules(Context context) {
        this.context = context;
        settings = CoverageSettings.of(context.settings());
        catalogue = Products.catalogue(context);
        calendar = ReleaseCalendar.of(context.shared(), context.asOf());
        migrationTerms = context.shared().all(MigrationEntry.class).stream()
                .map(MigrationTerm::of)
                .toList();
        attestations = Attestations.of(context.shared(), context.asOf());
        edition = edition(context);
        windows = rows("sa-order-windows").stream()
                .collect(Collectors.toUnmodifiableMap(
                        row -> cell(row, "window"), row -> Integer.parseInt(cell(row, "days"))));
        Map<String, String> oem = rows("oem-sql-server-license").get(0);
        oemSqlServer = new DatedOemLicense(
                ProductKey.of(cell(oem, "product")),
                cell(oem, "version"),
                LocalDate.parse(cell(oem, "purchased_before")));
        stepUpPairs = StepUpPairs.of(this);
    }

    static CoverageRules of(Context context) {
        return new CoverageRules(context);
    }

    /** Was this made for that context? Then it can be used again. */
    boolean isFor(Context other) {
        return context.equals(other);
    }

    LocalDate asOf() {
        return context.asOf();
    }

    CoverageSettings settings() {
        return settings;
    }

    ReleaseCalendar calendar() {
        return calendar;
    }

    List<MigrationTerm> migrationTerms() {
        return migrationTerms;
    }

    Attestations attestations() {
        return attestations;
    }

    StepUpPairs stepUpPairs() {
        return stepUpPairs;
    }

    DatedOemLicense oemSqlServer() {
        return oemSqlServer;
    }

    /** Returns the last day of a window that begins on a day: within N days of a day includes both ends. */
    LocalDate last(Window window, LocalDate from) {
        return from.plusDays(days(window));
    }

    int days(Window window) {
        return windows.getOrDefault(window.name(), 0);
    }

    /** Returns the name of a product, as {@link ProductName#of} does, read once: few are named, each by many rows. */
    ProductName name(String product, String edition, String version, boolean countsCores) {
        Name cells = new Name(product, edition, version, countsCores);
        ProductName name = names.get(cells);
        if (name == null) {
            name = ProductName.of(product, edition, version, countsCores);
            if (names.size() < MOST_NAMES) {
                names.put(cells, name);
            }
        }
        return name;
    }

    /** Returns the pool that the catalogue gives a product, or empty if it is not known. */
    Optional<Pool> poolOf(ProductName name) {
        return catalogue
                .find(name.product().toString(), name.full())
                .map(ProductCatalogue.Entry::pool)
                .filter(pool -> !pool.isEmpty())
                .map(Pool::valueOf);
    }

    /** Returns the rows of a term; those of its last edition when none is in force, which every result then says. */
    List<Map<String, String>> rows(String id) {
        return edition(id).rows();
    }

    /** Returns a term that is a single number. */
    int number(String id) {
        return edition(id).number().intValueExact();
    }

    /** Returns the programs that a term lists. */
    Set<Program> programs(String id) {
        Set<Program> programs = EnumSet.noneOf(Program.class);
        rows(id).forEach(row -> programs.add(Program.valueOf(cell(row, "program"))));
        return programs;
    }

    /** Returns the products that a column of a term names. */
    Set<ProductKey> products(String id, String column) {
        return products.computeIfAbsent(
                id + ' ' + column,
                key -> rows(id).stream()
                        .map(row -> ProductKey.of(cell(row, column)))
                        .collect(Collectors.toUnmodifiableSet()));
    }

    static String cell(Map<String, String> row, String column) {
        return row.getOrDefault(column, "");
    }

    private TermEdition edition(String id) {
        return editions.computeIfAbsent(id, key -> {
            Term term = context.terms().term(key);
            return term.at(context.asOf())
                    .orElseGet(() -> term.editions().get(term.editions().size() - 1));
        });
    }

    /** Name of the edition of the page that all results of this area rest on. */
    String edition() {
        return edition;
    }

    private static String edition(Context context) {
        Term term = context.terms().term("sa-order-windows");
        return term.at(context.asOf()).map(TermEdition::name).orElseGet(() -> term.notInForce(context.asOf()));
    }
}
