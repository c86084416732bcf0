package io.tallybook.sheet;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssertAlternative;

/** Reads files into text that tests can compare: one line per cell, such as {@code A1 NUMBER 5}. */
final class Dump {
    private Dump() {}

    static List<String> cells(Path file) throws UnreadableFileException {
        return cells(file, 0, ReadOptions.everything());
    }

    static List<String> cells(Path file, int sheet, ReadOptions options) throws UnreadableFileException {
        try (SourceFile source = SourceFiles.open(file, Limits.standard())) {
            return cells(source, sheet, options);
        }
    }

    static List<String> cells(SourceFile source, int sheet, ReadOptions options) throws UnreadableFileException {
        List<String> lines = new ArrayList<>();
        try (TableReader reader = source.read(sheet, options)) {
            for (Optional<RowBlock> next = reader.next(); next.isPresent(); next = reader.next()) {
                RowBlock block = next.get();
                for (int i = 0; i < block.size(); i++) {
                    for (int col = 0; col < block.columns(i); col++) {
                        if (block.kind(i, col) != CellKind.BLANK) {
                            lines.add(CellAddress.of(block.row(i), col) + (block.hidden(i) ? " hidden " : " ")
                                    + block.kind(i, col) + " " + block.text(i, col));
                        }
                    }
                }
            }
        }
        return lines;
    }

    /** The texts of the cells without address and kind, to compare formats that know different kinds. */
    static List<String> texts(Path file) throws UnreadableFileException {
        return cells(file).stream()
                .map(line -> line.replaceFirst(" [A-Z]+ ", " "))
                .toList();
    }

    static List<String> notices(Path file) throws UnreadableFileException {
        try (SourceFile source = SourceFiles.open(file, Limits.standard())) {
            cells(source, 0, ReadOptions.everything());
            return source.notices();
        }
    }

    /** Asserts that opening or reading the whole file is refused in one line. */
    static ThrowableAssertAlternative<UnreadableFileException> assertRefused(Path file, Unreadable reason) {
        return assertRefused(file, reason, Limits.standard());
    }

    static ThrowableAssertAlternative<UnreadableFileException> assertRefused(
            Path file, Unreadable reason, Limits limits) {
        return assertThatExceptionOfType(UnreadableFileException.class)
                .isThrownBy(() -> readAll(file, limits))
                .matches(e -> e.reason() == reason, "reason " + reason)
                .matches(e -> e.getMessage().length() <= 200, "at most 200 characters")
                .matches(e -> e.getMessage().indexOf('\n') < 0, "one line");
    }

    static int readAll(Path file, Limits limits) throws UnreadableFileException {
        int cells = 0;
        try (SourceFile source = SourceFiles.open(file, limits)) {
            for (SheetInfo sheet : source.sheets()) {
                cells += cells(source, sheet.index(), ReadOptions.everything()).size();
            }
        }
        return cells;
    }
}
