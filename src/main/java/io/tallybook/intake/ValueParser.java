package io.tallybook.intake;

import io.tallybook.ledger.ColumnDefinition;
import io.tallybook.ledger.ColumnType;
import io.tallybook.ledger.YesNo;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.jspecify.annotations.Nullable;

/**
 * Turns the cells of one column into values of its type.
 *
 * <p>Every method returns the value, or null for a blank cell of a column whose type has no value for "not known", or a
 * {@link BadValue}.
 */
public final class ValueParser {
    /** What a binary number holds of a whole number, and Excel shows. */
    private static final int EXACT_DIGITS = 15;

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private final ColumnDefinition column;
    private final ZoneId zone;
    private final DateStyle dates;
    private final boolean decimalComma;
    private final Map<String, Enum<?>> codes = new HashMap<>();

    /**
     * @param column  the column
     * @param zone  the zone of date-times that name none
     * @param dates  how dates are written as text
     * @param decimalComma  whether numbers are written as 1234,50
     */
    public ValueParser(ColumnDefinition column, ZoneId zone, DateStyle dates, boolean decimalComma) {
        this.column = column;
        this.zone = zone;
        this.dates = dates;
        this.decimalComma = decimalComma;
        for (int i = 0; i < column.values().size(); i++) {
            codes.put(code(column.values().get(i)), column.codes().get(i));
        }
    }

    /** Parses text, e.g. a field of a csv. */
    public @Nullable Object parse(String raw) {
        String text = Text.trimmed(raw);
        if (text.isEmpty()) {
            return blank();
        }
        return switch (column.type()) {
            case ID, TEXT -> text;
            case CODE -> codeValue(text);
            case CURRENCY -> currency(text);
            case COUNTRY -> country(text);
            case YESNO -> yesNo(text);
            case CODES -> codes(text);
            case DATE, MONTH, DATETIME -> dated(text);
            case DECIMAL, MONEY -> decimal(text);
            case INTEGER -> integer(decimal(text));
        };
    }

    /** Takes a number cell. */
    public @Nullable Object parse(BigDecimal number, String text) {
        return switch (column.type()) {
            case DECIMAL, MONEY -> number;
            case INTEGER -> integer(number);
            case ID -> number.precision() - number.scale() > EXACT_DIGITS ? roundedId() : text;
            // A bare number in a date column is no date: 45000 may as well be an amount in the wrong place.
            default -> parse(text);
        };
    }

    private Object roundedId() {
        return expected(
                Problem.ROUNDED_ID,
                "an id of up to " + EXACT_DIGITS + " digits, or a text",
                "deliver the ids of this column as text");
    }

    /** Takes a date cell. */
    public Object parse(LocalDateTime dateTime, String text) {
        // A time of day or elapsed hours: the date under it is only where its date system begins.
        boolean dateless = text.indexOf('-') < 0;
        return switch (column.type()) {
            case DATE -> dateless ? notADate() : dateTime.toLocalDate();
            case MONTH -> dateless ? notADate() : YearMonth.from(dateTime);
            case DATETIME -> dateless ? notADate() : dateTime.atZone(zone).toInstant();
            case ID, TEXT -> text;
            default ->
                expected(Problem.WRONG_TYPE, column.type().about(), "change the cell's number format or its value");
        };
    }

    /** Returns what a blank cell means in this column. */
    public @Nullable Object blank() {
        return switch (column.type()) {
            case ID, TEXT, COUNTRY -> "";
            case YESNO -> YesNo.UNKNOWN;
            case CODES -> Set.of();
            default -> null;
        };
    }

