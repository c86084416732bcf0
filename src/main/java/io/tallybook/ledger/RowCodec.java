package io.tallybook.ledger;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * Writes the values of a row as one text for the store, and makes the record of it again.
 *
 * <p>Values are separated by U+001F and blank ones are empty; trailing blanks are left out. Not thread-safe.
 */
final class RowCodec<R extends LedgerRecord> {
    private final RecordDefinition<R> type;
    private final ColumnValues[] columns;
    private final @Nullable Object[] blanks;

    RowCodec(RecordDefinition<R> type) {
        this.type = type;
        this.columns = type.columns().stream().map(ColumnValues::new).toArray(ColumnValues[]::new);
        this.blanks = Arrays.stream(columns).map(ColumnValues::blank).toArray();
    }

    static String encode(@Nullable Object[] values) {
        RowBytes text = new RowBytes();
        write(Arrays.asList(values), text);
        return text.toText();
    }

    static void write(List<? extends @Nullable Object> values, RowBytes to) {
        int end = to.size();
        for (int i = 0; i < values.size(); i++) {
            if (i > 0) {
                to.separate();
            }
            int before = to.size();
            write(values.get(i), to);
            if (to.size() > before) {
                end = to.size();
            }
        }
        to.cutTo(end);
    }

    private static void write(@Nullable Object value, RowBytes to) {
        if (value == null || value == YesNo.UNKNOWN) {
            return;
        }
        // The usual ones first: whether something is a set takes a search through all that it is.
        if (value instanceof String text) {
            to.text(text);
        } else if (value instanceof BigDecimal number) {
            to.decimal(number);
        } else if (value instanceof LocalDate date) {
            to.date(date);
        } else if (value instanceof Enum<?> constant) {
            to.text(constant.name());
        } else if (value instanceof CurrencyUnit currency) {
            to.text(currency.getCode());
        } else if (value instanceof Set<?> constants) {
            String gap = "";
            for (Object constant : constants) {
                to.text(gap + ((Enum<?>) constant).name());
                gap = ";";
            }
        } else {
            to.text(value.toString());
        }
    }

    R decode(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return decode(bytes, 0, bytes.length);
    }

    /** Makes the record of a row whose text is UTF-8 in a part of {@code bytes}. */
    R decode(byte[] bytes, int from, int to) {
        @Nullable Object[] values = new Object[columns.length];
        int at = from;
        for (int i = 0; i < values.length; i++) {
            int start = at;
            int hash = 0;
            while (at < to && bytes[at] != RowBytes.SEPARATOR) {
                hash = 31 * hash + bytes[at++];
            }
            values[i] = at == start ? blanks[i] : columns[i].of(bytes, start, at, hash);
            at++;
        }
        return type.create(values);
    }

    /**
     * Returns the texts of some columns of a row whose text is UTF-8 in a part of {@code bytes}, each with a separator behind
     * it, without making a record of the row. Equal values have equal texts.
     */
    static String texts(byte[] bytes, int from, int to, int[] columns) {
        RowBytes texts = new RowBytes();
        for (int column : columns) {
            int start = from;
            for (int before = 0; before < column; before++) {
                start = Math.min(end(bytes, start, to) + 1, to);
            }
            texts.copy(bytes, start, end(bytes, start, to) - start);
            texts.separate();
        }
        return texts.toText();
    }

    private static int end(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && bytes[at] != RowBytes.SEPARATOR) {
            at++;
        }
        return at;
    }
}
