package io.tallybook.analysis.support;

import io.tallybook.analysis.Bounded;
import io.tallybook.ledger.Agreement;
import io.tallybook.ledger.YesNo;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The incidents that an agreement has earned by a day.
 *
 * @param form  which lines the award has
 * @param lines  the award by dimension, TOTAL last
 * @param groups  how the groups came to theirs; empty unless they are computed by spend
 */
record Awards(Form form, Map<String, Bounded> lines, Map<SpendGroup, GroupAward> groups) {
    /** Which lines an award has. */
    enum Form {
        TOTAL_ONLY,
        GROUPS,
        POINTS
    }

    static final String TOTAL = "TOTAL";

    Bounded total() {
        return lines.getOrDefault(TOTAL, Bounded.known(0));
    }

    static Form formOf(Unit unit) {
        if (unit.academic() == YesNo.YES || !unit.kind().givesBenefits()) {
            return Form.TOTAL_ONLY;
        }
        return unit.kind() == ProgramKind.MPSA ? Form.POINTS : Form.GROUPS;
    }

    /**
     * Returns the award by a day.
     *
     * @param spend  the spend recognised by then, or what of it is to count
     * @param annual  is each year divided alone
     */
    static Awards bySpend(Unit unit, LocalDate day, SpendSum spend, boolean annual, SceStanding sce, Rulebook rules) {
        if (formOf(unit) == Form.TOTAL_ONLY) {
            return new Awards(Form.TOTAL_ONLY, Map.of(TOTAL, Bounded.known(0)), Map.of());
        }
        Optional<String> unknown = whyUnknown(unit, rules);
        Agreement agreement = unit.agreement();
        Map<String, Bounded> awards = new LinkedHashMap<>();
        Map<SpendGroup, GroupAward> groups = new EnumMap<>(SpendGroup.class);
        Bounded total = Bounded.known(0);
        for (SpendGroup group : SpendGroup.values()) {
            Bounded award;
            Optional<BigDecimal> increment = rules.increment(group, agreement.currency());
            if (unknown.isPresent() || increment.isEmpty()) {
                award = Bounded.unknown(unknown.orElseGet(() -> rules.noIncrement(agreement.currency())));
            } else {
                GroupAward of = new GroupAward(
                        GroupAward.parts(spend.counted(group), agreement, day, annual, sce),
                        increment.get(),
                        spend.of(group));
                groups.put(group, of);
                award = of.award();
            }
            awards.put(group.name(), award);
            total = total.plus(award);
        }
        awards.put(TOTAL, total);
        return new Awards(Form.GROUPS, awards, groups);
    }

    /** Says why nothing can be said about the award of an agreement, whatever its lines are; empty if it can. */
    static Optional<String> whyUnknown(Unit unit, Rulebook rules) {
        if (!unit.academic().isKnown()) {
            return Optional.of(
                    "Whether the agreement is academic is not known: its program exists in both forms. The column"
                            + " academic settles it.");
        }
        if (!unit.hasAnyLine()) {
            return Optional.of(NO_LINES);
        }
        if (unit.kind() == ProgramKind.SPEND
                && rules.increment(SpendGroup.SERVER_CAL, unit.agreement().currency())
                        .isEmpty()) {
            return Optional.of(rules.noIncrement(unit.agreement().currency()));
        }
        return Optional.empty();
    }

    static final String NO_LINES = "No purchase line of the agreement was delivered; its lines settle it.";
}
