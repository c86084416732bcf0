package io.tallybook.job;

import io.tallybook.ledger.ColumnDefinition;
import io.tallybook.ledger.RecordDefinition;
import io.tallybook.ledger.RecordTypes;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** Which tables have to be in before the others: those through which other rows find their account. */
final class IntakeOrder {
    private static final Set<String> MASTERS = RecordTypes.all().stream()
            .map(RecordDefinition::account)
            .filter(name -> RecordTypes.named(name).isPresent())
            .collect(Collectors.toUnmodifiableSet());

    private IntakeOrder() {}

    static boolean isMaster(String record) {
        return MASTERS.contains(record);
    }

    /** The key columns of a record type, for people. */
    static String keyColumns(String record) {
        RecordDefinition<?> type = RecordTypes.named(record).orElseThrow();
        return Arrays.stream(type.key())
                .mapToObj(type.columns()::get)
                .map(ColumnDefinition::name)
                .collect(Collectors.joining("+"));
    }
}
