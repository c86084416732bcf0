package io.tallybook.analysis.support;

import io.tallybook.analysis.Bounded;
import io.tallybook.analysis.Numbers;
import io.tallybook.ledger.Agreement;
import io.tallybook.ledger.Agreement.Program;
import io.tallybook.result.Figure;
import io.tallybook.result.FindingStatus;
import io.tallybook.result.SourceRows;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Unlimited support of Server and Cloud Enrollments: averages, tests, verdicts (SA-SCE-01 to -05, -09, -12). */
final class SceResults {
    private static final String COMMITTED =
            "The average is taken over the whole term from all orders placed so far, billed or"
                    + " not; every month begun counts.";

    private final UnitResults to;
    private final Agreement agreement;
    private final SceStanding sce;

    private SceResults(UnitResults to) {
        this.to = to;
        agreement = to.unit().agreement();
        sce = to.now().sce();
    }

    static void write(UnitResults to) {
        SceResults results = new SceResults(to);
        results.writeProgram();
        if (results.agreement.program() == Program.SCE) {
            results.writePremier();
            Map<SceComponent, List<PurchaseLine>> lines =
                    SceStanding.linesByComponent(to.unit().lines());
            for (SceStanding.Component component : results.sce.components()) {
                results.write(component, lines.getOrDefault(component.component(), List.of()));
            }
        }
    }

    private void write(SceStanding.Component component, List<PurchaseLine> lines) {
        List<SourceRows> sources = UnitResults.rows(lines);
        Optional<BigDecimal> threshold = to.rules().threshold(agreement.currency());
        AnnualAverage average = component.average();
        int decimals = agreement.currency().getDecimalPlaces();
        String listed = component.component() == SceComponent.CIS_SUITE ? "SA-SCE-08" : "SA-SCE-07";
        Figure.Builder figure = averageFigure("sce.annual-average", component, sources, average)
                .clauses("SA-SCE-01", "SA-SCE-04", listed)
                .assume(COMMITTED);
        to.addMoney(figure, average.spend().map(sum -> average.lessRoundedDown(BigDecimal.ZERO, decimals)));
        Figure.Builder margin =
                averageFigure("sce.margin", component, sources, average).clauses("SA-SCE-01", "SA-SCE-09");
        threshold.ifPresent(limit -> margin.work("less the threshold", Numbers.plain(limit), to.currency()));
        to.addMoney(
                margin,
                threshold
                        .map(limit -> average.spend().map(sum -> average.lessRoundedDown(limit, decimals)))
                        .orElseGet(() -> Bounded.unknown(to.rules().noThreshold(agreement.currency()))));
        writeToDate(component, lines, sources, decimals);
        writeFindings(component, threshold);
        writeUnlimited(component);
    }

    private Figure.Builder averageFigure(
            String measure, SceStanding.Component component, List<SourceRows> sources, AnnualAverage average) {
        return to.figure(measure)
                .dimension(component.component().name())
                .assume("Each component stands alone; only products that the terms list are in one.")
                .work("SA spend of the component", to.money(average.spend().value()), to.currency())
                .work("months", Long.toString(average.months()), "months")
                .work(
                        "spend x 12 / months, rounded down",
                        to.money(average.lessRoundedDown(BigDecimal.ZERO, 4)),
                        to.currency())
                .sources(sources);
    }

    private void writeToDate(
            SceStanding.Component component, List<PurchaseLine> lines, List<SourceRows> sources, int decimals) {
        SpendSum sum = SpendSum.recognised(lines, to.asOf(), agreement);
        LocalDate last = to.asOf().isBefore(agreement.end()) ? to.asOf() : agreement.end();
        AnnualAverage average = new AnnualAverage(sum.total(), AnnualAverage.months(agreement.start(), last));
        to.addMoney(
                averageFigure("sce.to-date-average", component, sources, average)
                        .clauses("SA-SCE-01")
                        .assume("For comparison only: spend recognised to date over the months to date."),
                average.spend().map(spend -> average.lessRoundedDown(BigDecimal.ZERO, decimals)));
    }

