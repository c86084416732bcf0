package io.tallybook.job;

import io.tallybook.ledger.LedgerStore;
import io.tallybook.ledger.SourceTable;
import io.tallybook.ledger.UsageMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;

/** Commits the rows, rejects and totals of a table, in the transaction that also commits how far it was read. */
final class TableItemWriter implements ItemWriter<TableItemReader.Item> {
    private final RunContext run;
    private final SourceTable table;
    private final List<String> said;
    private int sums;

    /**
     * @param run  the run
     * @param table  the table
     * @param said  what the survey has said about its file already
     */
    TableItemWriter(RunContext run, SourceTable table, List<String> said) {
        this.run = run;
        this.table = table;
        this.said = said;
    }

    @Override
    public void write(Chunk<? extends TableItemReader.Item> chunk) {
        LedgerStore store = run.store();
        for (TableItemReader.Item item : chunk) {
            item.refusal().ifPresent(reason -> {
                store.refuseFile(table.file(), reason);
                run.say("[" + table.fileName() + "] " + reason);
            });
            if (item.isFirst()) {
                store.forgetRows(table.id());
            }
            store.putRows(table.id(), table.record(), item.block().rows());
            store.putRejects(item.block().rejects());
            putUsage(item.block().sums());
            item.block().end().ifPresent(end -> {
                List<String> notices = new ArrayList<>(table.notices());
                Stream.concat(end.notices().stream(), item.notices().stream())
                        .filter(notice -> !notices.contains(notice) && !said.contains(notice))
                        .forEach(notices::add);
                notices.stream()
                        .filter(notice -> !table.notices().contains(notice))
                        .forEach(notice -> run.note(table.fileName(), table.sheet(), notice));
                store.putControlTotals(end.totals());
                putUsage(end.sums());
                store.finishTable(table.id(), end.counts(), notices);
            });
        }
    }

    private void putUsage(List<UsageMonth> more) {
        run.store().putUsage(table.id(), sums, more);
        sums += more.size();
    }
}
