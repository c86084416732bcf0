package io.tallybook.analysis.partner;

import io.tallybook.analysis.Attestations;
import io.tallybook.analysis.Context;
import io.tallybook.ledger.AzureCredit;
import io.tallybook.ledger.OfferBenefit.IncidentType;
import io.tallybook.ledger.PartnerRequest;
import io.tallybook.ledger.ProgramUse.Family;
import io.tallybook.terms.ProductKey;
import io.tallybook.terms.TermEdition;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What all accounts of a run are assessed under: settings, terms in force on the as-of date, and the reference lists, looked
 * up once.
 */
final class Rulebook {
    /** How activations of a key are counted. */
    enum ActivationModel {
        EVERY,
        SCENARIO
    }

    /** Which Visual Studio edition comes with an offer. */
    enum StudioEdition {
        ENTERPRISE,
        PROFESSIONAL,
        /** Enterprise, with the designations that the benefits table names. */
        LISTED
    }

    /** A day of the end of sale. */
    record Ended(LocalDate soldUntil, LocalDate runsUntil) {}

    /** A service that a credit may be used for; {@code own} when the credit was granted for it. */
    record CreditService(ProductKey service, boolean own) {}

    /** Anniversaries from one day to another. */
    record Span(LocalDate from, LocalDate to) {
        boolean holds(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }
    }

    private final Context context;
    private final LocalDate asOf;
    private final PartnerSettings settings;
    private final Attestations attestations;
    private final List<String> missing = new ArrayList<>();
    private final String edition;

    private final OfferNames names;
    private final OfferNames feeNames;
    private final Map<String, Ended> ended = new HashMap<>();
    private final Map<String, ActivationModel> activationModels = new HashMap<>();
    private final Map<String, Set<IncidentType>> incidentTypes = new HashMap<>();
    private final Map<String, StudioEdition> studioEditions = new HashMap<>();
    private final Set<String> incrementalMarketing = new HashSet<>();
    private final Set<Map<String, String>> swaps = new HashSet<>();
    private final Set<String> environments = new HashSet<>();
    private final Map<ProductKey, Family> families = new LinkedHashMap<>();
    private final Map<String, List<CreditService>> creditServices = new HashMap<>();
    private final Map<String, Span> anniversaries = new HashMap<>();
    private final Map<String, String> alignedFees = new HashMap<>();
    private final Map<String, Boolean> topics = new HashMap<>();
    private final int refundDays;
    private final int swapDays;
    private final int replacementDays;
    private final int studioDays;
    private final int versionsBack;
    private final LocalDate legacyEnd;

    private final ListedBenefits benefits;
    private final Fees fees;
    private final Versions versions;

    private Rulebook(Context context) {
        this.context = context;
        asOf = context.asOf();
        settings = PartnerSettings.of(context.settings());
        attestations = Attestations.of(context.shared(), asOf);
        edition = context.terms()
                .at("partner-offers", asOf)
                .map(TermEdition::name)
                .orElseGet(() -> context.terms().term("partner-offers").notInForce(asOf));
        names = new OfferNames(rows("partner-offers"));
        List<Map<String, String>> ofFees = new ArrayList<>(rows("partner-offers"));
        ofFees.addAll(rows("partner-fee-names"));
        feeNames = new OfferNames(ofFees);
        readOffers();
        readUses();
        rows("partner-legacy-anniversaries")
                .forEach(row -> anniversaries.put(
                        cell(row, "choice"),
                        new Span(LocalDate.parse(cell(row, "from")), LocalDate.parse(cell(row, "to")))));
        rows("partner-fees-aligned").forEach(row -> alignedFees.put(cell(row, "fee"), cell(row, "equals")));
        rows("partner-support-topics")
                .forEach(row ->
                        topics.put(cell(row, "topic"), cell(row, "supported").equals("Y")));
        refundDays = days("partner-refund-days");
        swapDays = days("partner-swap-days");
        replacementDays = days("partner-token-replacement-days");
        studioDays = days("partner-visual-studio-days");
        versionsBack = days("partner-incident-versions");
        legacyEnd = value("partner-legacy-end").map(LocalDate::parse).orElse(asOf);
        benefits = new ListedBenefits(context.shared(), names);
        fees = new Fees(context.shared(), feeNames);
        versions = new Versions(context.shared(), asOf);
    }

    static Rulebook of(Context context) {
        return new Rulebook(context);
    }

    private void readOffers() {
        rows("partner-offers-ended")
                .forEach(row -> ended.put(
                        cell(row, "code"),
                        new Ended(LocalDate.parse(cell(row, "sold_until")), LocalDate.parse(cell(row, "runs_until")))));
        rows("partner-activation-models")
                .forEach(row -> activationModels.put(cell(row, "code"), ActivationModel.valueOf(cell(row, "model"))));
        for (Map<String, String> row : rows("partner-incident-types")) {
            Set<IncidentType> types = new HashSet<>();
            for (IncidentType type : IncidentType.values()) {
                if (cell(row, type.name().toLowerCase(Locale.ROOT)).equals("Y")) {
                    types.add(type);
                }
            }
            incidentTypes.put(cell(row, "code"), types);
        }
        rows("partner-visual-studio-editions")
                .forEach(row -> studioEditions.put(cell(row, "code"), StudioEdition.valueOf(cell(row, "edition"))));
        rows("partner-incremental-marketing").forEach(row -> incrementalMarketing.add(cell(row, "code")));
        swaps.addAll(rows("partner-swaps"));
    }

