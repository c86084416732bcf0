package io.tallybook.job;

import io.tallybook.job.JobDefinition.Tolerances;
import io.tallybook.ledger.LedgerStore.ControlTotal;
import io.tallybook.ledger.SourceFileRecord;
import io.tallybook.ledger.SourceTable;
import io.tallybook.ledger.SourceTable.Counts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Decides whether what was read may be used: the reasons why a run is refused as a whole, and why it is incomplete. */
final class Gate {
    private final RunContext run;

    Gate(RunContext run) {
        this.run = run;
    }

    /** Returns why nothing may be published; empty when all is well. */
    List<String> blocking() {
        List<String> reasons = new ArrayList<>();
        run.inputs().expected().stream()
                .filter(input -> input.required() && !input.arrived())
                .forEach(input -> reasons.add("required input " + input.files()
                        + " is missing; deliver it, or make it not required in the job file"));
        for (ControlTotal total : run.store().controlTotals()) {
            if (total.verdict().equals("OFF")) {
                reasons.add("[" + total.origin().file() + "]" + total.origin().sheet() + " row "
                        + total.origin().row() + ": the control total of " + total.column() + " is " + total.stated()
                        + ", its rows sum up to " + total.summed() + "; rows are missing or were changed");
            }
        }
        List<SourceTable> tables = run.store().tables();
        Counts all = counts(tables.stream());
        if (all.accepted() == 0) {
            reasons.add("no row at all is usable: " + all.rows() + " read, " + all.rejected() + " rejected");
        }
        Tolerances tolerances = run.request().job().tolerances();
        if (tolerances.all().isExceededBy(all.rejected(), all.rows())) {
            reasons.add(all.rejected() + " of " + all.rows() + " rows are rejected, the job accepts " + tolerances.all()
                    + "; mend them, or raise reject-tolerance");
        }
        tolerances.byRecord().forEach((record, accepted) -> {
            Counts some = counts(tables.stream().filter(table -> table.record().equals(record)));
            if (accepted.isExceededBy(some.rejected(), some.rows())) {
                reasons.add(some.rejected() + " of " + some.rows() + " rows of " + record
                        + " are rejected, the job accepts " + accepted + "; mend them, or raise its reject-tolerance");
            }
        });
        Map<String, Long> problems =
                tolerances.byProblem().isEmpty() ? Map.of() : run.store().rejectedByProblem();
        tolerances.byProblem().forEach((problem, accepted) -> {
            long rejected = problems.getOrDefault(problem, 0L);
            if (accepted.isExceededBy(rejected, all.rows())) {
                reasons.add(rejected + " of " + all.rows() + " rows are rejected as " + problem + ", the job accepts "
                        + accepted + "; mend them, or raise its reject-tolerance");
            }
        });
        return reasons;
    }

    private static Counts counts(Stream<SourceTable> tables) {
        return tables.map(SourceTable::counts).reduce(Counts.NONE, Counts::and);
    }

    /** Returns why what is published is incomplete; empty when every input was read. */
    List<String> incomplete() {
        return run.store().files().stream()
                .filter(file -> file.status() != SourceFileRecord.Status.READ)
                .map(file -> file.name() + ": "
                        + (file.status() == SourceFileRecord.Status.UNRECOGNISED ? "not recognised: " : "")
                        + file.reason())
                .toList();
    }
}
