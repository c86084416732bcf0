package io.tallybook.ledger;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** Random values for the columns of any record type; required columns are never blank. */
final class RandomRecords {
    private static final List<String> TEXTS = List.of(
            "A1", "007", "Größe; \"x\"", "line\nbreak", "  inner  blank", "|", "'", "ünï€ \uD83D\uDE00", "-", "0");

    private final Random random;

    RandomRecords(long seed) {
        random = new Random(seed);
    }

    @Nullable
    Object[] values(RecordDefinition<?> type) {
        @Nullable Object[] values = new Object[type.columns().size()];
        for (int i = 0; i < values.length; i++) {
            ColumnDefinition column = type.columns().get(i);
            boolean blank = !column.required() && random.nextInt(3) == 0;
            values[i] = blank ? blank(column.type()) : value(column);
        }
        return values;
    }

    private static @Nullable Object blank(ColumnType type) {
        return switch (type) {
            case ID, TEXT, COUNTRY -> "";
            case YESNO -> YesNo.UNKNOWN;
            case CODES -> Set.of();
            default -> null;
        };
    }

    private Object value(ColumnDefinition column) {
        return switch (column.type()) {
            case ID, TEXT -> TEXTS.get(random.nextInt(TEXTS.size()));
            case COUNTRY -> "DE";
            case CODE -> column.codes().get(random.nextInt(column.codes().size()));
            case CODES -> codes(column);
            case DATE -> LocalDate.ofEpochDay(random.nextInt(40_000));
            case MONTH -> YearMonth.of(1990 + random.nextInt(60), 1 + random.nextInt(12));
            case DATETIME -> Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000) * 1_000_000L);
            case DECIMAL, MONEY -> new BigDecimal(new BigInteger(80, random), random.nextInt(40) - 10);
            case INTEGER -> random.nextInt();
            case YESNO -> YesNo.of(random.nextBoolean());
            case CURRENCY -> CurrencyUnit.of(List.of("EUR", "JPY", "KWD").get(random.nextInt(3)));
        };
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // the constants are all of the column's one enum
    private Set<?> codes(ColumnDefinition column) {
        List<Enum<?>> some = new ArrayList<>(List.of(column.codes().get(0)));
        column.codes().stream().filter(code -> random.nextBoolean()).forEach(some::add);
        return EnumSet.copyOf((List) some);
    }
}
