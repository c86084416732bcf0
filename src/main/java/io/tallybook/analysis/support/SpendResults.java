package io.tallybook.analysis.support;

import io.tallybook.analysis.Bounded;
import io.tallybook.analysis.LineReject;
import io.tallybook.ledger.Agreement.Payment;
import io.tallybook.ledger.Pool;
import io.tallybook.ledger.Purchase.Offering;
import io.tallybook.result.Figure;
import io.tallybook.result.WorkingStep;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** SA spend by pool and group, what was left out of it, and what is still to be billed (SA-BEN-03 to -05, SA-PRS-10, -11). */
final class SpendResults {
    private static final String PURCHASES = "purchases";
    private static final String ESTIMATE =
            "SA spend approximates what was paid for SA, net of tax; the vendor's own figure prevails.";
    private static final String BY_COMPONENT =
            "License-and-SA and step-up lines count with their SA component alone; licenses alone count for nothing.";
    private static final String WHOLE = "A subscription program: the whole amount of a line counts.";
    private static final String ONLINE_OUT = "Online services and From SA lines do not count.";
    private static final String ONLINE_IN = "Online services and From SA lines count with their whole amount.";
    private static final String BILLED = "With spread payments an amount counts from its invoice date on.";
    private static final String ORDERED = "An amount counts from its order date on.";

    private final UnitResults to;
    private final boolean spread;

    private SpendResults(UnitResults to) {
        this.to = to;
        spread = to.unit().agreement().payment() == Payment.SPREAD;
    }

    static void write(UnitResults to) {
        if (to.unit().kind().hasSpend()) {
            SpendResults results = new SpendResults(to);
            results.refuseLines();
            results.writeSpend();
            results.writeUnallocated();
            results.writeProjected();
        }
    }

    /** Lists the two kinds of line that take no part in spend. */
    private void refuseLines() {
        for (PurchaseLine line : to.unit().lines()) {
            if (line.isOtherCurrency()) {
                to.out()
                        .reject(new LineReject(
                                PURCHASES,
                                line.origin(),
                                "currency",
                                "other-currency",
                                line.row().currency().getCode(),
                                to.currency() + ", the currency of agreement "
                                        + to.unit().id(),
                                "give the amounts of the line in " + to.currency()));
            } else if (line.kind() == SpendKind.NO_POOL) {
                to.out()
                        .reject(new LineReject(
                                PURCHASES,
                                line.origin(),
                                "pool",
                                "no-pool",
                                (line.row().product() + " " + line.row().edition()).strip(),
                                "a pool, or a product whose pool a catalogue knows",
                                "fill the pool, or add the product to the table products"));
            }
        }
    }

    private List<String> assumptions() {
        List<String> list = new ArrayList<>();
        boolean subscription = to.rules()
                .settings()
                .subscriptionPrograms()
                .contains(to.unit().agreement().program());
        list.add(ESTIMATE);
        list.add(subscription ? WHOLE : BY_COMPONENT);
        list.add(to.rules().settings().onlineServices() ? ONLINE_IN : ONLINE_OUT);
        list.add(spread ? BILLED : ORDERED);
        return list;
    }

    private List<String> clauses(String third) {
        boolean subscription = to.rules()
                .settings()
                .subscriptionPrograms()
                .contains(to.unit().agreement().program());
        List<String> clauses = new ArrayList<>(List.of("SA-BEN-03", "SA-BEN-04"));
        if (subscription) {
            clauses.add("SA-BEN-05");
        }
        clauses.addAll(List.of("SA-PRS-10", third, "SA-PRS-17"));
        return clauses;
    }

    private Bounded state(Bounded sum) {
        return to.unit().hasAnyLine() ? sum : Bounded.unknown(Awards.NO_LINES);
    }

