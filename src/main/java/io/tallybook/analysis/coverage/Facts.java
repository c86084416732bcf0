package io.tallybook.analysis.coverage;

import io.tallybook.ledger.Agreement;
import io.tallybook.ledger.Dossier;
import io.tallybook.ledger.Entry;
import io.tallybook.ledger.LedgerRecord;
import io.tallybook.ledger.License;
import io.tallybook.ledger.Purchase;
import io.tallybook.ledger.SaTransition;
import io.tallybook.terms.ProductKey;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What is known of an account on the as-of date: rows dated after it do not exist. Agreements count whatever their dates. */
final class Facts {
    private final Dossier dossier;
    private final CoverageRules rules;
    private final Map<String, Entry<Agreement>> agreements = new LinkedHashMap<>();
    private final Map<String, Position> positions = new LinkedHashMap<>();
    private final List<Line> lines = new ArrayList<>();
    private final Map<String, List<Line>> byAgreement = new HashMap<>();
    private final Map<String, Map<ProductKey, List<Line>>> byProduct = new HashMap<>();
    private final Map<String, List<Line>> byLicense = new HashMap<>();
    private final Map<String, SaTimeline> timelines = new HashMap<>();
    private int laterLines;

    private Facts(Dossier dossier, CoverageRules rules) {
        this.dossier = dossier;
        this.rules = rules;
    }

    static Facts of(Dossier dossier, CoverageRules rules) {
        Facts facts = new Facts(dossier, rules);
        dossier.all(Agreement.class)
                .forEach(entry -> facts.agreements.put(entry.record().agreement(), entry));
        for (Entry<License> entry : facts.upToAsOf(License.class, License::acquired)) {
            Position position =
                    Position.of(entry, facts.agreement(entry.record().agreement()), rules);
            facts.positions.put(position.id(), position);
        }
        List<Entry<Purchase>> ordered = facts.upToAsOf(Purchase.class, Purchase::orderDate);
        facts.laterLines = dossier.all(Purchase.class).size() - ordered.size();
        for (Entry<Purchase> entry : ordered) {
            facts.agreement(entry.record().agreement())
                    .ifPresent(agreement -> facts.add(Line.of(entry, agreement, facts, rules)));
        }
        for (Position position : facts.positions.values()) {
            facts.timelines.put(position.id(), Coverage.of(position, facts.linesNaming(position), rules));
        }
        return facts;
    }

    private void add(Line line) {
        lines.add(line);
        String agreement = line.agreement().agreement();
        byAgreement.computeIfAbsent(agreement, key -> new ArrayList<>()).add(line);
        byProduct
                .computeIfAbsent(agreement, key -> new HashMap<>())
                .computeIfAbsent(line.name().full(), key -> new ArrayList<>())
                .add(line);
        line.position()
                .ifPresent(position -> byLicense
                        .computeIfAbsent(position.id(), key -> new ArrayList<>())
                        .add(line));
    }

    CoverageRules rules() {
        return rules;
    }

    LocalDate asOf() {
        return rules.asOf();
    }

    /** Returns the rows of a record type up to the as-of date, in reading order; rows without a day of their own count. */
    <R extends LedgerRecord> List<Entry<R>> upToAsOf(Class<R> type, Function<R, @Nullable LocalDate> day) {
        return dossier.all(type).stream()
                .filter(entry -> {
                    LocalDate dated = day.apply(entry.record());
                    return dated == null || !dated.isAfter(asOf());
                })
                .toList();
    }

    <R extends LedgerRecord> List<Entry<R>> all(Class<R> type) {
        return dossier.all(type);
    }

    List<Entry<Agreement>> agreements() {
        return List.copyOf(agreements.values());
    }

    Optional<Agreement> agreement(String id) {
        return Optional.ofNullable(agreements.get(id)).map(Entry::record);
    }

    List<Position> positions() {
        return List.copyOf(positions.values());
    }

    Optional<Position> position(String id) {
        return Optional.ofNullable(positions.get(id));
    }

    /** Returns how many order lines are dated after the as-of date. */
    int laterLines() {
        return laterLines;
    }

    List<Line> lines() {
        return lines;
    }

    List<Line> lines(Predicate<Line> wanted) {
        return lines.stream().filter(wanted).toList();
    }

    List<Line> linesOf(Agreement agreement) {
        return byAgreement.getOrDefault(agreement.agreement(), List.of());
    }

    /** Returns the lines of an agreement for one product, as {@link ProductName#isSameAs} has it. */
    List<Line> linesOf(Agreement agreement, ProductKey product) {
        return byProduct.getOrDefault(agreement.agreement(), Map.of()).getOrDefault(product, List.of());
    }

    List<Line> linesNaming(Position position) {
        return byLicense.getOrDefault(position.id(), List.of());
    }

    /** Returns the SA of a position over time. */
    SaTimeline timeline(Position position) {
        return timelines.getOrDefault(position.id(), SaTimeline.notKnown(false));
    }

    List<Entry<SaTransition>> transitions() {
        return upToAsOf(SaTransition.class, SaTransition::transitionedOn);
    }

    static String subject(Agreement agreement) {
        return "agreement:" + agreement.agreement();
    }
}
