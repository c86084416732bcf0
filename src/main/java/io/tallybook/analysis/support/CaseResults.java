package io.tallybook.analysis.support;

import io.tallybook.analysis.Assessment;
import io.tallybook.analysis.Bounded;
import io.tallybook.analysis.Numbers;
import io.tallybook.analysis.Sources;
import io.tallybook.ledger.SupportCase;
import io.tallybook.ledger.SupportCase.Channel;
import io.tallybook.ledger.SupportCase.Severity;
import io.tallybook.result.Figure;
import io.tallybook.result.Finding;
import io.tallybook.result.FindingStatus;
import io.tallybook.result.SourceRows;
import io.tallybook.result.WorkingStep;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is said of each support case: what it takes from the balance, and how fast it was answered. */
final class CaseResults {
    private final String account;
    private final Rulebook rules;
    private final ResponseTimes times;
    private final ResponseTimes.Missed missed = new ResponseTimes.Missed();
    private final Assessment out;

    CaseResults(String account, Rulebook rules, Assessment out) {
        this.account = account;
        this.rules = rules;
        this.out = out;
        times = new ResponseTimes(rules);
    }

    ResponseTimes.Missed missed() {
        return missed;
    }

    /** Writes the figures of a case, and the findings that look at nothing but the case. */
    void write(CaseFacts facts, Map<SceComponent, LocalDate> unlimitedFrom) {
        writeUse(facts, unlimitedFrom);
        writeResponse(facts);
        writeSeverity(facts);
        writeAnswer(facts);
    }

    private void writeUse(CaseFacts facts, Map<SceComponent, LocalDate> unlimitedFrom) {
        CaseUse use = CaseUse.on(rules.asOf(), facts, unlimitedFrom);
        Figure.Builder figure = figure("case.incidents", facts, "incidents")
                .clauses("SA-PRS-03", "SA-PRS-07", "SA-PRS-08", "SA-WBI-05", "SA-WBI-06")
                .work("issues", Long.toString(facts.issues()), "issues");
        if (facts.row().issues() == null) {
            figure.assume("The number of issues is blank and taken as one.");
        }
        use.day().ifPresent(day -> figure.work("taken on", day.toString()));
        if (use.pending()) {
            figure.assume("It is pending: it may still be charged.");
        }
        out.add(
                use.known()
                        ? figure.work(use.why(), Long.toString(use.incidents()), "incidents")
                                .known(use.incidents())
                                .build()
                        : figure.unknown(use.why()).build());
    }

    private Figure.Builder figure(String measure, CaseFacts facts, String unit) {
        return Figure.of(measure, account, facts.subject())
                .edition(rules.edition())
                .unit(unit)
                .sources(Sources.of(facts.entry()));
    }

    private boolean hasHappened(Instant moment) {
        return !CaseFacts.day(moment, rules).isAfter(rules.asOf());
    }

    private void writeResponse(CaseFacts facts) {
        SupportCase row = facts.row();
        Instant response = row.firstResponse();
        if (response == null || !hasHappened(response) || facts.isCancelledOrRefused()) {
            return;
        }
        Severity severity = row.severity();
        String[] clauses = severity == null
                ? new String[] {"SA-SLA-02", "SA-SLA-04", "SA-SLA-06"}
                : new String[] {ResponseTimes.clause(severity)};
        long minutes = ResponseTimes.startedMinutes(Duration.between(row.opened(), response));
        out.add(figure("response.minutes", facts, "minutes")
                .clauses(clauses)
                .work("opened", row.opened().toString())
                .work("first response", response.toString())
                .known(minutes)
                .build());
        List<WorkingStep> steps = new ArrayList<>();
        Bounded late = times.late(row, response, steps);
        out.add(figure("response.late-minutes", facts, "minutes")
                .clauses(clauses)
                .assume("Targets are estimates: a missed one is no breach of the terms. A started minute counts.")
                .work("opened", row.opened().toString())
                .work("first response", response.toString())
                .work(steps)
                .state(late.state(), Numbers.plain(late.value()), late.reason())
                .build());
        if (severity != null && late.isKnown()) {
            missed.count(row.agreement(), severity, late.value().signum() > 0);
        }
    }

    /** SA-SLA-03 and SA-SLA-08. */
    private void writeSeverity(CaseFacts facts) {
        SupportCase row = facts.row();
        if (row.severity() == Severity.A && !facts.isCancelledOrRefused()) {
            ask(
                    "SA-SLA-03",
                    facts,
                    "Were continuous resources, access to change control and management notification given for this"
                            + " critical case?");
        }
        boolean web = row.channel() == Channel.WEB;
        if (facts.isCancelled() || (row.severity() == null && !web)) {
            return;
        }
        if (row.severity() == null) {
            find(
                    "SA-SLA-08",
                    facts,
                    FindingStatus.UNDETERMINED,
                    "The severity of the web case is not known; it settles it.");
        } else if (row.severity() != Severity.C && web && row.convertedBy() != SupportCase.ConvertedBy.CUSTOMER) {
            find(
                    "SA-SLA-08",
                    facts,
                    FindingStatus.FAIL,
                    "A case of severity " + row.severity()
                            + " was opened by web; severities A and B are submitted by phone.");
        } else {
            find("SA-SLA-08", facts, FindingStatus.PASS, "The channel fits severity " + row.severity() + ".");
        }
    }

    /** SA-SLA-05 and SA-SLA-07. */
    private void writeAnswer(CaseFacts facts) {
        SupportCase row = facts.row();
        Instant asked = row.customerAsked();
        Severity severity = row.severity();
        if (asked == null || !hasHappened(asked) || facts.isCancelled() || severity == null || severity == Severity.A) {
            return;
        }
        Optional<Instant> answered = Optional.ofNullable(row.customerAnswered()).filter(this::hasHappened);
        times.ofCustomer(severity, asked, answered, rules.asOf())
                .ifPresent(answer -> find(
                        severity == Severity.B ? "SA-SLA-05" : "SA-SLA-07", facts, answer.status(), answer.reason()));
    }

    void find(String clause, CaseFacts facts, FindingStatus status, String reason) {
        out.add(finding(clause, facts, status, reason));
    }

    Finding finding(String clause, CaseFacts facts, FindingStatus status, String reason) {
        return Finding.of(clause, account, facts.subject(), status, reason)
                .withEdition(rules.edition())
                .withSources(Sources.of(facts.entry()));
    }

    void ask(String clause, CaseFacts facts, String question) {
        out.add(rules.statements()
                .finding(clause, account, facts.subject(), rules.asOf(), question)
                .withEdition(rules.edition())
                .withSources(Sources.of(facts.entry())));
    }

    void add(Finding finding) {
        out.add(finding);
    }

    /** The rows of an agreement's cases of one severity. */
    static List<SourceRows> rowsOf(Unit unit, Severity severity) {
        return Sources.of(unit.cases().stream()
                .filter(facts -> facts.row().severity() == severity)
                .map(CaseFacts::entry)
                .toList());
    }
}
