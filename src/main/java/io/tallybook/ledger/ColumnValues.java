package io.tallybook.ledger;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * The values of a column, made of what {@link RowCodec} wrote. Not thread-safe.
 *
 * <p>Those that came lately are known by their bytes: most columns repeat a few values, and records that share them are made
 * faster and take less room. A column that does not repeat itself gives up looking.
 */
final class ColumnValues {
    private static final int SLOTS = 256;

    /** Longer texts are remarks, which are not kept. */
    private static final int LONGEST = 64;

    /** So many fit into a word. */
    private static final int MOST_DIGITS = 18;

    private final ColumnType type;
    private final Map<String, Enum<?>> codes = new HashMap<>();
    private byte @Nullable [] @Nullable [] texts = new byte[SLOTS][];
    private final @Nullable Object[] values = new Object[SLOTS];
    private int known;
    private int unknown;

    ColumnValues(ColumnDefinition column) {
        type = column.type();
        column.codes().forEach(constant -> codes.put(constant.name(), constant));
    }

    /** The value of a blank cell. */
    @Nullable
    Object blank() {
        return switch (type) {
            case ID, TEXT, COUNTRY -> "";
            case YESNO -> YesNo.UNKNOWN;
            case CODES -> Set.of();
            default -> null;
        };
    }

    /** The value whose text is UTF-8 in a part of {@code bytes}, which has a hash. */
    @Nullable
    Object of(byte[] bytes, int from, int to, int hash) {
        if (texts == null || to - from > LONGEST) {
            return parsed(bytes, from, to);
        }
        int slot = (hash ^ (hash >>> 8) ^ (hash >>> 16)) & (SLOTS - 1);
        byte[] text = texts[slot];
        if (text != null && Arrays.equals(text, 0, text.length, bytes, from, to)) {
            known++;
            return values[slot];
        }
        Object value = parsed(bytes, from, to);
        if (++unknown > SLOTS && unknown > known) {
            texts = null;
        } else {
            texts[slot] = Arrays.copyOfRange(bytes, from, to);
            values[slot] = value;
        }
        return value;
    }

    private @Nullable Object parsed(byte[] bytes, int from, int to) {
        return switch (type) {
            case DECIMAL, MONEY -> number(bytes, from, to);
            case DATE -> date(bytes, from, to);
            default -> parsed(new String(bytes, from, to - from, StandardCharsets.UTF_8));
        };
    }

    private @Nullable Object parsed(String text) {
        return switch (type) {
            case ID, TEXT, COUNTRY -> text;
            case CODE -> codes.get(text);
            case CODES -> constants(text);
            case DATE -> LocalDate.parse(text);
            case MONTH -> YearMonth.parse(text);
            case DATETIME -> Instant.parse(text);
            case DECIMAL, MONEY -> new BigDecimal(text);
            case INTEGER -> Integer.valueOf(text);
            case YESNO -> YesNo.valueOf(text);
            case CURRENCY -> CurrencyUnit.of(text);
        };
    }

    /** Few digits with or without a point are read here, as Java reads them; the rest is left to Java. */
    private @Nullable Object number(byte[] bytes, int from, int to) {
        int start = bytes[from] == '-' ? from + 1 : from;
        long digits = 0;
        int behindPoint = to;
        for (int i = start; i < to; i++) {
            if (bytes[i] >= '0' && bytes[i] <= '9') {
                digits = digits * 10 + bytes[i] - '0';
            } else if (bytes[i] == '.' && behindPoint == to) {
                behindPoint = i + 1;
            } else {
                behindPoint = -1;
                break;
            }
        }
        return behindPoint < 0 || to - start > MOST_DIGITS
                ? parsed(new String(bytes, from, to - from, StandardCharsets.ISO_8859_1))
                : BigDecimal.valueOf(start == from ? digits : -digits, to - behindPoint);
    }

    private @Nullable Object date(byte[] bytes, int from, int to) {
        return to - from == "2026-10-31".length()
                ? LocalDate.of(
                        digits(bytes, from, from + 4), digits(bytes, from + 5, from + 7), digits(bytes, from + 8, to))
                : parsed(new String(bytes, from, to - from, StandardCharsets.ISO_8859_1));
    }

    private static int digits(byte[] bytes, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + bytes[i] - '0';
        }
        return number;
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // the constants are all of the column's one enum
    private Set<?> constants(String text) {
        List<Enum<?>> constants = new ArrayList<>();
        for (String code : text.split(";", -1)) {
            Enum<?> constant = codes.get(code);
            if (constant != null) {
                constants.add(constant);
            }
        }
        return constants.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf((List) constants));
    }
}
