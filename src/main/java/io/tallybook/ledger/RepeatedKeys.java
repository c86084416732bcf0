package io.tallybook.ledger;

import io.tallybook.ledger.LedgerPage.Place;
import io.tallybook.ledger.LedgerStore.Duplicate;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the rows of a record type whose key an earlier row has, and takes them out. There may be as many as rows, so it works
 * in slices: of the hashes of all keys, of the keys that are repeated, and of the pages that hold them.
 */
final class RepeatedKeys {
    /**
     * How much is looked at in one go; memory grows with each.
     *
     * @param hashes  keys whose hashes are compared
     * @param keys  repeated keys
     * @param rows  rows of the pages that hold such keys
     */
    record Slices(int hashes, int keys, int rows) {
        static final Slices USUAL = new Slices(2_000_000, 200_000, 10_000);
    }

    // Blank values have nothing between theirs.
    private static final Pattern SEPARATORS = Pattern.compile(RowBytes.SEPARATOR + "+");

    /** Pages that are looked at in one go, from the first to the last. */
    private record Holders(Place first, Place last) {}

    private final LedgerPages pages;
    private final Map<Integer, SourceTable> tables;
    private final RecordDefinition<?> type;
    private final int[] key;
    private final Slices slices;

    RepeatedKeys(LedgerPages pages, Map<Integer, SourceTable> tables, RecordDefinition<?> type, Slices slices) {
        this.pages = pages;
        this.tables = tables;
        this.type = type;
        this.key = type.key();
        this.slices = slices;
    }

    /**
     * Takes the rows out.
     *
     * @param to  gets their places with that of the row that came first
     */
    void takeOut(Consumer<List<Duplicate>> to) {
        int parts = Math.toIntExact(pages.count(type.name()) / slices.hashes() + 1);
        for (int part = 0; part < parts; part++) {
            long[] repeated = repeatedHashes(part, parts);
            for (int from = 0; from < repeated.length; from += slices.keys()) {
                takeOut(Arrays.copyOfRange(repeated, from, Math.min(from + slices.keys(), repeated.length)), to);
            }
        }
    }

    /** Returns the hashes that are there more than once, each once and in order. */
    private long[] repeatedHashes(int part, int parts) {
        LongStream.Builder found = LongStream.builder();
        pages.eachHashes(type.name(), (place, bytes) -> {
            for (ByteBuffer hashes = ByteBuffer.wrap(bytes); hashes.hasRemaining(); ) {
                long hash = hashes.getLong();
                if (Math.floorMod(hash, parts) == part) {
                    found.add(hash);
                }
            }
        });
        long[] hashes = found.build().toArray();
        Arrays.sort(hashes);
        LongStream.Builder repeated = LongStream.builder();
        for (int i = 1; i < hashes.length; i++) {
            if (hashes[i] == hashes[i - 1] && (i == 1 || hashes[i] != hashes[i - 2])) {
                repeated.add(hashes[i]);
            }
        }
        return repeated.build().toArray();
    }

    private void takeOut(long[] hashes, Consumer<List<Duplicate>> to) {
        List<Holders> holders = holders(hashes);
        // Rows with one hash may still differ: the keys themselves decide. And where a page begins says nothing about
        // its other rows, which may stand in front of those of the page before it.
        Map<String, Place> first = new HashMap<>();
        for (Holders some : holders) {
            each(some, page -> noteFirst(page, hashes, first));
        }
        for (Holders some : holders) {
            List<LedgerPage> left = new ArrayList<>();
            List<Duplicate> found = new ArrayList<>();
            each(some, page -> {
                LedgerPage rest = withoutRepeated(page, hashes, first, found);
                if (rest != page) {
                    left.add(rest);
                }
            });
            pages.replace(left);
            to.accept(found);
        }
    }

    private List<Holders> holders(long[] hashes) {
        List<Holders> holders = new ArrayList<>();
        int[] rows = {0};
        pages.eachHashes(type.name(), (place, of) -> {
            if (holdsAny(of, hashes)) {
                int last = holders.size() - 1;
                if (last >= 0 && rows[0] < slices.rows()) {
                    holders.set(last, new Holders(holders.get(last).first(), place));
                } else {
                    holders.add(new Holders(place, place));
                    rows[0] = 0;
                }
                rows[0] += of.length / Long.BYTES;
            }
        });
        return holders;
    }

    private static boolean holdsAny(byte[] of, long[] hashes) {
        for (ByteBuffer all = ByteBuffer.wrap(of); all.hasRemaining(); ) {
            if (isAmong(hashes, all.getLong())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAmong(long[] hashes, long hash) {
        return Arrays.binarySearch(hashes, hash) >= 0;
    }

    private void each(Holders some, Consumer<LedgerPage> to) {
        pages.each(type.name(), some.first(), some.last(), to);
    }

    private void noteFirst(LedgerPage page, long[] hashes, Map<String, Place> first) {
        for (LedgerPage.Cursor row = page.cursor(); row.next(); ) {
            if (isAmong(hashes, row.hash())) {
                first.merge(row.texts(key), row.place(), (one, other) -> one.compareTo(other) <= 0 ? one : other);
            }
        }
    }

    private LedgerPage withoutRepeated(
            LedgerPage page, long[] hashes, Map<String, Place> first, List<Duplicate> found) {
        LedgerPage.Builder left = new LedgerPage.Builder(page.place(), page.account());
        for (LedgerPage.Cursor row = page.cursor(); row.next(); ) {
            Duplicate duplicate = duplicate(page, row, hashes, first);
            if (duplicate == null) {
                left.add(row);
            } else {
                found.add(duplicate);
            }
        }
        return left.size() == page.size() ? page : left.build();
    }

    private @Nullable Duplicate duplicate(
            LedgerPage page, LedgerPage.Cursor row, long[] hashes, Map<String, Place> first) {
        if (!isAmong(hashes, row.hash())) {
            return null;
        }
        String text = row.texts(key);
        Place at = row.place();
        Place earlier = first.getOrDefault(text, at);
        return earlier.equals(at)
                ? null
                : new Duplicate(
                        type.name(),
                        LedgerStore.origin(tables, at.table(), at.row()),
                        at.part(),
                        LedgerStore.origin(tables, earlier.table(), earlier.row()),
                        SEPARATORS.matcher(text).replaceAll(" ").strip(),
                        page.account());
    }
}
