package io.tallybook.report.excel;

import io.tallybook.report.excel.RowTemplate.Repeat;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * The notes of a template sheet, all of them commands: {@code repeat LIST as NAME [or EXPRESSION]} for a row,
 * {@code cached EXPRESSION} for a formula. They do not appear in what is filled.
 */
final class Notes {
    private static final Pattern REPEAT =
            Pattern.compile("repeat\\s+(.+?)\\s+as\\s+([A-Za-z_]\\w*)(?:\\s+or\\s+(.+))?", Pattern.DOTALL);
    private static final Pattern CACHED = Pattern.compile("cached\\s+(.+)", Pattern.DOTALL);

    /** Excel puts the author before a note. */
    private static final Pattern AUTHOR = Pattern.compile("\\A[^\\n:]{1,60}:\\s*\\n");

    private final Map<Integer, Repeat> repeats = new HashMap<>();
    private final Map<String, String> cached = new HashMap<>();

    private Notes() {}

    static Notes none() {
        return new Notes();
    }

    /** Reads the notes of a sheet. */
    static Notes of(Place place, Document comments) {
        Notes notes = new Notes();
        for (Element comment : XmlPart.below(comments.getDocumentElement(), "comment")) {
            StringBuilder text = new StringBuilder();
            XmlPart.below(comment, "t").forEach(run -> text.append(run.getTextContent()));
            notes.add(
                    place,
                    comment.getAttribute("ref"),
                    AUTHOR.matcher(text).replaceFirst("").strip());
        }
        return notes;
    }

    private void add(Place place, String cell, String text) {
        Matcher repeat = REPEAT.matcher(text);
        Matcher value = CACHED.matcher(text);
        if (repeat.matches()) {
            int row = Reference.cell(cell).map(Corner::row).orElseThrow();
            String otherwise = Optional.ofNullable(repeat.group(3)).orElse("\"\"");
            Repeat old = repeats.put(row, new Repeat(cell, repeat.group(1), repeat.group(2), otherwise));
            if (old != null) {
                throw place.wrong(cell, text, "the row is repeated by the note on " + old.cell() + " already");
            }
        } else if (value.matches()) {
            cached.put(cell, value.group(1));
        } else {
            throw place.wrong(
                    cell, text, "this note is no command; write `repeat LIST as NAME` or `cached EXPRESSION`");
        }
    }

    Optional<Repeat> repeat(int row) {
        return Optional.ofNullable(repeats.get(row));
    }

    /** The expression for the value that the formula of a cell comes to. */
    Optional<String> cached(String cell) {
        return Optional.ofNullable(cached.get(cell));
    }

    int[] repeatedRows() {
        return repeats.keySet().stream().mapToInt(Integer::intValue).sorted().toArray();
    }

    Iterable<String> cachedCells() {
        return cached.keySet().stream().sorted().toList();
    }
}
