package io.tallybook.job;

import io.tallybook.ledger.LedgerStore.ControlTotal;
import io.tallybook.ledger.SourceFileRecord;
import io.tallybook.ledger.SourceTable;
import java.util.ArrayList;
import java.util.List;

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
        long rows = tables.stream().mapToLong(table -> table.counts().rows()).sum();
        long accepted =
                tables.stream().mapToLong(table -> table.counts().accepted()).sum();
        long rejected =
                tables.stream().mapToLong(table -> table.counts().rejected()).sum();
        if (accepted == 0) {
            reasons.add("no row at all is usable: " + rows + " read, " + rejected + " rejected");
        }
        if (run.request().job().tolerance().isExceededBy(rejected, rows)) {
            reasons.add(rejected + " of " + rows + " rows are rejected, the job accepts "
                    + run.request().job().tolerance() + "; mend them, or raise reject-tolerance");
        }
        return reasons;
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
