package io.tallybook.report;

import io.tallybook.result.Figure;
import io.tallybook.result.FigureState;
import io.tallybook.sheet.CellKind;
import io.tallybook.sheet.Limits;
import io.tallybook.sheet.ReadOptions;
import io.tallybook.sheet.RowBlock;
import io.tallybook.sheet.SheetInfo;
import io.tallybook.sheet.SourceFile;
import io.tallybook.sheet.SourceFiles;
import io.tallybook.sheet.TableReader;
import io.tallybook.sheet.UnreadableFileException;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Reads the workbook and the page of an account back, and compares the figures that a reader sees with the results: value,
 * state and unit of each, none missing and none twice. It reads what was written, not what was meant: cells as any reader of
 * workbooks has them, and numbers out of the text of the page.
 *
 * <p>A template of a job's own may show figures in its own way. Where its workbook has no sheet with the headings of the
 * built-in one, or its page no rows marked {@code data-figure}, nothing is compared and the answer is 0. Safe for many
 * threads.
 */
public final class ReadBack {
    private static final String MARK = "<tr data-figure=\"";
    private static final String VALUE = "<td class=\"n\" data-v=\"";

    private final Map<String, Labels> languages = new ConcurrentHashMap<>();

    /** What a reader sees of one figure. */
    private record Seen(String place, CellKind kind, String value, String state, String unit) {}

    /**
     * Compares a workbook with the results.
     *
     * @return how many figures were compared: all of the report, or none
     * @throws IllegalStateException if it shows something else
     */
    public int workbook(AccountReport report, Path file) throws IOException {
        Labels labels = labels(report);
        try (SourceFile workbook = SourceFiles.open(file, Limits.standard())) {
            for (SheetInfo sheet : workbook.sheets()) {
                try (TableReader rows = workbook.read(sheet.index(), ReadOptions.everything())) {
                    Optional<FigureSheet> figures = FigureSheet.below(rows, labels);
                    if (figures.isPresent()) {
                        return compare(report, file, figures.get().seen(sheet.name()), labels);
                    }
                }
            }
            return 0;
        } catch (UnreadableFileException e) {
            throw new IllegalStateException(file.getFileName() + ": cannot be read back: " + e.getMessage(), e);
        }
    }

    /**
     * Compares a page with the results.
     *
     * @return how many figures were compared: all of the report, or none
     * @throws IllegalStateException if it shows something else
     */
    public int page(AccountReport report, Path file) throws IOException {
        String page = Files.readString(file);
        Map<String, Seen> seen = new HashMap<>();
        int start = page.indexOf(MARK);
        if (start < 0) {
            return 0;
        }
        while (start >= 0) {
            int end = page.indexOf("</tr>", start);
            String row = page.substring(start, end);
            String key = plain(row.substring(MARK.length(), row.indexOf('"', MARK.length())));
            int value = row.indexOf('>', row.indexOf(VALUE)) + 1;
            int unit = row.lastIndexOf("<td>") + "<td>".length();
            Seen one = new Seen(
                    "row " + key,
                    CellKind.TEXT,
                    plain(row.substring(value, row.indexOf("</td>", value))),
                    between(row, "<span class=\"mark ", "\""),
                    plain(row.substring(unit, row.indexOf("</td>", unit))));
            if (seen.put(key, one) != null) {
                throw new IllegalStateException(file.getFileName() + ": shows twice: " + key);
            }
            start = page.indexOf(MARK, end);
        }
        Labels labels = labels(report);
        for (Figure figure : figures(report)) {
            String key = String.join(" ", figure.subject(), figure.measure(), figure.dimension());
            Seen one = seen.remove(key);
            String state = figure.state().name();
            boolean hasUnit = !figure.value().isEmpty() && !figure.unit().equals("date");
            String unit = hasUnit ? labels.unit(figure.unit()) : "";
            boolean isSame =
                    one != null && one.state().equals(state) && one.unit().equals(unit) && isShown(figure, one, labels);
            throwUnless(isSame, file, figure, one == null ? "nothing" : one.value() + " " + one.unit());
        }
        throwIfLeft(file, seen);
        return figures(report).size();
    }

    private static int compare(AccountReport report, Path file, Map<String, Seen> seen, Labels labels) {
        for (Figure figure : figures(report)) {
            String key = String.join(
                    "\n",
                    labels.subject(figure.subject()),
                    labels.measure(figure.measure()),
                    labels.dimension(figure.dimension()));
            Seen one = seen.remove(key);
            boolean isSame = one != null
                    && one.state()
                            .equals(labels.word(
                                    "state." + figure.state(), figure.state().name()))
                    && one.unit().equals(labels.unit(figure.unit()))
                    && isShown(figure, one, labels);
            throwUnless(isSame, file, figure, one == null ? "nothing" : one.value() + " at " + one.place());
        }
        throwIfLeft(file, seen);
        return figures(report).size();
    }

    private static List<Figure> figures(AccountReport report) {
        return report.results().stream()
                .filter(Figure.class::isInstance)
                .map(Figure.class::cast)
                .toList();
    }

