package io.tallybook.corpus;

import io.tallybook.sheet.CellKind;
import io.tallybook.sheet.Limits;
import io.tallybook.sheet.ReadOptions;
import io.tallybook.sheet.RowBlock;
import io.tallybook.sheet.SheetInfo;
import io.tallybook.sheet.SourceFile;
import io.tallybook.sheet.SourceFiles;
import io.tallybook.sheet.TableReader;
import io.tallybook.sheet.UnreadableFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.poi.ss.util.CellReference;

/** The typed cells of a file, so that two ways of reading it can be compared. */
public final class CorpusCells {
    private static final int MOST_CELLS = 200_000;

    private CorpusCells() {}

    /**
     * A cell that is not blank.
     *
     * @param sheet  name of the sheet
     * @param address  such as B2
     * @param value  the canonical text
     */
    public record Cell(String sheet, String address, CellKind kind, String value) {
        /** Returns one line, such as {@code rates!B2 NUMBER 1.5}. */
        @Override
        public String toString() {
            return sheet + "!" + address + " " + kind + " " + onOneLine(value);
        }
    }

    /** Writes line ends, backslashes and other control characters as escapes. */
    static String onOneLine(String text) {
        StringBuilder line = new StringBuilder();
        text.chars().forEach(c -> {
            switch (c) {
                case '\\' -> line.append("\\\\");
                case '\r' -> line.append("\\r");
                case '\n' -> line.append("\\n");
                case '\t' -> line.append("\\t");
                default -> {
                    if (Character.isISOControl(c)) {
                        line.append(String.format(Locale.ROOT, "\\u%04x", c));
                    } else {
                        line.append((char) c);
                    }
                }
            }
        });
        return line.toString();
    }

    /** The files of the corpus that must be read. */
    public static List<Path> readable() {
        return Corpus.entries().stream()
                .filter(entry -> !entry.refused())
                .map(Corpus.Entry::path)
                .toList();
    }

    /**
     * Returns the cells of all sheets, in the order of reading.
     *
     * @throws UnreadableFileException if the file is refused
     */
    public static List<Cell> of(Path file) throws UnreadableFileException {
        List<Cell> cells = new ArrayList<>();
        try (SourceFile source = SourceFiles.open(file, Limits.standard())) {
            for (SheetInfo sheet : source.sheets()) {
                each(source, sheet, cells::add);
            }
        }
        return cells;
    }

    /**
     * Gives the cells of a sheet one by one, so that a sheet of any size can be read. Of a huge one only the rows up to
     * the cell {@link #MOST_CELLS} are looked at; the others are read all the same.
     */
    static void each(SourceFile source, SheetInfo sheet, Consumer<Cell> to) throws UnreadableFileException {
        int given = 0;
        try (TableReader reader = source.read(sheet.index(), ReadOptions.everything())) {
            for (Optional<RowBlock> next = reader.next(); next.isPresent(); next = reader.next()) {
                RowBlock block = next.get();
                for (int i = 0; i < block.size() && given < MOST_CELLS; i++) {
                    for (int col = 0; col < block.columns(i); col++) {
                        if (block.kind(i, col) != CellKind.BLANK) {
                            String address = CellReference.convertNumToColString(col) + block.row(i);
                            given++;
                            to.accept(new Cell(sheet.name(), address, block.kind(i, col), block.text(i, col)));
                        }
                    }
                }
            }
        }
    }
}