    private void writeFindings(SceStanding.Component component, Optional<BigDecimal> threshold) {
        String subject = to.unit().subject() + "/sce-component:" + component.component();
        AnnualAverage average = component.average();
        String reason = threshold
                .map(limit -> "The committed annual average of " + component.component() + " is "
                        + to.money(average.lessRoundedDown(
                                BigDecimal.ZERO, agreement.currency().getDecimalPlaces()))
                        + " " + to.currency() + ", the threshold " + Numbers.plain(limit) + "."
                        + (average.spend().isKnown()
                                ? ""
                                : " " + average.spend().reason()))
                .orElseGet(() -> to.rules().noThreshold(agreement.currency()));
        to.find("SA-SCE-01", subject, component.spendTest(), Optional.empty(), reason, COMMITTED);
        Optional<LocalDate> date = component.verdict() == FindingStatus.AT_RISK
                ? Optional.ofNullable(agreement.premierEnd())
                : Optional.empty();
        to.find(
                "SA-SCE-03",
                subject,
                component.verdict(),
                date,
                reason + " " + sce.premier().reason(),
                "Each component qualifies for itself.");
    }

    private void writeUnlimited(SceStanding.Component component) {
        boolean unlimited = component.verdict() == FindingStatus.PASS || component.verdict() == FindingStatus.AT_RISK;
        if (!unlimited && component.verdict() != FindingStatus.UNDETERMINED) {
            return;
        }
        Figure.Builder figure = to.figure("incidents.unlimited")
                .dimension(component.component().name())
                .unit("incidents")
                .clauses("SA-SCE-03", "SA-SCE-04")
                .assume("It holds for the products of this component alone.")
                .sources(to.saSources());
        to.out()
                .add((unlimited
                                ? figure.unlimited()
                                : figure.unknown("Whether support is unlimited is not known: SA-SCE-01 is "
                                        + component.spendTest() + ", SA-SCE-02 is "
                                        + sce.premier().status() + "."))
                        .build());
        component
                .unlimitedFrom()
                .ifPresent(from -> to.out()
                        .add(to.figure("incidents.unlimited-from")
                                .dimension(component.component().name())
                                .unit("date")
                                .clauses("SA-SCE-03", "SA-SCE-12")
                                .known(from.toString())
                                .assume("The first day from which both tests have held without a break, with the orders"
                                        + " placed by then.")
                                .sources(to.saSources())
                                .build()));
    }

    /** SA-SCE-02. */
    private void writePremier() {
        Premier premier = Premier.on(to.asOf(), agreement, to.rules().settings().warningDays());
        if (premier.status() == FindingStatus.ATTEST) {
            to.ask("SA-SCE-02", "Does the customer have an active Premier Services Agreement?");
            return;
        }
        Optional<LocalDate> date = premier.status() == FindingStatus.AT_RISK
                ? Optional.ofNullable(agreement.premierEnd())
                : Optional.empty();
        to.find("SA-SCE-02", to.unit().subject(), premier.status(), date, premier.reason());
    }

    /** SA-SCE-05: the spend qualifies under an SCE only. */
    private void writeProgram() {
        if (agreement.program() == Program.SCE) {
            to.find("SA-SCE-05", FindingStatus.PASS, "The agreement is a Server and Cloud Enrollment.");
            return;
        }
        Optional<BigDecimal> threshold = to.rules().threshold(agreement.currency());
        if (to.unit().kind() == ProgramKind.MPSA || threshold.isEmpty()) {
            return;
        }
        List<String> met = new ArrayList<>();
        SceStanding.linesByComponent(to.unit().saLines()).forEach((component, lines) -> {
            if (SceStanding.committed(agreement, lines).isAtLeast(threshold.get())) {
                met.add(component.name());
            }
        });
        if (!met.isEmpty()) {
            to.find(
                    "SA-SCE-05",
                    FindingStatus.FAIL,
                    "The spend on " + String.join(" and ", met) + " would reach " + Numbers.plain(threshold.get()) + " "
                            + to.currency() + " a year, but under program " + agreement.program()
                            + " it does not open unlimited support.");
        }
    }
}
