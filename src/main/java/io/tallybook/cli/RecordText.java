package io.tallybook.cli;

import io.tallybook.ledger.ColumnDefinition;
import io.tallybook.ledger.ColumnType;
import io.tallybook.ledger.RecordDefinition;
import io.tallybook.ledger.RecordType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What the columns of a record type mean and allow, in words. */
final class RecordText {
    private RecordText() {}

    static String type(ColumnDefinition column) {
        return column.type().name().toLowerCase(Locale.ROOT);
    }

    /** The values to choose from: the codes, or Y and N; empty where anything goes. */
    static List<String> choices(ColumnDefinition column) {
        return switch (column.type()) {
            case CODE -> column.values();
            case YESNO -> List.of("Y", "N");
            default -> List.of();
        };
    }

    /** The rules of a column beyond its type, each a few words. */
    static List<String> rules(ColumnDefinition column) {
        List<String> rules = new ArrayList<>();
        if (!column.min().isEmpty()) {
            rules.add(column.min() + " or more");
        }
        if (!column.max().isEmpty()) {
            rules.add(column.max() + " or less");
        }
        if (!column.above().isEmpty()) {
            rules.add("more than " + column.above());
        }
        if (!column.notBefore().isEmpty()) {
            rules.add("not before " + String.join(", or where that is blank ", column.notBefore()));
        }
        return rules;
    }

    /** Meaning, values and rules in one line; may be empty. */
    static String about(ColumnDefinition column) {
        List<String> parts = new ArrayList<>();
        if (!column.about().isEmpty()) {
            parts.add(column.about());
        }
        if (!column.values().isEmpty()) {
            parts.add((column.type() == ColumnType.CODES ? "any of " : "one of ") + String.join(", ", column.values()));
        }
        parts.addAll(rules(column));
        return String.join("; ", parts);
    }

    static String key(RecordDefinition<?> type) {
        return Arrays.stream(type.key())
                .mapToObj(type.columns()::get)
                .map(ColumnDefinition::name)
                .collect(Collectors.joining(" + "));
    }

    /** How a row finds its account. */
    static String account(RecordDefinition<?> type) {
        if (type.isShared()) {
            return "none: its rows serve all accounts";
        }
        return type.account().equals(RecordType.OWN)
                ? "named in the row"
                : "that of the row of " + type.account() + " that it names";
    }
}
