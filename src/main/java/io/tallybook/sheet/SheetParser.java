package io.tallybook.sheet;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Parses rows of a sheet part, as spreadsheet programs write them: elements without prefix, attributes in double quotes, no
 * comments and no CDATA. Whatever else is well formed, and whatever is not, is irregular.
 */
final class SheetParser implements PieceParser {
    private static final int LAST_COLUMN = 16_383;

    private static final byte[] ROW = ascii("<row");
    private static final byte[] ROW_END = ascii("</row>");
    private static final byte[] HIDDEN = ascii("hidden");
    private static final byte[] CELL = ascii("<c");
    private static final byte[] CELL_END = ascii("</c>");
    private static final byte[] VALUE = ascii("<v");
    private static final byte[] VALUE_END = ascii("</v>");
    private static final byte[] FORMULA = ascii("<f");
    private static final byte[] FORMULA_END = ascii("</f>");
    private static final long VALUE_AND_CELL_END = ByteScan.word(ascii("</v></c>"), 0);
    private static final byte[] INLINE = ascii("<is>");
    private static final byte[] INLINE_END = ascii("</is>");
    private static final byte[] TEXT = ascii("<t");
    private static final byte[] TEXT_END = ascii("</t>");

    /** What a cell says its value is. */
    private enum Type {
        NUMBER,
        SHARED,
        TEXT,
        BOOLEAN,
        ERROR
    }

    private final XlsxFile file;
    private final BlockBuilder cells;
    private final int longestText;
    private @Nullable SharedText strings;

    private final Markup xml = new Markup();
    private byte[] bytes = {};

    private int row;
    private int firstNumber;
    private boolean isRelative;
    // The cell at hand.
    private int col;
    private Type type = Type.NUMBER;
    private int style;

