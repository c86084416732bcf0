package io.tallybook.ledger;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * Writes the values of a row as one text for the store, and makes the record of it again.
 *
 * <p>Values are separated by U+001F and blank ones are empty; trailing blanks are left out. Not thread-safe.
 */
final class RowCodec<R extends LedgerRecord> {
    static final char SEPARATOR = '\u001f';

    private final RecordDefinition<R> type;
    private final ColumnValues[] columns;

    RowCodec(RecordDefinition<R> type) {
        this.type = type;
        this.columns = type.columns().stream().map(ColumnValues::new).toArray(ColumnValues[]::new);
    }

    static String encode(@Nullable Object[] values) {
        StringBuilder text = new StringBuilder(160);
        int end = 0;
        for (int i = 0; i < values.length; i++) {
            if (i > 0) {
                text.append(SEPARATOR);
            }
            int before = text.length();
            append(text, values[i]);
            if (text.length() > before) {
                end = text.length();
            }
        }
        text.setLength(end);
        return text.toString();
    }

    private static void append(StringBuilder text, @Nullable Object value) {
        if (value == null || value == YesNo.UNKNOWN) {
            return;
        }
        if (value instanceof String words) {
            // A separator inside a text would shift every value behind it.
            text.append(words.indexOf(SEPARATOR) < 0 ? words : words.replace(SEPARATOR, ' '));
        } else if (value instanceof BigDecimal number) {
            text.append(number);
        } else if (value instanceof Enum<?> constant) {
            text.append(constant.name());
        } else if (value instanceof CurrencyUnit currency) {
            text.append(currency.getCode());
        } else if (value instanceof Set<?> constants) {
            String gap = "";
            for (Object constant : constants) {
                text.append(gap).append(((Enum<?>) constant).name());
                gap = ";";
            }
        } else {
            text.append(value);
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
            while (at < to && bytes[at] != SEPARATOR) {
                hash = 31 * hash + bytes[at++];
            }
            values[i] = at == start ? columns[i].blank() : columns[i].of(bytes, start, at, hash);
            at++;
        }
        return type.create(values);
    }
}
