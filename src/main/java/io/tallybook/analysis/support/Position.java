package io.tallybook.analysis.support;

import io.tallybook.analysis.Bounded;
import io.tallybook.ledger.Agreement;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where an agreement stands on a day: what it has spent, earned and used. A pure function of the agreement's records up to
 * that day; what the day's conversions leave is {@link #balance}.
 */
final class Position {
    private final Unit unit;
    private final LocalDate day;
    private final Rulebook rules;
    private final SceStanding sce;
    private final SpendSum spend;
    private final Awards awards;
    private final Optional<MpsaPoints> points;
    private final CoverageEnd expiry;
    private final LocalDate evaluationDay;
    private final BigDecimal used;
    private final BigDecimal pending;

    private Position(Unit unit, LocalDate day, Rulebook rules) {
        this.unit = unit;
        this.day = day;
        this.rules = rules;
        sce = SceStanding.of(unit, day, rules);
        expiry = CoverageEnd.of(unit.termSaLines(day));
        evaluationDay = expiry.hasPassed(day) ? expiry.day().orElse(day) : day;
        spend = unit.kind().hasSpend()
                ? SpendSum.recognised(unit.linesUpTo(day), day, unit.agreement())
                : new SpendSum();
        if (unit.kind() == ProgramKind.MPSA) {
            MpsaAwards mpsa = MpsaAwards.on(evaluationDay, unit, unit.saLinesUpTo(day), rules);
            awards = mpsa.awards();
            points = Optional.of(mpsa.points());
        } else {
            awards = bySpend(spend, rules.settings().annualWindow());
            points = Optional.empty();
        }
        Map<SceComponent, LocalDate> unlimited = sce.unlimitedFrom();
        used = used(day, unlimited);
        pending = pending(day, unlimited);
    }

    /** Returns the position on a day, which may lie before the as-of date. */
    static Position on(LocalDate day, Unit unit, Rulebook rules) {
        return new Position(unit, day, rules);
    }

    private Awards bySpend(SpendSum of, boolean annual) {
        return Awards.bySpend(unit, day, of, annual, sce, rules);
    }

    LocalDate day() {
        return day;
    }

    SceStanding sce() {
        return sce;
    }

    /** The recognised spend. */
    SpendSum spend() {
        return spend;
    }

    Awards awards() {
        return awards;
    }

    /** The award under the other award window. */
    Awards alternative() {
        return bySpend(spend, !rules.settings().annualWindow());
    }

    /** The points on the evaluation day; empty unless the agreement is an MPSA account. */
    Optional<MpsaPoints> points() {
        return points;
    }

    CoverageEnd expiry() {
        return expiry;
    }

    /** The day, or the end of the SA when that has passed. */
    LocalDate evaluationDay() {
        return evaluationDay;
    }

    BigDecimal used() {
        return used;
    }

    BigDecimal pending() {
        return pending;
    }

    /** TOTAL as it would be without the negative SA lines of the term, with the same unlimited start and evaluation day. */
    Bounded totalWithoutNegativeLines() {
        if (unit.kind() == ProgramKind.MPSA) {
            List<PurchaseLine> lines = unit.saLinesUpTo(day).stream()
                    .filter(line -> !line.isNegativeSaOfTerm())
                    .toList();
            return MpsaAwards.on(evaluationDay, unit, lines, rules).awards().total();
        }
        return bySpend(spend.withoutNegativeSaOfTerm(), rules.settings().annualWindow())
                .total();
    }

    private BigDecimal used(LocalDate upTo, Map<SceComponent, LocalDate> unlimited) {
        long sum = 0;
        for (CaseFacts facts : unit.cases()) {
            if (!facts.opened().isAfter(upTo)) {
                CaseUse use = CaseUse.on(upTo, facts, unlimited);
                boolean inTerm = use.day()
                        .map(taken -> !taken.isBefore(unit.agreement().start()))
                        .orElse(false);
                sum += inTerm ? use.incidents() : 0;
            }
        }
        return BigDecimal.valueOf(sum);
    }

    private BigDecimal pending(LocalDate upTo, Map<SceComponent, LocalDate> unlimited) {
        long sum = 0;
        for (CaseFacts facts : unit.cases()) {
            if (!facts.opened().isAfter(upTo)
                    && CaseUse.on(upTo, facts, unlimited).pending()) {
                sum += facts.issues();
            }
        }
        return BigDecimal.valueOf(sum);
    }

    /**
     * What becoming unlimited midstream takes away (SA-SCE-12): of everything earned before each unlimited start, what was
     * neither used nor converted nor pending at the end of the day before. Empty unless unlimited support is in force.
     */
    Optional<Bounded> subtracted() {
        if (!sce.isUnlimited()) {
            return Optional.empty();
        }
        Agreement agreement = unit.agreement();
        BigDecimal sum = BigDecimal.ZERO;
        boolean earnedAnything = false;
        for (LocalDate start : sce.starts()) {
            if (start.isAfter(agreement.start())) {
                LocalDate before = start.minusDays(1);
                BigDecimal left = earnedBefore(start)
                        .subtract(used(before, sce.unlimitedFrom()))
                        .subtract(unit.converted(before))
                        .subtract(pending(before, sce.unlimitedFrom()))
                        .subtract(sum);
                sum = sum.add(left.max(BigDecimal.ZERO));
                earnedAnything = true;
            }
        }
        BigDecimal all = sum;
        return Optional.of(earnedAnything ? awards.total().map(total -> all) : Bounded.known(all));
    }

    private BigDecimal earnedBefore(LocalDate start) {
        BigDecimal earned = BigDecimal.ZERO;
        for (GroupAward group : awards.groups().values()) {
            for (GroupAward.Part part : group.parts()) {
                if (part.from().isBefore(start)) {
                    earned = earned.add(part.incidents(group.increment()));
                }
            }
        }
        return earned;
    }

    /** Unused incidents that have expired, after these conversions (SA-PRS-20, SA-MPS-09). */
    Bounded expired(BigDecimal converted) {
        boolean passed = expiry.hasPassed(day);
        if (expiry.isUnknown()) {
            return Bounded.unknown(
                    "No coverage end of the products with SA is known; coverage_end of their lines settles it.");
        }
        if (expiry.held() && !passed) {
            return Bounded.known(0);
        }
        if (passed && !expiry.isKnown()) {
            return Bounded.unknown(
                    "The latest known coverage end has passed, but other lines have none; coverage_end of"
                            + " those lines settles it.");
        }
        return awards.total().map(total -> left(total, converted).max(BigDecimal.ZERO));
    }

    private BigDecimal left(BigDecimal total, BigDecimal converted) {
        return total.subtract(used)
                .subtract(converted)
                .subtract(subtracted().map(Bounded::value).orElse(BigDecimal.ZERO));
    }

    /** What is left after these conversions: the award less used, converted, subtracted and expired. */
    Bounded balance(BigDecimal converted) {
        Bounded expired = expired(converted);
        if (expired.isUnknown()) {
            return Bounded.unknown(expired.reason());
        }
        return awards.total().map(total -> left(total, converted).subtract(expired.value()));
    }
}
