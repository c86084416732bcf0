package io.tallybook.job;

import io.tallybook.ledger.LedgerStore.SharedUsage;
import io.tallybook.ledger.SourceTable;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Refuses cost exports whose lines stand in another export too, whatever the two are called: counted both, the same charges
 * would count twice.
 *
 * <p>Two exports of one usage show the same sums to the last digit for the days that both hold. When that is at least half of
 * the lines of one, and {@value #FEWEST} of them, the smaller one is refused: the same month exported again, or an earlier
 * run of a month-to-date export whose name does not tell ({@link ExportRuns} finds the others). Lines that were restated in
 * between do not hide it. Less is a coincidence, or lines that two exports of different scope share: it is said aloud, and
 * both count.
 */
final class RepeatedUsage {
    private static final int FEWEST = 10;

    private final RunContext run;

    RepeatedUsage(RunContext run) {
        this.run = run;
    }

    void refuse() {
        List<SourceTable> all = run.store().tables();
        Map<Integer, SourceTable> exports = all.stream()
                .filter(table ->
                        table.record().equals("azure_usage") && !table.profile().isEmpty())
                .collect(Collectors.toMap(SourceTable::id, Function.identity()));
        if (exports.size() < 2) {
            return;
        }
        Map<Integer, Long> tablesOfFile =
                all.stream().collect(Collectors.groupingBy(SourceTable::file, Collectors.counting()));
        for (SharedUsage shared : run.store().sharedUsage()) {
            SourceTable first = exports.get(shared.first());
            SourceTable second = exports.get(shared.second());
            if (first == null || second == null || shared.lines() < FEWEST) {
                continue;
            }
            boolean firstIsSmaller = first.counts().rows() < second.counts().rows();
            SourceTable smaller = firstIsSmaller ? first : second;
            SourceTable larger = firstIsSmaller ? second : first;
            String found = shared.lines() + " of its " + smaller.counts().accepted() + " lines stand in "
                    + larger.fileName() + " too";
            if (shared.lines() * 2 < smaller.counts().accepted() || tablesOfFile.getOrDefault(smaller.file(), 0L) > 1) {
                run.say("[" + smaller.fileName() + "] " + found
                        + "; both are counted: look whether charges count twice");
            } else {
                String reason = found + ", which is counted; remove one of the two";
                exports.remove(smaller.id());
                run.store().refuseFile(smaller.file(), reason);
                run.say("[" + smaller.fileName() + "] " + reason);
            }
        }
    }
}