    private static boolean isShown(Figure figure, Seen seen, Labels labels) {
        FigureState state = figure.state();
        String words = labels.word("state." + state + ".value", "");
        if (state == FigureState.UNKNOWN || state == FigureState.UNLIMITED) {
            return seen.kind() == CellKind.TEXT && seen.value().equals(words);
        }
        if (seen.kind() != CellKind.TEXT) {
            return seen.kind() == CellKind.DATE
                    ? seen.value().equals(figure.value())
                    : Shown.isNumber(figure.value())
                            && new BigDecimal(seen.value()).compareTo(excel(new BigDecimal(figure.value()))) == 0;
        }
        String prefix = words.isEmpty() || state == FigureState.KNOWN ? "" : words + " ";
        // A number that Excel cannot hold, or a date before its calendar, is the plain text in a workbook.
        String text = seen.value().startsWith(prefix) ? seen.value().substring(prefix.length()) : seen.value();
        if (text.equals(figure.value())) {
            return seen.value().startsWith(prefix) || prefix.isEmpty();
        }
        return seen.value().startsWith(prefix)
                && Shown.isNumber(figure.value())
                && number(text, labels.language())
                        .filter(number -> number.compareTo(new BigDecimal(figure.value())) == 0)
                        .isPresent();
    }

    /** Readers of workbooks have 15 digits. */
    private static BigDecimal excel(BigDecimal number) {
        return number.round(new MathContext(15));
    }

    private static Optional<BigDecimal> number(String text, String language) {
        boolean isComma = language.equals("de");
        String plain = text.replace(isComma ? "." : ",", "").replace(',', '.');
        return Shown.isNumber(plain) ? Optional.of(new BigDecimal(plain)) : Optional.empty();
    }

    private static String between(String text, String before, String after) {
        int start = text.indexOf(before) + before.length();
        return text.substring(start, text.indexOf(after, start));
    }

    private static String plain(String html) {
        return html.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }

    private static void throwUnless(boolean isSame, Path file, Figure figure, String shown) {
        if (!isSame) {
            throw new IllegalStateException(file.getFileName() + ": shows " + shown + " for " + figure.measure() + " "
                    + figure.dimension() + " of " + figure.subject() + ", which is " + figure.state() + " "
                    + figure.value() + " " + figure.unit());
        }
    }

    private static void throwIfLeft(Path file, Map<String, Seen> seen) {
        if (!seen.isEmpty()) {
            Seen more = seen.values().iterator().next();
            throw new IllegalStateException(
                    file.getFileName() + ": shows a figure that is no result: " + more.value() + " at " + more.place());
        }
    }

    private Labels labels(AccountReport report) {
        return languages.computeIfAbsent(report.language(), Labels::of);
    }

    /** The rows of a sheet below the headings of figures. */
    private record FigureSheet(TableReader rows, RowBlock block, int header, Map<String, Integer> columns) {
        private static final List<String> HEADINGS =
                List.of("subject", "figure", "dimension", "state", "value", "unit");

        /** Looks for the headings within the first block of rows. */
        private static Optional<FigureSheet> below(TableReader rows, Labels labels) throws UnreadableFileException {
            Optional<RowBlock> first = rows.next();
            if (first.isEmpty()) {
                return Optional.empty();
            }
            RowBlock block = first.get();
            for (int i = 0; i < Math.min(20, block.size()); i++) {
                Map<String, Integer> columns = new HashMap<>();
                for (int column = block.columns(i) - 1; column >= 0; column--) {
                    columns.put(block.text(i, column), column);
                }
                Map<String, Integer> found = new HashMap<>();
                HEADINGS.forEach(heading -> Optional.ofNullable(columns.get(labels.phrase(heading)))
                        .ifPresent(column -> found.put(heading, column)));
                if (found.size() == HEADINGS.size()) {
                    return Optional.of(new FigureSheet(rows, block, i, found));
                }
            }
            return Optional.empty();
        }

        private Map<String, Seen> seen(String sheet) throws UnreadableFileException {
            Map<String, Seen> seen = new HashMap<>();
            int first = header + 1;
            for (Optional<RowBlock> next = Optional.of(block); next.isPresent(); next = rows.next()) {
                RowBlock current = next.get();
                for (int i = first; i < current.size(); i++) {
                    add(seen, current, i, sheet);
                }
                first = 0;
            }
            return seen;
        }

        private void add(Map<String, Seen> seen, RowBlock current, int i, String sheet) {
            String state = text(current, i, "state");
            if (state.isEmpty()) {
                // The one row of an empty list, or something below the table.
                return;
            }
            int column = columns.getOrDefault("value", 0);
            String key = String.join(
                    "\n", text(current, i, "subject"), text(current, i, "figure"), text(current, i, "dimension"));
            CellKind kind = current.kind(i, column);
            Seen one = new Seen(
                    sheet + " row " + current.row(i),
                    kind,
                    kind == CellKind.NUMBER ? current.number(i, column).toPlainString() : current.text(i, column),
                    state,
                    text(current, i, "unit"));
            if (seen.put(key, one) != null) {
                throw new IllegalStateException(sheet + " row " + current.row(i) + ": shows a figure twice");
            }
        }

        private String text(RowBlock current, int i, String heading) {
            return current.text(i, columns.getOrDefault(heading, 0));
        }
    }
}
