package io.tallybook.job;

import io.tallybook.analysis.Area;
import io.tallybook.analysis.Assessment;
import io.tallybook.analysis.Context;
import io.tallybook.analysis.LineReject;
import io.tallybook.ledger.Dossier;
import io.tallybook.ledger.DossierReader;
import io.tallybook.ledger.LedgerStore.AccountBlock;
import io.tallybook.ledger.Reject;
import io.tallybook.report.MoneySums;
import io.tallybook.result.Figure;
import io.tallybook.result.FigureState;
import io.tallybook.result.Finding;
import io.tallybook.result.FindingStatus;
import io.tallybook.result.LineWriter;
import io.tallybook.result.Result;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Runs every area of the job over the dossiers of a block of accounts. Thread-safe. */
final class Assessor {
    /** How the names of sums begin among the counts. */
    static final String SUM = "sum ";

    private final RunContext run;
    private final DossierReader dossiers;
    private final Context context;
    private final Map<String, List<Result>> together;

    Assessor(RunContext run) {
        this.run = run;
        this.dossiers = run.committed().dossiers();
        this.context = Context.of(run.request().asOf(), run.settings(), run.terms(), dossiers.shared());
        this.together = together();
    }

    /** What only several accounts together decide, by account; few accounts have such records. */
    private Map<String, List<Result>> together() {
        Assessment assessment = new Assessment();
        for (Area area : run.areas()) {
            area.assessTogether(dossiers.having(area.contested()), context, assessment);
        }
        return assessment.results().stream().collect(Collectors.groupingBy(Result::account));
    }

    /**
     * What came of a block.
     *
     * @param block  the block
     * @param lines  its results as lines of {@code results.jsonl}
     * @param rejects  the lines that rules refused
     * @param counts  accounts, figures by state and findings by status; and sums of money, their names begin with {@link #SUM}
     */
    record Assessed(AccountBlock block, LineWriter lines, List<Reject> rejects, Map<String, BigDecimal> counts) {}

    Assessed assess(AccountBlock block) {
        LineWriter lines = new LineWriter();
        List<Reject> rejects = new ArrayList<>();
        Counter counter = new Counter();
        for (Dossier dossier : dossiers.dossiers(block.first(), block.last())) {
            Assessment assessment = new Assessment();
            for (Area area : run.areas()) {
                area.assess(dossier, context, assessment);
            }
            together.getOrDefault(dossier.account(), List.of()).forEach(assessment::add);
            List<Result> results = assessment.results();
            lines.write(results);
            counter.count(results);
            counter.accounts++;
            assessment.rejects().forEach(reject -> rejects.add(reject(reject, dossier.account())));
        }
        return new Assessed(block, lines, rejects, counter.counts());
    }

    /** The results that belong to no account. */
    Assessed assessShared() {
        Assessment assessment = new Assessment();
        run.areas().forEach(area -> area.assessShared(context, assessment));
        LineWriter lines = new LineWriter();
        Counter counter = new Counter();
        lines.write(assessment.results());
        counter.count(assessment.results());
        return new Assessed(new AccountBlock(-1, "", ""), lines, List.of(), counter.counts());
    }

    /** Accounts, figures by state, findings by status, and sums of money. */
    private static final class Counter {
        private final Map<FigureState, Long> figures = new EnumMap<>(FigureState.class);
        private final Map<FindingStatus, Long> findings = new EnumMap<>(FindingStatus.class);
        private final MoneySums money = new MoneySums();
        private long accounts;

        private void count(List<Result> results) {
            for (Result result : results) {
                if (result instanceof Figure figure) {
                    figures.merge(figure.state(), 1L, Long::sum);
                    money.add(figure);
                } else if (result instanceof Finding finding) {
                    findings.merge(finding.status(), 1L, Long::sum);
                }
            }
        }

        private Map<String, BigDecimal> counts() {
            Map<String, BigDecimal> counts = new TreeMap<>();
            figures.forEach((state, count) -> counts.put("figures." + state, BigDecimal.valueOf(count)));
            findings.forEach((status, count) -> counts.put("findings." + status, BigDecimal.valueOf(count)));
            money.sums().forEach((name, sum) -> counts.put(SUM + name, sum));
            if (accounts > 0) {
                counts.put("accounts", BigDecimal.valueOf(accounts));
            }
            return counts;
        }
    }

    private static Reject reject(LineReject line, String account) {
        return new Reject(
                line.origin(),
                line.record(),
                line.column(),
                line.code(),
                line.found(),
                line.expected(),
                line.remedy(),
                "account:" + account);
    }
}