    private Object codeValue(String text) {
        Enum<?> found = codes.get(code(text));
        return found != null
                ? found
                : expected(
                        Problem.UNKNOWN_CODE,
                        "one of " + String.join(", ", column.values()),
                        closest(text).map(close -> "write " + close).orElse("write one of them"));
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // the constants are all of the column's one enum
    private Object codes(String text) {
        List<Enum<?>> found = new java.util.ArrayList<>();
        for (String part : text.split(";", -1)) {
            if (part.isBlank()) {
                continue;
            }
            Object value = codeValue(part.strip());
            if (value instanceof BadValue) {
                return value;
            }
            found.add((Enum<?>) value);
        }
        return found.isEmpty() ? Set.of() : EnumSet.copyOf((List) found);
    }

    private Object currency(String text) {
        try {
            return CurrencyUnit.of(text.toUpperCase(Locale.ROOT));
        } catch (IllegalCurrencyException e) {
            return expected(Problem.UNKNOWN_CURRENCY, "a three-letter ISO 4217 code", "write a code like EUR");
        }
    }

    private Object country(String text) {
        String upper = text.toUpperCase(Locale.ROOT);
        return COUNTRIES.contains(upper)
                ? upper
                : expected(Problem.UNKNOWN_COUNTRY, "a two-letter ISO 3166 code", "write a code like DE");
    }

    private Object yesNo(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "y", "yes", "true", "1" -> YesNo.YES;
            case "n", "no", "false", "0" -> YesNo.NO;
            default -> expected(Problem.NOT_YES_OR_NO, "Y or N", "write Y or N, or leave the cell blank for not known");
        };
    }

    private Object dated(String text) {
        Optional<Object> value = column.type() == ColumnType.MONTH ? month(text) : Optional.empty();
        return value.or(() -> dates.dateTime(text, zone).map(this::ofType)).orElseGet(this::notADate);
    }

    private Optional<Object> month(String text) {
        try {
            return Optional.of(YearMonth.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private Object ofType(OffsetDateTime dateTime) {
        return switch (column.type()) {
            case DATE -> dateTime.toLocalDate();
            case MONTH -> YearMonth.from(dateTime);
            default -> dateTime.toInstant();
        };
    }

    private BadValue notADate() {
        return switch (column.type()) {
            case DATE -> expected(Problem.NOT_A_DATE, "a date" + dates.hint(), "write it as 2026-10-31");
            case MONTH -> expected(Problem.NOT_A_MONTH, "a month", "write it as 2026-10");
            default -> expected(Problem.NOT_A_DATE, "a date and time", "write it as 2026-10-31T09:30");
        };
    }

    private Object decimal(String text) {
        // Exports guard numbers against spreadsheets with an apostrophe: '22.000000000000000000.
        String plain = text.startsWith("'") ? text.substring(1) : text;
        if (decimalComma && text.indexOf(',') >= 0 && text.indexOf('.') < 0) {
            plain = plain.replace(',', '.');
        }
        try {
            if (plain.length() > Text.LONGEST_NUMBER || !isNumber(plain)) {
                throw new NumberFormatException(plain);
            }
            BigDecimal value = new BigDecimal(plain);
            // 1E+2000000000 is a number too, and writing it out would fill the memory.
            if (Math.abs((long) value.scale()) > Text.LONGEST_NUMBER) {
                throw new NumberFormatException(plain);
            }
            return value;
        } catch (NumberFormatException e) {
            return expected(
                    Problem.NOT_A_NUMBER,
                    "a number",
                    "write it with a decimal point, without thousands separators and units, like 1234.50");
        }
    }

    private static boolean isNumber(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && c != '.' && c != '-' && c != '+' && c != 'E' && c != 'e') {
                return false;
            }
        }
        return true;
    }

    private Object integer(Object decimal) {
        if (!(decimal instanceof BigDecimal number)) {
            return decimal;
        }
        try {
            return number.intValueExact();
        } catch (ArithmeticException e) {
            return expected(Problem.NOT_WHOLE, "a whole number", "write it without decimals");
        }
    }

    private Optional<String> closest(String text) {
        String wanted = code(text);
        return column.values().stream()
                .filter(value -> !wanted.isEmpty())
                .filter(value -> code(value).startsWith(wanted) || wanted.startsWith(code(value)))
                .findFirst();
    }

    private static String code(String text) {
        StringBuilder key = new StringBuilder(text.length());
        boolean gap = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ' ' || c == '-' || c == '_' || c == '\u00a0') {
                gap = true;
                continue;
            }
            if (gap && !key.isEmpty()) {
                key.append('_');
            }
            gap = false;
            key.append(Character.toUpperCase(c));
        }
        return key.toString();
    }

    private static BadValue expected(Problem problem, String expected, String remedy) {
        return new BadValue(problem.code(), expected, remedy);
    }
}
