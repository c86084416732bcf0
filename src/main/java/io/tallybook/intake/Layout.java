package io.tallybook.intake;

import io.tallybook.ledger.RecordDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * How the columns of one table are laid out: its headers with what a sample showed of how it writes dates and numbers.
 *
 * @param type  the record type that it fills
 * @param profile  the profile that maps it
 * @param headerRow  row number of the header
 * @param headers  the headers by position, as they stand there
 * @param dates  how it writes dates as text
 * @param decimalComma  whether it writes 1234,50
 * @param closed  whether a row with a value beyond the last header is broken, as in csv where a separator within a text
 *     moves all that follows
 */
record Layout(
        RecordDefinition<?> type,
        Profile profile,
        int headerRow,
        List<String> headers,
        DateStyle dates,
        boolean decimalComma,
        boolean closed) {
    private static final String SEPARATOR = "\u001f";

    Layout {
        headers = List.copyOf(headers);
    }

    /**
     * Position of the first header that is the name, without regard to what does not matter in it; else of the first that
     * carries it in parentheses, as translated exports do: {@code Abonnement-GUID (SubscriptionGuid)}.
     */
    Optional<Integer> position(String name) {
        String wanted = Text.header(name);
        return first(header -> Text.header(header).equals(wanted))
                .or(() -> first(header -> Headers.inParentheses(header).equals(wanted)));
    }

    private Optional<Integer> first(Predicate<String> fits) {
        for (int i = 0; i < headers.size(); i++) {
            if (fits.test(headers.get(i))) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    /** The layout as one text, for the store. */
    String written() {
        List<String> parts =
                new ArrayList<>(List.of(dates.name(), Boolean.toString(decimalComma), Boolean.toString(closed)));
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
                parts.subList(3, parts.size()),
                DateStyle.valueOf(parts.get(0)),
                Boolean.parseBoolean(parts.get(1)),
                Boolean.parseBoolean(parts.get(2)));
    }
}
