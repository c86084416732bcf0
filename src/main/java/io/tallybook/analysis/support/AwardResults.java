package io.tallybook.analysis.support;

import io.tallybook.analysis.Bounded;
import io.tallybook.analysis.Numbers;
import io.tallybook.analysis.Sources;
import io.tallybook.analysis.support.Awards.Form;
import io.tallybook.ledger.Agreement;
import io.tallybook.ledger.Agreement.Payment;
import io.tallybook.ledger.Agreement.Program;
import io.tallybook.ledger.Pool;
import io.tallybook.result.Figure;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Incidents awarded by spend, what the next one costs, and the figures for comparison (SA-PRS-12 to SA-PRS-18). */
final class AwardResults {
    private static final String INCIDENTS = "incidents";
    private static final String DIVIDED =
            "The whole net spend of a group is divided once and rounded down; Server and CAL are"
                    + " one group, Systems and Applications the other.";
    private static final String TERM = "The period is the agreement's term to date; the terms name none.";
    private static final String ANNUAL = "Each year of the agreement stands alone; the terms name no period.";
    private static final String ALONE = "The agreement stands alone; spend of others is never added.";

    private final UnitResults to;
    private final Agreement agreement;
    private final Awards awards;
    private final boolean annual;
    private final boolean unlimited;

    private AwardResults(UnitResults to) {
        this.to = to;
        agreement = to.unit().agreement();
        awards = to.now().awards();
        annual = to.rules().settings().annualWindow();
        unlimited = to.now().sce().isUnlimited();
    }

    static void write(UnitResults to) {
        AwardResults results = new AwardResults(to);
        if (results.awards.form() == Form.TOTAL_ONLY) {
            results.writeNothing();
        } else if (results.awards.form() == Form.GROUPS) {
            results.writeAwards();
            results.writeNext();
            if (!results.unlimited) {
                results.writeSeparately();
                results.writeAlternative();
                results.writeProjected();
            }
        }
    }

    private void writeNothing() {
        boolean benefits = to.unit().kind().givesBenefits();
        String why = benefits
                ? "Academic agreements get no incidents."
                : "Agreements of program " + agreement.program() + " give no SA benefits.";
        String clause = to.unit().kind() == ProgramKind.MPSA ? "SA-MPS-01" : unitClause();
        to.add(
                to.figure("incidents.awarded")
                        .dimension(Awards.TOTAL)
                        .clauses(clause)
                        .assume(why)
                        .sources(Sources.of(to.unit().entry())),
                Bounded.known(0),
                INCIDENTS);
    }

    /** The clause that makes the agreement a unit of its own. */
    private String unitClause() {
        Program program = agreement.program();
        if (program == Program.OPEN_LICENSE) {
            return "SA-PRS-14";
        }
        boolean openValue = program == Program.OPEN_VALUE || program == Program.OPEN_VALUE_SUBSCRIPTION;
        return openValue ? "SA-PRS-13" : "SA-PRS-12";
    }

    private List<String> clauses(List<String> ofGroup) {
        List<String> clauses = new ArrayList<>(List.of(unitClause()));
        clauses.addAll(ofGroup);
        clauses.addAll(List.of("SA-PRS-17", "SA-PRS-18", "SA-ADD-01", "SA-ADD-02"));
        if (unlimited) {
            clauses.add("SA-SCE-11");
        }
        return clauses;
    }

    private void writeAwards() {
        for (SpendGroup group : SpendGroup.values()) {
            Figure.Builder figure = to.figure("incidents.awarded")
                    .dimension(group.name())
                    .clauses(clauses(List.of(group.clause())))
                    .assume(DIVIDED)
                    .assume(annual ? ANNUAL : TERM)
                    .assume(ALONE)
                    .sources(to.spendSources().of(group));
            if (unlimited) {
                figure.assume(
                        "Spend before and from the unlimited start is divided apart; from it on, spend of a component"
                                + " whose committed annual average is above the threshold earns nothing.");
            }
            Optional.ofNullable(awards.groups().get(group)).ifPresent(award -> work(figure, award, group));
            to.add(figure, award(group), INCIDENTS);
        }
        Figure.Builder total = to.figure("incidents.awarded")
                .dimension(Awards.TOTAL)
                .clauses(clauses(List.of("SA-PRS-15", "SA-PRS-16")))
                .assume(annual ? ANNUAL : TERM)
                .assume("Nothing is carried from one group to the other.")
                .sources(to.saSources());
        for (SpendGroup group : SpendGroup.values()) {
            Bounded award = award(group);
            total.work(
                    "incidents, " + group.words(),
                    award.isUnknown() ? "unknown" : Numbers.plain(award.value()),
                    INCIDENTS);
        }
        to.add(total, awards.total(), INCIDENTS);
    }

    private Bounded award(SpendGroup group) {
        return awards.lines().getOrDefault(group.name(), Bounded.known(0));
    }

    private void work(Figure.Builder figure, GroupAward award, SpendGroup group) {
        String increment = Numbers.plain(award.increment());
        figure.work("spend that earns one incident, " + group.words(), increment, to.currency());
        for (GroupAward.Part part : award.parts()) {
            String spend = to.money(part.spend());
            figure.work("SA spend recognised " + part.from() + ".." + part.to(), spend, to.currency());
            figure.work(
                    spend + " / " + increment + ", rounded down"
                            + (part.spend().signum() < 0 ? ", never below zero" : ""),
                    Numbers.plain(part.incidents(award.increment())),
                    INCIDENTS);
        }
    }

