package io.tallybook.job;

import io.tallybook.ledger.LedgerStore;
import io.tallybook.ledger.SourceTable;
import io.tallybook.ledger.UsageMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;

/** Commits the rows, rejects and totals of tables, in the transaction that also commits how far they were read. */
final class TableItemWriter implements ItemWriter<TableReading.Item> {
    private final RunContext run;

    /** How many sums of the table that is read were filed. */
    private int sums;

    TableItemWriter(RunContext run) {
        this.run = run;
    }

    @Override
    public void write(Chunk<? extends TableReading.Item> chunk) {
        LedgerStore store = run.store();
        for (TableReading.Item item : chunk) {
            SourceTable table = item.table();
            item.refusal().ifPresent(reason -> {
                store.refuseFile(table.file(), reason);
                run.say("[" + table.fileName() + "] " + reason);
            });
            if (item.isFirst()) {
                store.forgetRows(table.id());
                sums = 0;
            }
            store.putRows(table.id(), table.record(), item.block().rows());
            store.putRejects(item.block().rejects());
            putUsage(table, item.block().sums());
            item.block().end().ifPresent(end -> {
                List<String> notices = new ArrayList<>(table.notices());
                Stream.concat(end.notices().stream(), item.notices().stream())
                        .filter(notice ->
                                !notices.contains(notice) && !item.said().contains(notice))
                        .forEach(notices::add);
                notices.stream()
                        .filter(notice -> !table.notices().contains(notice))
                        .forEach(notice -> run.note(table.fileName(), table.sheet(), notice));
                store.putControlTotals(end.totals());
                putUsage(table, end.sums());
                store.finishTable(table.id(), end.counts(), notices);
            });
        }
    }

    private void putUsage(SourceTable table, List<UsageMonth> more) {
        run.store().putUsage(table.id(), sums, more);
        sums += more.size();
    }
}