    private void readUses() {
        rows("partner-use-environments").forEach(row -> environments.add(cell(row, "environment")));
        rows("partner-product-families")
                .forEach(row ->
                        families.put(ProductKey.asWritten(cell(row, "begins")), Family.valueOf(cell(row, "family"))));
        rows("partner-credit-services")
                .forEach(row -> creditServices
                        .computeIfAbsent(cell(row, "purpose"), purpose -> new ArrayList<>())
                        .add(new CreditService(
                                ProductKey.asWritten(cell(row, "service")),
                                cell(row, "granted_for").equals("OWN"))));
    }

    private List<Map<String, String>> rows(String term) {
        Optional<TermEdition> found = context.terms().at(term, asOf);
        if (found.isEmpty()) {
            missing.add(context.terms().term(term).notInForce(asOf) + ".");
        }
        return found.map(TermEdition::rows).orElse(List.of());
    }

    private Optional<String> value(String term) {
        return rows(term).stream().findFirst().map(row -> cell(row, "value"));
    }

    private int days(String term) {
        return value(term).map(Integer::valueOf).orElse(0);
    }

    static String cell(Map<String, String> row, String column) {
        String cell = row.get(column);
        if (cell == null) {
            throw new IllegalStateException("A row of the terms has no " + column + ": " + row);
        }
        return cell;
    }

    boolean isFor(Context other) {
        return context.equals(other);
    }

    /** Why the rules cannot be applied: the terms that are not in force on the as-of date. Empty as a rule. */
    List<String> missing() {
        return missing;
    }

    LocalDate asOf() {
        return asOf;
    }

    /** Returns the date, or null when it lies after the as-of date and has not come yet. */
    @Nullable
    LocalDate happened(@Nullable LocalDate date) {
        return date == null || date.isAfter(asOf) ? null : date;
    }

    boolean isAhead(@Nullable LocalDate date) {
        return date != null && date.isAfter(asOf);
    }

    PartnerSettings settings() {
        return settings;
    }

    Attestations attestations() {
        return attestations;
    }

    String edition() {
        return edition;
    }

    OfferNames names() {
        return names;
    }

    ListedBenefits benefits() {
        return benefits;
    }

    Fees fees() {
        return fees;
    }

    Versions versions() {
        return versions;
    }

    Optional<Ended> ended(String offerCode) {
        return Optional.ofNullable(ended.get(offerCode));
    }

    Optional<ActivationModel> activationModel(String offerCode) {
        return Optional.ofNullable(activationModels.get(offerCode));
    }

    /** The incident types that an offer may have; empty if the terms do not name the offer. */
    Optional<Set<IncidentType>> incidentTypes(String offerCode) {
        return Optional.ofNullable(incidentTypes.get(offerCode));
    }

    Optional<StudioEdition> studioEdition(String offerCode) {
        return Optional.ofNullable(studioEditions.get(offerCode));
    }

    boolean hasIncrementalMarketing(String offerCode) {
        return incrementalMarketing.contains(offerCode);
    }

    boolean isSwap(String from, String to) {
        return swaps.contains(Map.of("from", from, "to", to));
    }

    /** Can an offer be swapped for another one, or another one for it? */
    boolean takesPartInSwaps(String offerCode) {
        return swaps.stream().anyMatch(swap -> swap.containsValue(offerCode));
    }

    boolean isInternalEnvironment(String environment) {
        return environments.contains(environment);
    }

    /** Returns the family of a product by the beginning of its name, or null if it is not known. */
    @Nullable
    Family familyOf(String product) {
        ProductKey key = ProductKey.asWritten(product);
        for (Map.Entry<ProductKey, Family> family : families.entrySet()) {
            if (key.toString().startsWith(family.getKey().toString())) {
                return family.getValue();
            }
        }
        return null;
    }

    List<CreditService> creditServices(AzureCredit.Purpose purpose) {
        return creditServices.getOrDefault(purpose.name(), List.of());
    }

    /** May a choice be made at this anniversary? */
    boolean isOpenAnniversary(LocalDate anniversary) {
        return isIn("OPEN", anniversary);
    }

    /** Does the guide leave open whether a choice may be made at this anniversary? */
    boolean isUnsettledAnniversary(LocalDate anniversary) {
        return isIn("NOT_STATED", anniversary);
    }

    /** First and last anniversary with a choice. */
    Optional<Span> openAnniversaries() {
        return Optional.ofNullable(anniversaries.get("OPEN"));
    }

    private boolean isIn(String choice, LocalDate anniversary) {
        Span span = anniversaries.get(choice);
        return span != null && span.holds(anniversary);
    }

    /** Returns the fee that another one equals, or empty. */
    Optional<String> alignedFee(String fee) {
        return Optional.ofNullable(alignedFees.get(fee));
    }

    Optional<Boolean> isSupported(PartnerRequest.Topic topic) {
        return Optional.ofNullable(topics.get(topic.name()));
    }

    int refundDays() {
        return refundDays;
    }

    int swapDays() {
        return swapDays;
    }

    int replacementDays() {
        return replacementDays;
    }

    int studioDays() {
        return studioDays;
    }

    /** Versions before the current one that incidents cover. */
    int versionsBack() {
        return versionsBack;
    }

    /** Last day on which a competency is valid, and on which it has to be held. */
    LocalDate legacyEnd() {
        return legacyEnd;
    }
}
