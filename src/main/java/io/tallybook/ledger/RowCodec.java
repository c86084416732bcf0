package io.tallybook.ledger;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * Writes the values of a row as one text for the store, and makes the record of it again.
 *
 * <p>Values are separated by U+001F and blank ones are empty; trailing blanks are left out. Not thread-safe.
 */
final class RowCodec<R extends LedgerRecord> {
    private static final char SEPARATOR = '\u001f';

    private final RecordDefinition<R> type;
    private final ColumnType[] types;
    private final List<Map<String, Enum<?>>> codes = new ArrayList<>();
    private final Map<String, LocalDate> dates = new HashMap<>();

    RowCodec(RecordDefinition<R> type) {
        this.type = type;
        this.types = type.columns().stream().map(ColumnDefinition::type).toArray(ColumnType[]::new);
        for (ColumnDefinition column : type.columns()) {
            Map<String, Enum<?>> byCode = new HashMap<>();
            column.codes().forEach(constant -> byCode.put(constant.name(), constant));
            codes.add(byCode);
        }
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
        @Nullable Object[] values = new Object[types.length];
        int from = 0;
        for (int i = 0; i < values.length; i++) {
            int to = from > text.length() ? from : text.indexOf(SEPARATOR, from);
            if (to < 0) {
                to = text.length();
            }
            values[i] = from >= to ? blank(types[i]) : value(i, text.substring(from, to));
            from = to + 1;
        }
        return type.create(values);
    }

    private static @Nullable Object blank(ColumnType type) {
        return switch (type) {
            case ID, TEXT, COUNTRY -> "";
            case YESNO -> YesNo.UNKNOWN;
            case CODES -> Set.of();
            default -> null;
        };
    }

    private @Nullable Object value(int column, String text) {
        return switch (types[column]) {
            case ID, TEXT, COUNTRY -> text;
            case CODE -> codes.get(column).get(text);
            case CODES -> constants(column, text);
            case DATE -> dates.computeIfAbsent(text, LocalDate::parse);
            case MONTH -> YearMonth.parse(text);
            case DATETIME -> Instant.parse(text);
            case DECIMAL, MONEY -> new BigDecimal(text);
            case INTEGER -> Integer.valueOf(text);
            case YESNO -> YesNo.valueOf(text);
            case CURRENCY -> CurrencyUnit.of(text);
        };
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // the constants are all of the column's one enum
    private Set<?> constants(int column, String text) {
        List<Enum<?>> constants = new ArrayList<>();
        for (String code : text.split(";", -1)) {
            Enum<?> constant = codes.get(column).get(code);
            if (constant != null) {
                constants.add(constant);
            }
        }
        return constants.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf((List) constants));
    }
}