    private void writeSpend() {
        SpendSum spend = to.now().spend();
        List<String> assumptions = assumptions();
        List<String> clauses = clauses("SA-PRS-11");
        for (Pool pool : Pool.values()) {
            List<PurchaseLine> lines = spend.counted(pool);
            Figure.Builder figure = to.figure("sa-spend")
                    .dimension(pool.name())
                    .clauses(clauses)
                    .assume(assumptions)
                    .work(working(lines, spend, pool))
                    .sources(to.spendSources().of(pool));
            to.addMoney(figure, state(spend.of(pool)));
        }
        for (SpendGroup group : SpendGroup.values()) {
            Figure.Builder figure = to.figure("sa-spend")
                    .dimension(group.name())
                    .clauses(clauses)
                    .assume(assumptions)
                    .sources(to.spendSources().of(group));
            for (Pool pool : group.pools()) {
                figure.work("SA spend, pool " + pool, to.money(spend.of(pool).value()), to.currency());
            }
            to.addMoney(figure, state(spend.of(group)));
        }
    }

    /** The sums that a pool's spend is made of, and how many lines hold none. */
    private List<WorkingStep> working(List<PurchaseLine> lines, SpendSum spend, Pool pool) {
        BigDecimal whole = BigDecimal.ZERO;
        BigDecimal component = BigDecimal.ZERO;
        BigDecimal negative = BigDecimal.ZERO;
        int wholeCount = 0;
        int componentCount = 0;
        int negativeCount = 0;
        for (PurchaseLine line : lines) {
            if (line.spend().signum() < 0) {
                negative = negative.add(line.spend());
                negativeCount++;
            } else if (line.row().offering() == Offering.L_SA || line.row().offering() == Offering.STEP_UP) {
                component = component.add(line.spend());
                componentCount++;
            } else {
                whole = whole.add(line.spend());
                wholeCount++;
            }
        }
        List<WorkingStep> steps = new ArrayList<>();
        step(steps, "SA and subscription lines", wholeCount, whole);
        step(steps, "License-and-SA and step-up lines", componentCount, component);
        step(steps, "returns and credits", negativeCount, negative);
        long without = spend.uncounted().stream()
                .filter(line -> line.product().pool() == pool || line.product().pool() == null)
                .count();
        if (without > 0) {
            steps.add(new WorkingStep("lines left out that may hold SA spend", Long.toString(without), "lines"));
        }
        return steps;
    }

    private void step(List<WorkingStep> steps, String what, int count, BigDecimal sum) {
        if (count > 0) {
            steps.add(new WorkingStep(what + " (" + count + ")", to.money(sum), to.currency()));
        }
    }

    private void writeUnallocated() {
        BigDecimal sum = BigDecimal.ZERO;
        List<PurchaseLine> lines = new ArrayList<>();
        for (PurchaseLine line : to.now().spend().uncounted()) {
            if (line.kind() != SpendKind.OTHER_CURRENCY) {
                sum = sum.add(line.spend());
                lines.add(line);
            }
        }
        if (!lines.isEmpty()) {
            Figure.Builder figure = to.figure("sa-spend.unallocated")
                    .clauses("SA-BEN-03")
                    .assume("These amounts are not in SA spend, because their SA component or their pool is not known.")
                    .sources(UnitResults.rows(lines));
            for (PurchaseLine line : lines) {
                figure.work(
                        "line " + line.row().line() + ", "
                                + (line.kind() == SpendKind.NO_POOL ? "no pool" : "no SA component"),
                        to.money(line.spend()),
                        to.currency());
            }
            to.addMoney(figure, Bounded.known(sum));
        }
    }

    /** Spend of all lines of the term that are ordered up to the as-of date, billed or not. */
    static SpendSum projected(Unit unit) {
        SpendSum sum = new SpendSum();
        for (PurchaseLine line : unit.lines()) {
            if (line.ofTerm()) {
                sum.add(line);
            }
        }
        return sum;
    }

    private void writeProjected() {
        if (!spread) {
            return;
        }
        SpendSum all = projected(to.unit());
        for (SpendGroup group : SpendGroup.values()) {
            Figure.Builder figure = to.figure("sa-spend.projected")
                    .dimension(group.name())
                    .clauses("SA-PRS-10")
                    .assume("All instalments of the term that are ordered are billed as planned.")
                    .work(
                            "recognised up to " + to.asOf(),
                            to.money(to.now().spend().of(group).value()),
                            to.currency())
                    .work(
                            "still to be billed",
                            to.money(all.of(group)
                                    .value()
                                    .subtract(to.now().spend().of(group).value())),
                            to.currency())
                    .sources(UnitResults.rows(all.counted(group)));
            to.addMoney(figure, state(all.of(group)));
        }
    }
}
