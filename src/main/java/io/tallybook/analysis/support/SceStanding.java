package io.tallybook.analysis.support;

import io.tallybook.ledger.Agreement;
import io.tallybook.ledger.Agreement.Program;
import io.tallybook.result.FindingStatus;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How an enrollment stands towards unlimited support on a day, component by component (SA-SCE-01 to SA-SCE-04, SA-SCE-11).
 *
 * @param components  the components with an SA line of the term; none for other programs than SCE
 * @param premier  the verdict on the Premier agreement, with what people stated
 */
record SceStanding(List<Component> components, Premier premier) {
    /**
     * One component.
     *
     * @param component  which one
     * @param average  its committed annual average
     * @param spendTest  SA-SCE-01
     * @param verdict  SA-SCE-03
     * @param unlimitedFrom  the unlimited start; empty while support is not unlimited
     * @param stopsAwards  does its spend earn no incidents from then on
     */
    record Component(
            SceComponent component,
            AnnualAverage average,
            FindingStatus spendTest,
            FindingStatus verdict,
            Optional<LocalDate> unlimitedFrom,
            boolean stopsAwards) {}

    static SceStanding of(Unit unit, LocalDate day, Rulebook rules) {
        Agreement agreement = unit.agreement();
        if (agreement.program() != Program.SCE) {
            return new SceStanding(
                    List.of(), Premier.on(day, agreement, rules.settings().warningDays()));
        }
        Premier premier = premier(unit, day, rules);
        List<Component> components = new ArrayList<>();
        linesByComponent(unit.linesUpTo(day)).forEach((component, lines) -> {
            if (lines.stream().anyMatch(PurchaseLine::isSaLine)) {
                components.add(component(unit, component, lines, premier, rules));
            }
        });
        return new SceStanding(components, premier);
    }

    /** Those of the lines that are of the term, by component. */
    static Map<SceComponent, List<PurchaseLine>> linesByComponent(List<PurchaseLine> lines) {
        Map<SceComponent, List<PurchaseLine>> byComponent = new EnumMap<>(SceComponent.class);
        for (PurchaseLine line : lines) {
            SceComponent component = line.component();
            if (component != null && line.ofTerm()) {
                byComponent.computeIfAbsent(component, key -> new ArrayList<>()).add(line);
            }
        }
        return byComponent;
    }

    /** The committed annual average of lines of the term, billed or not. */
    static AnnualAverage committed(Agreement agreement, List<PurchaseLine> lines) {
        SpendSum sum = new SpendSum();
        lines.forEach(sum::add);
        return new AnnualAverage(sum.total(), AnnualAverage.months(agreement.start(), agreement.end()));
    }

    private static Premier premier(Unit unit, LocalDate day, Rulebook rules) {
        Premier premier = Premier.on(day, unit.agreement(), rules.settings().warningDays());
        if (premier.status() != FindingStatus.ATTEST) {
            return premier;
        }
        FindingStatus stated = rules.statements()
                .finding("SA-SCE-02", "", unit.subject(), day, "")
                .status();
        return new Premier(stated, rules.statements().yesSince("SA-SCE-02", unit.subject(), day), premier.reason());
    }

    private static Component component(
            Unit unit, SceComponent component, List<PurchaseLine> lines, Premier premier, Rulebook rules) {
        Agreement agreement = unit.agreement();
        AnnualAverage average = committed(agreement, lines);
        Optional<BigDecimal> threshold = rules.threshold(agreement.currency());
        FindingStatus spendTest = threshold.map(limit -> test(average, limit)).orElse(FindingStatus.UNDETERMINED);
        FindingStatus verdict = verdict(spendTest, premier.status());
        Optional<LocalDate> from = Optional.empty();
        if (verdict == FindingStatus.PASS || verdict == FindingStatus.AT_RISK) {
            from = threshold
                    .flatMap(limit -> metSince(agreement, lines, limit))
                    .flatMap(met -> premier.since().map(since -> later(later(met, since), agreement.start())));
        }
        boolean stops = from.isPresent() && threshold.map(average::isAbove).orElse(false);
        return new Component(component, average, spendTest, verdict, from, stops);
    }

    /** SA-SCE-01: exactly on the threshold passes. */
    static FindingStatus test(AnnualAverage average, BigDecimal threshold) {
        if (average.isAtLeast(threshold)) {
            return FindingStatus.PASS;
        }
        return average.isBelow(threshold) ? FindingStatus.FAIL : FindingStatus.UNDETERMINED;
    }

    /** SA-SCE-03: both tests together. */
    private static FindingStatus verdict(FindingStatus spendTest, FindingStatus premier) {
        if (spendTest == FindingStatus.FAIL || premier == FindingStatus.FAIL) {
            return FindingStatus.FAIL;
        }
        if (spendTest == FindingStatus.UNDETERMINED
                || premier == FindingStatus.UNDETERMINED
                || premier == FindingStatus.ATTEST) {
            return FindingStatus.UNDETERMINED;
        }
        return premier == FindingStatus.AT_RISK ? FindingStatus.AT_RISK : FindingStatus.PASS;
    }

    /** The first day from which, with the lines ordered by then, the spend test has held up to now. */
    private static Optional<LocalDate> metSince(Agreement agreement, List<PurchaseLine> lines, BigDecimal threshold) {
        Optional<LocalDate> since = Optional.empty();
        long months = AnnualAverage.months(agreement.start(), agreement.end());
        SpendSum sum = new SpendSum();
        for (int i = 0; i < lines.size(); i++) {
            sum.add(lines.get(i));
            LocalDate day = lines.get(i).ordered();
            if (i + 1 < lines.size() && lines.get(i + 1).ordered().equals(day)) {
                continue;
            }
            boolean met = new AnnualAverage(sum.total(), months).isAtLeast(threshold);
            since = met ? Optional.of(since.orElse(day)) : Optional.empty();
        }
        return since;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    /** Is unlimited support in force by a component? */
    boolean isUnlimited() {
        return components.stream()
                .anyMatch(component -> component.unlimitedFrom().isPresent());
    }

    /** The unlimited start of each component that is unlimited. */
    Map<SceComponent, LocalDate> unlimitedFrom() {
        Map<SceComponent, LocalDate> from = new EnumMap<>(SceComponent.class);
        components.forEach(
                component -> component.unlimitedFrom().ifPresent(day -> from.put(component.component(), day)));
        return from;
    }

    /** The unlimited starts, sorted, without repetition. */
    List<LocalDate> starts() {
        return unlimitedFrom().values().stream().distinct().sorted().toList();
    }

    /** Does a line count for nothing, because its component stops awards from its unlimited start on? */
    boolean stops(PurchaseLine line) {
        if (line.component() == null) {
            return false;
        }
        for (Component component : components) {
            if (component.component() == line.component()) {
                return component.stopsAwards()
                        && component
                                .unlimitedFrom()
                                .map(from -> !line.recognised().isBefore(from))
                                .orElse(false);
            }
        }
        return false;
    }
}
