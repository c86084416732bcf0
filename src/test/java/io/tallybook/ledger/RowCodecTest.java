package io.tallybook.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RowCodecTest {
    static List<RecordDefinition<?>> types() {
        return RecordTypes.all();
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyRecordComesBackFromItsText(RecordDefinition<?> type) {
        assertComesBack(type);
    }

    private static <R extends LedgerRecord> void assertComesBack(RecordDefinition<R> type) {
        RowCodec<R> codec = new RowCodec<>(type);
        for (long seed = 1; seed <= 50; seed++) {
            @Nullable Object[] values = new RandomRecords(seed).values(type);
            R record = type.create(values);
            String text = RowCodec.encode(values);
            assertThat(codec.decode(text)).as("seed %d: %s", seed, text).isEqualTo(record);
            assertThat(RowCodec.encode(type.values(record))).isEqualTo(text);
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void textsOfColumnsAreThoseOfTheirValues(RecordDefinition<?> type) {
        int[] fromTheEnd = IntStream.range(0, type.columns().size())
                .map(i -> type.columns().size() - 1 - i)
                .toArray();
        for (long seed = 1; seed <= 20; seed++) {
            @Nullable Object[] values = new RandomRecords(seed).values(type);
            StringBuilder texts = new StringBuilder();
            for (int column : fromTheEnd) {
                texts.append(RowCodec.encode(new @Nullable Object[] {values[column]}))
                        .append('\u001f');
            }
            byte[] row = ("before" + RowCodec.encode(values) + "behind").getBytes(StandardCharsets.UTF_8);
            assertThat(RowCodec.texts(row, "before".length(), row.length - "behind".length(), fromTheEnd))
                    .as("seed %d", seed)
                    .isEqualTo(texts.toString());
        }
    }

    @Test
    void blanksAtTheEndAreLeftOut() {
        @Nullable Object[] values = {"A1", "", "", "", "", null, "", "", null};
        assertThat(RowCodec.encode(values)).isEqualTo("A1");
        assertThat(new RowCodec<>(RecordTypes.of(Account.class)).decode("A1"))
                .isEqualTo(new Account("A1", "", "", "", "", null, "", "", null));
    }

    @Test
    void separatorWithinATextShiftsNothing() {
        @Nullable Object[] values = {"A\u001f1", "Name", "", "", "DE", CurrencyUnit.EUR, "", "de", LocalDate.EPOCH};
        assertThat(new RowCodec<>(RecordTypes.of(Account.class)).decode(RowCodec.encode(values)))
                .isEqualTo(new Account("A 1", "Name", "", "", "DE", CurrencyUnit.EUR, "", "de", LocalDate.EPOCH));
    }

    @Test
    void severalCodesComeBackInTheOrderOfTheColumn() {
        RecordDefinition<Agreement> type = RecordTypes.of(Agreement.class);
        int column = type.indexOf("sam_pools").orElseThrow();
        @Nullable Object[] values = new RandomRecords(1).values(type);
        values[column] = Set.of(Agreement.SamPools.SERVER, Agreement.SamPools.APPLICATIONS);
        assertThat(new RowCodec<>(type).decode(RowCodec.encode(values)).samPools())
                .containsExactly(Agreement.SamPools.APPLICATIONS, Agreement.SamPools.SERVER);
    }
}
