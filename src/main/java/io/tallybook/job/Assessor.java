package io.tallybook.job;

import io.tallybook.analysis.Area;
import io.tallybook.analysis.Assessment;
import io.tallybook.analysis.Context;
import io.tallybook.analysis.LineReject;
import io.tallybook.ledger.Dossier;
import io.tallybook.ledger.DossierReader;
import io.tallybook.ledger.LedgerStore.AccountBlock;
import io.tallybook.ledger.Reject;
import io.tallybook.result.Figure;
import io.tallybook.result.Finding;
import io.tallybook.result.Result;
import io.tallybook.result.ResultLines;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Runs every area of the job over the dossiers of a block of accounts. Thread-safe. */
final class Assessor {
    private final RunContext run;
    private final DossierReader dossiers;
    private final Context context;
    private final Map<String, List<Result>> together;

    Assessor(RunContext run) {
        this.run = run;
        this.dossiers = run.store().dossiers();
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
     * @param counts  accounts, figures by state and findings by status
     */
    record Assessed(AccountBlock block, ByteArrayOutputStream lines, List<Reject> rejects, Map<String, Long> counts) {}

    Assessed assess(AccountBlock block) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        List<Reject> rejects = new ArrayList<>();
        Map<String, Long> counts = new TreeMap<>();
        for (Dossier dossier : dossiers.dossiers(block.first(), block.last())) {
            Assessment assessment = new Assessment();
            for (Area area : run.areas()) {
                area.assess(dossier, context, assessment);
            }
            together.getOrDefault(dossier.account(), List.of()).forEach(assessment::add);
            List<Result> results = assessment.results();
            write(results, lines);
            count(results, counts);
            counts.merge("accounts", 1L, Long::sum);
            assessment.rejects().forEach(reject -> rejects.add(reject(reject, dossier.account())));
        }
        return new Assessed(block, lines, rejects, counts);
    }

    /** The results that belong to no account. */
    Assessed assessShared() {
        Assessment assessment = new Assessment();
        run.areas().forEach(area -> area.assessShared(context, assessment));
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        Map<String, Long> counts = new TreeMap<>();
        write(assessment.results(), lines);
        count(assessment.results(), counts);
        return new Assessed(new AccountBlock(-1, "", ""), lines, List.of(), counts);
    }

    private static void write(List<Result> results, ByteArrayOutputStream lines) {
        try {
            ResultLines.write(results, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void count(List<Result> results, Map<String, Long> counts) {
        for (Result result : results) {
            if (result instanceof Figure figure) {
                counts.merge("figures." + figure.state(), 1L, Long::sum);
            } else if (result instanceof Finding finding) {
                counts.merge("findings." + finding.status(), 1L, Long::sum);
            }
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
