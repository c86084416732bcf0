package io.tallybook.job;

import io.tallybook.ledger.LedgerStore.AccountBlock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;

/** Hands out the blocks of accounts of one partition; after a crash those that were not committed. */
final class BlockItems implements ItemStreamReader<AccountBlock> {
    private static final String NEXT = "block.next";

    private final List<AccountBlock> blocks;
    private int next;

    BlockItems(List<AccountBlock> blocks) {
        this.blocks = blocks;
    }

    @Override
    public void open(ExecutionContext context) {
        next = context.getInt(NEXT, 0);
    }

    @Override
    public @Nullable AccountBlock read() {
        return next < blocks.size() ? blocks.get(next++) : null;
    }

    @Override
    public void update(ExecutionContext context) {
        context.putInt(NEXT, next);
    }

    @Override
    public void close() {}
}
