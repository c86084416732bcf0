package io.tallybook.report;

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
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The rows of a workbook that stand below known headings, as any reader of workbooks has them. */
final class SheetRows {
    /** A sheet without known headings in its first rows shows nothing that is compared. */
    private static final int ROWS_BEFORE_HEADINGS = 200;

    /** A table that is looked for: its headings, in any order, and what takes each of its rows. */
    record Table(List<String> headings, Consumer<Row> taker) {}

    /** A row of a table; its cells by heading. */
    record Row(String sheet, RowBlock block, int i, Map<String, Integer> columns) {
        String text(String heading) {
            return block.text(i, column(heading));
        }

        CellKind kind(String heading) {
            return block.kind(i, column(heading));
        }

        /** A number without exponent, or the text of the cell. */
        String value(String heading) {
            return kind(heading) == CellKind.NUMBER
                    ? block.number(i, column(heading)).toPlainString()
                    : text(heading);
        }

        String place() {
            return sheet + " row " + block.row(i);
        }

        private int column(String heading) {
            return columns.getOrDefault(heading, 0);
        }
    }

    private final List<Table> tables;
    private final Set<List<String>> found;
    private Optional<Table> current = Optional.empty();
    private Map<String, Integer> columns = Map.of();
    private boolean isFound;

    private SheetRows(List<Table> tables, Set<List<String>> found) {
        this.tables = tables;
        this.found = found;
    }

    /**
     * Reads all sheets of a workbook, and hands each row of the tables on. A row without any value ends its table.
     *
     * @return the headings of the tables that there are
     */
    static Set<List<String>> read(Path file, List<Table> tables) throws IOException {
        Set<List<String>> found = new HashSet<>();
        try (SourceFile workbook = SourceFiles.open(file, Limits.standard())) {
            for (SheetInfo sheet : workbook.sheets()) {
                try (TableReader rows = workbook.read(sheet.index(), ReadOptions.everything())) {
                    new SheetRows(tables, found).read(sheet.name(), rows);
                }
            }
            return found;
        } catch (UnreadableFileException e) {
            throw new IllegalStateException(file.getFileName() + ": cannot be read back: " + e.getMessage(), e);
        }
    }

    private void read(String sheet, TableReader rows) throws UnreadableFileException {
        int seen = 0;
        int last = 0;
        for (Optional<RowBlock> next = rows.next(); next.isPresent(); next = rows.next()) {
            RowBlock block = next.get();
            for (int i = 0; i < block.size(); i++) {
                // Blocks leave blank rows out.
                if (block.row(i) != last + 1) {
                    current = Optional.empty();
                }
                last = block.row(i);
                take(sheet, block, i);
            }
            seen += block.size();
            if (!isFound && seen >= ROWS_BEFORE_HEADINGS) {
                return;
            }
        }
    }

    private void take(String sheet, RowBlock block, int i) {
        if (current.isPresent()) {
            Row row = new Row(sheet, block, i, columns);
            if (columns.keySet().stream().anyMatch(heading -> row.kind(heading) != CellKind.BLANK)) {
                current.get().taker().accept(row);
                return;
            }
            current = Optional.empty();
        }
        Map<String, Integer> words = new HashMap<>();
        for (int column = block.columns(i) - 1; column >= 0; column--) {
            words.put(block.text(i, column), column);
        }
        for (Table table : tables) {
            if (words.keySet().containsAll(table.headings())) {
                current = Optional.of(table);
                columns = new HashMap<>();
                table.headings().forEach(heading -> columns.put(heading, words.getOrDefault(heading, 0)));
                isFound = true;
                found.add(table.headings());
                return;
            }
        }
    }

    /** The words of headings in the language of a report. */
    static List<String> headings(Labels labels, String... keys) {
        List<String> words = new ArrayList<>();
        for (String key : keys) {
            words.add(labels.phrase(key));
        }
        return words;
    }
}