    SheetParser(XlsxFile file, ReadOptions options) {
        this.file = file;
        this.cells = new BlockBuilder(options, file.dates());
        this.longestText = file.cellCharacters();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public Parsed parse(PieceSource.Piece piece) throws UnreadableFileException, IrregularException {
        xml.begin(piece);
        bytes = piece.bytes();
        row = 0;
        firstNumber = 0;
        isRelative = true;
        cells.beginPiece(bytes);
        int records = 0;
        int relativeRows = 0;
        for (xml.skipBlanks(); !xml.isAtEnd(); xml.skipBlanks()) {
            row();
            records++;
            relativeRows += isRelative && cells.size() > relativeRows ? 1 : 0;
        }
        boolean isEmpty = cells.isEmpty();
        CellBlock block = cells.build();
        return new Parsed(isEmpty ? null : block, relativeRows, records, firstNumber, row, isRelative);
    }

    private void row() throws UnreadableFileException, IrregularException {
        xml.expect(ROW);
        int before = row;
        boolean hidden = false;
        boolean numbered = false;
        while (xml.attribute()) {
            if (xml.letter() == 'r') {
                row = xml.number();
                numbered = true;
            } else if (xml.isNamed(HIDDEN)) {
                hidden = xml.isTrue();
            }
        }
        if (!numbered) {
            row++;
        } else if (isRelative) {
            if (before > 0) {
                throw new IrregularException("rows with and without numbers");
            }
            firstNumber = row;
            isRelative = false;
        }
        if (row <= before) {
            throw new IrregularException("a row number");
        }
        cells.beginRow(hidden);
        if (!xml.isClosed()) {
            col = -1;
            xml.skipBlanks();
            usualCells(numbered);
            for (xml.skipBlanks(); !xml.take(ROW_END); xml.skipBlanks()) {
                cell(numbered);
                usualCells(numbered);
            }
        }
        if (cells.endRow(row) >= 0) {
            throw new IrregularException("two cells in one place");
        }
    }

    /**
     * Reads cells of the form that nearly all have, {@code <c r="B7" s="1" t="s"><v>12</v></c>} with or without the style and
     * the type, up to the first that has another one. Nothing here is not also in {@link #cell}; it is only quicker.
     */
    private void usualCells(boolean numberedRow) throws UnreadableFileException, IrregularException {
        byte[] b = bytes;
        int i = xml.at();
        while (numberedRow
                && b[i] == '<'
                && b[i + 1] == 'c'
                && b[i + 2] == ' '
                && b[i + 3] == 'r'
                && b[i + 4] == '='
                && b[i + 5] == '"') {
            i += 6;
            int column = 0;
            int first = i;
            while (b[i] >= 'A' && b[i] <= 'Z' && i - first < 3) {
                column = column * 26 + b[i++] - 'A' + 1;
            }
            if (column == 0 || column > LAST_COLUMN + 1) {
                return;
            }
            while (b[i] >= '0' && b[i] <= '9') {
                i++;
            }
            int format = 0;
            if (b[i] == '"' && b[i + 1] == ' ' && b[i + 2] == 's' && b[i + 3] == '=' && b[i + 4] == '"') {
                i += 5;
                int digits = i;
                while (b[i] >= '0' && b[i] <= '9' && i - digits < 6) {
                    format = format * 10 + b[i++] - '0';
                }
            }
            boolean isShared = false;
            if (b[i] == '"'
                    && b[i + 1] == ' '
                    && b[i + 2] == 't'
                    && b[i + 3] == '='
                    && b[i + 4] == '"'
                    && (b[i + 5] == 's' || b[i + 5] == 'n')) {
                isShared = b[i + 5] == 's';
                i += 6;
            }
            if (b[i] != '"' || b[i + 1] != '>' || b[i + 2] != '<' || b[i + 3] != 'v' || b[i + 4] != '>') {
                return;
            }
            i += 5;
            int from = i;
            // What follows the piece ends the search at the latest.
            while (b[i] != '<') {
                i++;
            }
            if (i == from || i - from > longestText || ByteScan.word(b, i) != VALUE_AND_CELL_END) {
                return;
            }
            col = column - 1;
            if (!cells.isFilled() || cells.wants(col)) {
                if (isShared) {
                    shared(from, i);
                } else if (!cells.numberAt(col, from, i, file.style(format))) {
                    throw new IrregularException("a number that is none");
                }
            }
            i += 8;
            xml.moveTo(i);
        }
    }

    private void cell(boolean numberedRow) throws UnreadableFileException, IrregularException {
        if (!xml.take(CELL)) {
            throw new IrregularException("something between cells");
        }
        col++;
        type = Type.NUMBER;
        style = 0;
        while (xml.attribute()) {
            switch (xml.letter()) {
                case 'r' -> {
                    if (!numberedRow) {
                        // Its reference says the number of the row.
                        throw new IrregularException("a reference in a row without a number");
                    }
                    col = xml.column();
                }
                case 's' -> style = xml.number();
                case 't' -> type = type();
                default -> {}
            }
        }
        if (col > LAST_COLUMN) {
            throw new IrregularException("too many columns");
        }
        if (xml.isClosed()) {
            if (type == Type.ERROR) {
                throw new IrregularException("an error without a name");
            }
            return;
        }
        content();
    }

    private void content() throws UnreadableFileException, IrregularException {
        boolean formula = false;
        boolean stored = false;
        boolean inline = false;
        int from = 0;
        int end = 0;
        for (xml.skipBlanks(); !xml.take(CELL_END); xml.skipBlanks()) {
            if (stored || inline) {
                throw new IrregularException("something behind a value");
            }
            if (xml.take(VALUE)) {
                stored = true;
                from = xml.open();
                end = xml.close(from, VALUE_END);
            } else if (xml.take(FORMULA)) {
                formula = true;
                xml.close(xml.open(), FORMULA_END);
            } else if (xml.take(INLINE)) {
                inline = true;
                xml.skipBlanks();
                if (!xml.take(TEXT)) {
                    throw new IrregularException("rich text");
                }
                from = xml.open();
                end = xml.close(from, TEXT_END);
                xml.skipBlanks();
                xml.expect(INLINE_END);
            } else {
                throw new IrregularException("an element in a cell");
            }
        }
        if (end - from > longestText) {
            throw new IrregularException("a long text");
        }
        if (cells.isFilled() && !cells.wants(col)) {
            return;
        }
        if (inline) {
            text(from, end);
        } else {
            value(from, end, formula, stored);
        }
    }

    private void value(int from, int end, boolean formula, boolean stored)
            throws UnreadableFileException, IrregularException {
        boolean isEmpty = from == end;
        if (isEmpty && type == Type.ERROR) {
            throw new IrregularException("an error without a name");
        }
        if (isEmpty) {
            if (isUncached(formula, stored)) {
                cells.uncached(col);
            }
            return;
        }
        switch (type) {
            case NUMBER -> {
                if (!cells.numberAt(col, from, end, file.style(style))) {
                    throw new IrregularException("a number that is none");
                }
            }
            case SHARED -> shared(from, end);
            case TEXT -> text(from, end);
            case BOOLEAN -> {
                if (end - from != 1 || (bytes[from] != '0' && bytes[from] != '1')) {
                    throw new IrregularException("a truth value");
                }
                cells.bool(col, bytes[from] == '1');
            }
            case ERROR -> {
                if (!ByteScan.isPlain(bytes, from, end)) {
                    throw new IrregularException("an error's name");
                }
                cells.errorAt(col, from, end);
            }
        }
    }

    /** A text formula with an empty value has the empty text; without one it was never computed. */
    private boolean isUncached(boolean formula, boolean stored) {
        return switch (type) {
            case NUMBER -> formula;
            case BOOLEAN -> formula || stored;
            case TEXT -> formula && !stored;
            case SHARED, ERROR -> false;
        };
    }

    private void shared(int from, int end) throws UnreadableFileException, IrregularException {
        SharedText table = strings;
        if (table == null) {
            table = file.strings();
            strings = table;
        }
        int index = xml.number(from, end);
        if (index < 0 || index >= table.size()) {
            throw new IrregularException("a text that is not there");
        }
        cells.shared(col, table, index);
    }

    private void text(int from, int end) throws IrregularException {
        cells.textAt(col, from, ByteScan.isPlain(bytes, from, end) ? end : decoded(from, end));
    }

    /** Puts the text that some XML stands for in its place, which is never shorter, and returns its end. */
    private int decoded(int from, int end) throws IrregularException {
        if (!ByteScan.isText(bytes, from, end)) {
            throw new IrregularException("not UTF-8");
        }
        String xml = new String(bytes, from, end - from, StandardCharsets.UTF_8);
        byte[] decoded = XmlText.decode(xml).getBytes(StandardCharsets.UTF_8);
        System.arraycopy(decoded, 0, bytes, from, decoded.length);
        return from + decoded.length;
    }

    private Type type() throws IrregularException {
        return switch (xml.valueLetter()) {
            case 's' -> Type.SHARED;
            case 'n' -> Type.NUMBER;
            case 'b' -> Type.BOOLEAN;
            case 'e' -> Type.ERROR;
            default ->
                switch (xml.value()) {
                    case "str", "inlineStr" -> Type.TEXT;
                    default -> throw new IrregularException("a type of cell");
                };
        };
    }
}
