package io.tallybook.analysis.deployment;

import io.tallybook.analysis.Attestations;
import io.tallybook.analysis.Context;
import io.tallybook.analysis.Products;
import io.tallybook.ledger.Agreement.Program;
import io.tallybook.ledger.Entry;
import io.tallybook.ledger.Provider;
import io.tallybook.terms.ProductCatalogue;
import io.tallybook.terms.Term;
import io.tallybook.terms.TermEdition;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What all accounts of a run are assessed under: settings, the terms in force on the as-of date, and the shared records, looked
 * up once.
 *
 * <p>Where a term is not in force its value is zero here; {@link #missing} then takes the verdict from every clause that rests
 * on it.
 */
final class Rulebook {
    private static final String DEFAULT_EDITION = "excluded-agreements";
    private static final List<String> TERMS = List.of(
            "test-window-days",
            "test-window-interval-days",
            "reassignment-days",
            "mobility-minimum-cores",
            "mobility-oses",
            "license-minimums",
            "hosted-update-minimums",
            "update-sa-months",
            "azure-stack-update-products",
            "self-hosting-barred-products");

    private final Context context;
    private final DeploymentSettings settings;
    private final Map<String, TermEdition> inForce = new HashMap<>();
    private final Map<String, String> editions = new java.util.concurrent.ConcurrentHashMap<>();
    private final Map<String, String> missing = new TreeMap<>();
    private final Attestations attestations;
    private final ProductCatalogue catalogue;
    private final Set<Program> excluded = EnumSet.noneOf(Program.class);
    private final Map<String, Entry<Provider>> providers = new HashMap<>();
    private final Map<ProductFamily, Map<String, String>> minimums;
    private final Map<ProductFamily, Map<String, String>> hostedMinimums;
    private final Set<ProductFamily> onAzureStack = EnumSet.noneOf(ProductFamily.class);
    private final List<OseRule> oseRules;

    Rulebook(Context context) {
        this.context = context;
        settings = DeploymentSettings.of(context.settings());
        TERMS.forEach(this::look);
        attestations = Attestations.of(context.shared(), context.asOf());
        catalogue = Products.catalogue(context);
        context.terms()
                .at("excluded-agreements", context.asOf())
                .ifPresent(edition ->
                        edition.rows().forEach(row -> excluded.add(Program.valueOf(row.getOrDefault("program", "")))));
        for (Entry<Provider> entry : context.shared().all(Provider.class)) {
            providers.putIfAbsent(entry.record().provider(), entry);
        }
        minimums = byFamily("license-minimums");
        hostedMinimums = byFamily("hosted-update-minimums");
        onAzureStack.addAll(byFamily("azure-stack-update-products").keySet());
        oseRules = rows("mobility-oses").stream().map(OseRule::of).toList();
    }

    private void look(String id) {
        Term term = context.terms().term(id);
        Optional<TermEdition> found = term.at(context.asOf());
        found.ifPresent(edition -> inForce.put(id, edition));
        for (String clause : term.clauses()) {
            if (found.isPresent()) {
                editions.putIfAbsent(clause, found.get().name());
            } else {
                missing.merge(clause, term.notInForce(context.asOf()) + ".", (one, other) -> one + " " + other);
            }
        }
    }

    private List<Map<String, String>> rows(String term) {
        TermEdition edition = inForce.get(term);
        return edition == null ? List.of() : edition.rows();
    }

    private Map<ProductFamily, Map<String, String>> byFamily(String term) {
        Map<ProductFamily, Map<String, String>> rows = new HashMap<>();
        rows(term)
                .forEach(row -> rows.put(
                        NamedProduct.of(row.getOrDefault("product", "")).family(), row));
        return rows;
    }

    /** Was this made for that context? Then it can be used again. */
    boolean isFor(Context other) {
        return context.equals(other);
    }

    LocalDate asOf() {
        return context.asOf();
    }

    DeploymentSettings settings() {
        return settings;
    }

    Attestations attestations() {
        return attestations;
    }

    @Nullable
    Entry<Provider> provider(String id) {
        return providers.get(id);
    }

    boolean isExcluded(Program program) {
        return excluded.contains(program);
    }

    /** Returns what is known of a product, by its license position. */
    Optional<ProductCatalogue.Entry> catalogued(String product, String edition) {
        return catalogue.find(product, edition);
    }

    /** Name of the edition of the terms that a clause is judged under. */
    String editionOf(String clause) {
        return editions.computeIfAbsent(
                clause,
                key -> context.terms()
                        .at(DEFAULT_EDITION, context.asOf())
                        .map(TermEdition::name)
                        .orElse(""));
    }

    /** Says which terms of a clause are not in force; empty as a rule. */
    Optional<String> missing(String clause) {
        return Optional.ofNullable(missing.get(clause));
    }

    private int value(String term) {
        TermEdition edition = inForce.get(term);
        return edition == null ? 0 : edition.number().intValueExact();
    }

    /** A value that a job may set: what it sets comes before the terms. */
    private int value(String setting, int ofTheTerms) {
        boolean byTerms = DeploymentSettings.isDefault(context.settings(), setting);
        return byTerms ? ofTheTerms : context.settings().wholeNumber(setting);
    }

    int testWindowDays() {
        return value("test-window-days");
    }

    int testWindowInterval() {
        return value("test-window-interval-days");
    }

    /** The last blocked day after an assignment; the assignment day is day 0. */
    int reassignmentDays() {
        return value("reassignment-days");
    }

    int updateSaMonths() {
        return value("update-sa-months");
    }

    BigDecimal minimumCoresPerOse() {
        return BigDecimal.valueOf(value(DeploymentSettings.MINIMUM_CORES, value("mobility-minimum-cores")));
    }

    private int minimum(ProductFamily family, String column) {
        String number = minimums.getOrDefault(family, Map.of()).get(column);
        return number == null ? 0 : Integer.parseInt(number);
    }

    int windowsServerCores() {
        return value(DeploymentSettings.WINDOWS_SERVER_CORES, minimum(ProductFamily.WINDOWS_SERVER, "per_server"));
    }

    int windowsServerCoresPerProcessor() {
        return value(
                DeploymentSettings.WINDOWS_SERVER_PROCESSOR_CORES,
                minimum(ProductFamily.WINDOWS_SERVER, "per_processor"));
    }

    int sqlServerCores() {
        return value(DeploymentSettings.SQL_SERVER_CORES, minimum(ProductFamily.SQL_SERVER, "per_server"));
    }

    /** Virtual Cores that an OSE counts at least for hosted coverage, or empty for a product that has no such coverage. */
    Optional<BigDecimal> hostedMinimum(ProductFamily family) {
        return Optional.ofNullable(hostedMinimums.get(family)).map(row -> new BigDecimal(row.get("virtual_cores")));
    }

    /** Products that need no purchase on Azure Stack. */
    boolean isFreeOnAzureStack(NamedProduct product) {
        return onAzureStack.contains(product.family());
    }

    /** Is this product barred from self-hosting on shared servers? */
    boolean isBarredFromSharedSelfHosting(NamedProduct product) {
        return rows("self-hosting-barred-products").stream()
                .anyMatch(row -> product.beginsWith(row.getOrDefault("product", "")));
    }

    /** The rows of the table of OSEs on shared servers. */
    List<OseRule> oseRules() {
        return oseRules;
    }
}
