package io.tallybook.intake;

import io.tallybook.ledger.RecordDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How the columns of one table are laid out: its headers with what a sample showed of how it writes dates and numbers.
 *
 * @param type  the record type that it fills
 * @param profile  the profile that maps it
 * @param headerRow  row number of the header
 * @param headers  the headers by position, as they stand there
 * @param dates  how it writes dates as text
 * @param decimalComma  whether it writes 1234,50
 */
record Layout(
        RecordDefinition<?> type,
        Profile profile,
        int headerRow,
        List<String> headers,
        DateStyle dates,
        boolean decimalComma) {
    private static final String SEPARATOR = "\u001f";

    Layout {
        headers = List.copyOf(headers);
    }

    /** Position of the first header that matches the name, without regard to what does not matter in it. */
    Optional<Integer> position(String name) {
        String wanted = Text.header(name);
        for (int i = 0; i < headers.size(); i++) {
            if (matches(headers.get(i), wanted)) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    /** Translated exports carry the real name behind their own: {@code Abonnement-GUID (SubscriptionGuid)}. */
    private static boolean matches(String header, String wanted) {
        return Text.header(header).equals(wanted)
                || Headers.inParentheses(header).equals(wanted);
    }

    /** The layout as one text, for the store. */
    String written() {
        List<String> parts = new ArrayList<>(List.of(dates.name(), Boolean.toString(decimalComma)));
        parts.addAll(
                headers.stream().map(header -> header.replace('\u001f', ' ')).toList());
        return String.join(SEPARATOR, parts);
    }

    static Layout parse(RecordDefinition<?> type, Profile profile, int headerRow, String written) {
        List<String> parts = List.of(written.split(SEPARATOR, -1));
        return new Layout(
                type,
                profile,
                headerRow,
                parts.subList(2, parts.size()),
                DateStyle.valueOf(parts.get(0)),
                Boolean.parseBoolean(parts.get(1)));
    }
}
