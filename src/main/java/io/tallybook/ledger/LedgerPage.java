package io.tallybook.ledger;

import java.nio.ByteBuffer;

/**
 * Rows of one account that were filed together, as they stand in the store: the rows one behind the other, each as its number,
 * part and length, 4 bytes each, and its values; and apart from them the hashes of their keys, 8 bytes each.
 */
final class LedgerPage {
    private static final int HEADER = 3 * Integer.BYTES;

    private final Place place;
    private final String account;
    private final byte[] hashes;
    private final byte[] rows;

    LedgerPage(Place place, String account, byte[] hashes, byte[] rows) {
        this.place = place;
        this.account = account;
        this.hashes = hashes;
        this.rows = rows;
    }

    /** That of the first row when they were filed. */
    Place place() {
        return place;
    }

    /** Id of the account; empty for shared records. */
    String account() {
        return account;
    }

    /** How many rows it has. */
    int size() {
        return hashes.length / Long.BYTES;
    }

    byte[] hashes() {
        return hashes;
    }

    byte[] rows() {
        return rows;
    }

    /** Where a row stands. */
    record Place(int table, int row, int part) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            int byTable = Integer.compare(table, other.table);
            int byRow = byTable != 0 ? byTable : Integer.compare(row, other.row);
            return byRow != 0 ? byRow : Integer.compare(part, other.part);
        }
    }

    /** Collects rows of an account. */
    static final class Builder {
        private final Place place;
        private final String account;
        private final RowBytes hashes = new RowBytes();
        private final RowBytes rows = new RowBytes();

        Builder(Place place, String account) {
            this.place = place;
            this.account = account;
        }

        int size() {
            return hashes.size() / Long.BYTES;
        }

        void add(LedgerRow row) {
            hashes.number(row.keyHash());
            rows.number(row.row());
            rows.number(row.part());
            rows.number(0);
            int start = rows.size();
            RowCodec.write(row.values(), rows);
            rows.number(start - Integer.BYTES, rows.size() - start);
        }

        /** Adds the row at which a cursor stands. */
        void add(Cursor row) {
            hashes.number(row.hash());
            rows.copy(row.rows.array(), row.values - HEADER, HEADER + row.length);
        }

        LedgerPage build() {
            return new LedgerPage(place, account, hashes.toArray(), rows.toArray());
        }
    }

    /** Returns a cursor that stands before the first row. */
    Cursor cursor() {
        return new Cursor(this);
    }

    /** Goes through the rows of a page. */
    static final class Cursor {
        private final int table;
        private final ByteBuffer hashes;
        private final ByteBuffer rows;
        private long hash;
        private int row;
        private int part;
        private int values;
        private int length;

        private Cursor(LedgerPage page) {
            table = page.place.table;
            hashes = ByteBuffer.wrap(page.hashes);
            rows = ByteBuffer.wrap(page.rows);
        }

        /** Goes to the next row; false behind the last one. */
        boolean next() {
            if (!rows.hasRemaining()) {
                return false;
            }
            hash = hashes.getLong();
            row = rows.getInt();
            part = rows.getInt();
            length = rows.getInt();
            values = rows.position();
            rows.position(values + length);
            return true;
        }

        int row() {
            return row;
        }

        Place place() {
            return new Place(table, row, part);
        }

        long hash() {
            return hash;
        }

        /** The texts of some columns, each with a separator behind it. */
        String texts(int[] columns) {
            return RowCodec.texts(rows.array(), values, values + length, columns);
        }

        <R extends LedgerRecord> R record(RowCodec<R> codec) {
            return codec.decode(rows.array(), values, values + length);
        }
    }
}
