package io.tallybook.analysis.support;

import io.tallybook.analysis.Assessment;
import io.tallybook.analysis.Bounded;
import io.tallybook.analysis.Numbers;
import io.tallybook.analysis.Sources;
import io.tallybook.result.Figure;
import io.tallybook.result.Finding;
import io.tallybook.result.FindingStatus;
import io.tallybook.result.SourceRows;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What the writers of an agreement's results share: its position and the way into the assessment.
 *
 * @param account  id of the account
 * @param unit  the agreement
 * @param now  its position on the as-of date
 * @param active  on which products SA is active on the as-of date
 * @param rules  what all accounts are assessed under
 * @param rejections  the rejected rows of the dossier
 * @param saSources  the rows of its SA lines
 * @param spendSources  the rows of its recognised spend
 * @param out  takes the results
 */
record UnitResults(
        String account,
        Unit unit,
        Position now,
        SaActivity active,
        Rulebook rules,
        Rejections rejections,
        List<SourceRows> saSources,
        SpendSources spendSources,
        Assessment out) {

    static UnitResults of(String account, Unit unit, Rulebook rules, Rejections rejections, Assessment out) {
        Position now = Position.on(rules.asOf(), unit, rules);
        return new UnitResults(
                account,
                unit,
                now,
                SaActivity.of(unit.saLines(), rules.asOf()),
                rules,
                rejections,
                rows(unit.saLines()),
                SpendSources.of(now.spend()),
                out);
    }

    LocalDate asOf() {
        return rules.asOf();
    }

    /** Starts a figure about the agreement that rests on its purchase lines, and names what of them is not counted. */
    Figure.Builder figure(String measure) {
        Figure.Builder figure = figureWithoutLines(measure).assume(rejections.of("purchases", unit.id()));
        return unit.laterLines() == 0
                ? figure
                : figure.assume(count(unit.laterLines(), "line", "lines") + " ordered after " + asOf()
                        + (unit.laterLines() == 1 ? " is" : " are") + " not counted.");
    }

    /** Starts a figure about the agreement that rests on other rows than its purchase lines. */
    Figure.Builder figureWithoutLines(String measure) {
        return Figure.of(measure, account, unit.subject()).edition(rules.edition());
    }

    /** Adds a count with its state. */
    void add(Figure.Builder figure, Bounded count, String unitOfCount) {
        out.add(figure.unit(unitOfCount)
                .state(count.state(), Numbers.plain(count.value()), count.reason())
                .build());
    }

    /** Adds an amount in the agreement's currency with its state. */
    void addMoney(Figure.Builder figure, Bounded amount) {
        out.add(figure.unit(unit.agreement().currency().getCode())
                .state(amount.state(), money(amount.value()), amount.reason())
                .build());
    }

    String money(BigDecimal amount) {
        return Numbers.money(amount, unit.agreement().currency());
    }

    String currency() {
        return unit.agreement().currency().getCode();
    }

    /** Adds a finding about the agreement, resting on its SA lines. */
    void find(String clause, FindingStatus status, String reason, String... assumptions) {
        find(clause, unit.subject(), status, Optional.empty(), reason, assumptions);
    }

    /** Adds a finding that turns on a date. */
    void find(
            String clause,
            String subject,
            FindingStatus status,
            Optional<LocalDate> date,
            String reason,
            String... assumptions) {
        Finding finding = Finding.of(clause, account, subject, status, reason)
                .withDate(date)
                .withEdition(rules.edition())
                .withSources(saSources.isEmpty() ? Sources.of(unit.entry()) : saSources);
        for (String assumption : assumptions) {
            finding = finding.withAssumption(assumption);
        }
        out.add(finding);
    }

    /** Adds the finding of something that only a person can state. */
    void ask(String clause, String question) {
        Finding stated = rules.statements().finding(clause, account, unit.subject(), asOf(), question);
        Finding finding = stated.withEdition(rules.edition());
        out.add(stated.sources().isEmpty() ? finding.withSources(Sources.of(unit.entry())) : finding);
    }

    static String count(long number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }

    static List<SourceRows> rows(Collection<PurchaseLine> lines) {
        return Sources.of(lines, PurchaseLine::origin);
    }
}