    private void writeNext() {
        if (to.asOf().isAfter(agreement.end())) {
            return;
        }
        Map<SpendGroup, BigDecimal> next = new EnumMap<>(SpendGroup.class);
        for (SpendGroup group : SpendGroup.values()) {
            Bounded award = award(group);
            GroupAward of = awards.groups().get(group);
            Figure.Builder figure = to.figure("incidents.next-award")
                    .dimension(group.name())
                    .clauses(group.clause(), "SA-PRS-18")
                    .assume(annual ? ANNUAL : TERM)
                    .sources(to.spendSources().of(group));
            if (of == null || !award.isKnown()) {
                to.addMoney(figure, Bounded.unknown(award.reason()));
                continue;
            }
            GroupAward.Part last = of.parts().get(of.parts().size() - 1);
            BigDecimal multiple = last.spend().add(of.toNext());
            next.put(group, of.toNext());
            figure.work("next multiple of " + Numbers.plain(of.increment()), to.money(multiple), to.currency())
                    .work("less SA spend from " + last.from() + " on", to.money(last.spend()), to.currency());
            to.addMoney(figure, Bounded.known(of.toNext()));
        }
        BigDecimal server = next.get(SpendGroup.SERVER_CAL);
        BigDecimal client = next.get(SpendGroup.IW_CLIENT);
        if (server != null && client != null) {
            SpendGroup nearest = server.compareTo(client) <= 0 ? SpendGroup.SERVER_CAL : SpendGroup.IW_CLIENT;
            to.addMoney(
                    to.figure("incidents.nearest-award")
                            .dimension(nearest.name())
                            .clauses(nearest.clause())
                            .work("next incident, " + SpendGroup.SERVER_CAL.words(), to.money(server), to.currency())
                            .work("next incident, " + SpendGroup.IW_CLIENT.words(), to.money(client), to.currency())
                            .sources(to.spendSources().of(nearest)),
                    Bounded.known(server.min(client)));
        }
    }

    private void writeSeparately() {
        Optional<String> unknown = Awards.whyUnknown(to.unit(), to.rules());
        Optional<BigDecimal> increment = to.rules().increment(SpendGroup.SERVER_CAL, agreement.currency());
        for (Pool pool : SpendGroup.SERVER_CAL.pools()) {
            Figure.Builder figure = to.figure("incidents.awarded-separately")
                    .dimension(pool.name())
                    .clauses("SA-PRS-15")
                    .assume("For comparison only: each pool divided alone.")
                    .sources(to.spendSources().of(pool));
            if (unknown.isPresent() || increment.isEmpty()) {
                to.add(figure, Bounded.unknown(unknown.orElse("")), INCIDENTS);
                continue;
            }
            GroupAward award = new GroupAward(
                    GroupAward.parts(
                            to.now().spend().counted(pool),
                            agreement,
                            to.asOf(),
                            annual,
                            to.now().sce()),
                    increment.get(),
                    to.now().spend().of(pool));
            work(figure, award, SpendGroup.SERVER_CAL);
            to.add(figure, award.award(), INCIDENTS);
        }
    }

    private void writeAlternative() {
        Awards alternative = to.now().alternative();
        alternative.lines().forEach((dimension, award) -> {
            Figure.Builder figure = to.figure("incidents.award-alternative")
                    .dimension(dimension)
                    .clauses("SA-PRS-17")
                    .assume("For comparison only: " + (annual ? "the whole term at once." : "each year alone."))
                    .sources(to.saSources());
            alternative.groups().forEach((group, of) -> {
                if (group.name().equals(dimension)) {
                    work(figure, of, group);
                }
            });
            to.add(figure, award, INCIDENTS);
        });
    }

    private void writeProjected() {
        if (agreement.payment() != Payment.SPREAD) {
            return;
        }
        SpendSum all = SpendResults.projected(to.unit());
        Optional<String> unknown = Awards.whyUnknown(to.unit(), to.rules());
        Bounded total = Bounded.known(0);
        for (SpendGroup group : SpendGroup.values()) {
            Figure.Builder figure = to.figure("incidents.projected")
                    .dimension(group.name())
                    .clauses("SA-PRS-10")
                    .assume(
                            "All instalments of the term that are ordered are billed as planned; divided once over the term.")
                    .sources(UnitResults.rows(all.counted(group)));
            Bounded award = unknown.map(Bounded::unknown).orElseGet(() -> projected(figure, all.of(group), group));
            total = total.plus(award);
            to.add(figure, award, INCIDENTS);
        }
        to.add(
                to.figure("incidents.projected")
                        .dimension(Awards.TOTAL)
                        .clauses("SA-PRS-10")
                        .assume("Nothing is carried from one group to the other.")
                        .sources(to.saSources()),
                total,
                INCIDENTS);
    }

    private Bounded projected(Figure.Builder figure, Bounded spend, SpendGroup group) {
        BigDecimal increment = to.rules().increment(group, agreement.currency()).orElseThrow();
        figure.work("projected SA spend, " + group.words(), to.money(spend.value()), to.currency())
                .work("spend that earns one incident", Numbers.plain(increment), to.currency());
        return spend.map(sum -> sum.max(BigDecimal.ZERO).divide(increment, 0, RoundingMode.FLOOR));
    }
}
