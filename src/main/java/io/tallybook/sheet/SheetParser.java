package io.tallybook.sheet;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Parses rows of a sheet part, as spreadsheet programs write them: elements without prefix, attributes in double quotes, no
 * comments and no CDATA. Whatever else is well formed, and whatever is not, is irregular.
 */
final class SheetParser implements PieceParser {
    private static final long LESS = ByteScan.pattern('<');
    private static final long QUOTE = ByteScan.pattern('"');
    private static final int LAST_COLUMN = 16_383;

    private static final byte[] ROW = ascii("<row");
    private static final byte[] ROW_END = ascii("</row>");
    private static final byte[] CELL_END = ascii("</c>");
    private static final byte[] VALUE_END = ascii("</v>");
    private static final byte[] FORMULA_END = ascii("</f>");
    private static final long VALUE_AND_CELL_END = ByteScan.word(ascii("</v></c>"), 0);
    private static final byte[] INLINE = ascii("<is>");
    private static final byte[] INLINE_END = ascii("</is>");
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

    private byte[] bytes = {};
    private int at;
    private int to;

    private int row;
    private int firstNumber;
    private boolean isRelative;
    // The cell at hand.
    private int col;
    private Type type = Type.NUMBER;
    private int style;
    // The attribute at hand: its name and its value.
    private int nameFrom;
    private int nameTo;
    private int valueFrom;
    private int valueTo;
    private boolean isClosed;

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
        bytes = piece.bytes();
        at = piece.from();
        to = piece.to();
        bytes[to] = '<';
        row = 0;
        firstNumber = 0;
        isRelative = true;
        cells.beginPiece(bytes);
        int records = 0;
        int relativeRows = 0;
        for (skipBlanks(); at < to; skipBlanks()) {
            row();
            records++;
            relativeRows += isRelative && cells.size() > relativeRows ? 1 : 0;
        }
        boolean isEmpty = cells.isEmpty();
        CellBlock block = cells.build();
        return new Parsed(isEmpty ? null : block, relativeRows, records, firstNumber, row, isRelative);
    }

    private void row() throws UnreadableFileException, IrregularException {
        expect(ROW);
        int before = row;
        boolean hidden = false;
        boolean numbered = false;
        while (attribute()) {
            int length = nameTo - nameFrom;
            if (length == 1 && bytes[nameFrom] == 'r') {
                row = number();
                numbered = true;
            } else if (length == 6 && bytes[nameFrom] == 'h' && bytes[nameFrom + 1] == 'i') {
                hidden = bytes[valueFrom] == '1' || bytes[valueFrom] == 't';
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
        if (!isClosed) {
            col = -1;
            skipBlanks();
            usualCells(numbered);
            for (skipBlanks(); !isNext(ROW_END); skipBlanks()) {
                cell(numbered);
                usualCells(numbered);
            }
            at += ROW_END.length;
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
        int i = at;
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
            at = i;
        }
    }

    private void cell(boolean numberedRow) throws UnreadableFileException, IrregularException {
        if (bytes[at] != '<' || bytes[at + 1] != 'c') {
            throw new IrregularException("something between cells");
        }
        at += 2;
        col++;
        type = Type.NUMBER;
        style = 0;
        while (attribute()) {
            if (nameTo - nameFrom == 1) {
                switch (bytes[nameFrom]) {
                    case 'r' -> {
                        if (!numberedRow) {
                            // Its reference says the number of the row.
                            throw new IrregularException("a reference in a row without a number");
                        }
                        col = column();
                    }
                    case 's' -> style = number();
                    case 't' -> type = type();
                    default -> {}
                }
            }
        }
        if (col > LAST_COLUMN) {
            throw new IrregularException("too many columns");
        }
        if (isClosed) {
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
        for (skipBlanks(); !isNext(CELL_END); skipBlanks()) {
            if (bytes[at] != '<' || stored || inline) {
                throw new IrregularException("something in a cell");
            }
            if (bytes[at + 1] == 'v') {
                at += 2;
                stored = true;
                from = open();
                end = close(from, VALUE_END);
            } else if (bytes[at + 1] == 'f') {
                at += 2;
                formula = true;
                close(open(), FORMULA_END);
            } else if (isNext(INLINE)) {
                at += INLINE.length;
                inline = true;
                skipBlanks();
                if (bytes[at] != '<' || bytes[at + 1] != 't') {
                    throw new IrregularException("rich text");
                }
                at += 2;
                from = open();
                end = close(from, TEXT_END);
                skipBlanks();
                expect(INLINE_END);
            } else {
                throw new IrregularException("an element in a cell");
            }
        }
        at += CELL_END.length;
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
        int index = number(from, end);
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

    // --- the form of the XML

    private void skipBlanks() {
        while (at < to && (bytes[at] == ' ' || bytes[at] == '\n' || bytes[at] == '\r' || bytes[at] == '\t')) {
            at++;
        }
    }

    private boolean isNext(byte[] word) {
        if (at + word.length > to) {
            return false;
        }
        for (int i = 0; i < word.length; i++) {
            if (bytes[at + i] != word[i]) {
                return false;
            }
        }
        return true;
    }

    private void expect(byte[] word) throws IrregularException {
        if (!isNext(word)) {
            throw new IrregularException("something unknown");
        }
        at += word.length;
    }

    /** Goes to the next attribute of the tag at hand, or behind the tag and returns false. */
    private boolean attribute() throws IrregularException {
        byte b = bytes[at];
        if (b == '>') {
            at++;
            isClosed = false;
            return false;
        }
        if (b == '/' && bytes[at + 1] == '>') {
            at += 2;
            isClosed = true;
            return false;
        }
        if (b != ' ') {
            throw new IrregularException("a tag");
        }
        nameFrom = at + 1;
        int i = nameFrom;
        while (isName(bytes[i])) {
            i++;
        }
        nameTo = i;
        if (nameTo == nameFrom || bytes[i] != '=' || bytes[i + 1] != '"') {
            return attributeEnd();
        }
        valueFrom = i + 2;
        valueTo = valueFrom;
        // Most values are short.
        while (bytes[valueTo] != '"' && bytes[valueTo] != 0 && valueTo - valueFrom < 8) {
            valueTo++;
        }
        if (bytes[valueTo] != '"') {
            valueTo = ByteScan.indexOf(bytes, valueTo, to, QUOTE);
        }
        if (valueTo >= to || !ByteScan.isPlain(bytes, valueFrom, valueTo) || hasLess()) {
            throw new IrregularException("an attribute");
        }
        at = valueTo + 1;
        return true;
    }

    /** A blank before the end of a tag is no attribute. */
    private boolean attributeEnd() throws IrregularException {
        at++;
        if (bytes[at] == '>' || (bytes[at] == '/' && bytes[at + 1] == '>')) {
            return attribute();
        }
        throw new IrregularException("an attribute");
    }

    private boolean hasLess() {
        for (int i = valueFrom; i < valueTo; i++) {
            if (bytes[i] == '<') {
                return true;
            }
        }
        return false;
    }

    private static boolean isName(byte b) {
        return (b >= 'a' && b <= 'z')
                || (b >= 'A' && b <= 'Z')
                || (b >= '0' && b <= '9')
                || b == ':'
                || b == '_'
                || b == '-';
    }

    /** Goes behind the tag whose name has been read, and returns where its content begins; for an empty element the end. */
    private int open() throws IrregularException {
        while (attribute()) {
            // none of them matters
        }
        return at;
    }

    /** Goes behind the end tag that has to follow the text from an index on, and returns the end of that text. */
    private int close(int from, byte[] endTag) throws IrregularException {
        if (isClosed) {
            return from;
        }
        int i = from;
        // Most values are short.
        while (bytes[i] != '<' && i - from < 8) {
            i++;
        }
        int end = bytes[i] == '<' ? i : ByteScan.indexOf(bytes, i, to, LESS);
        at = end;
        expect(endTag);
        return end;
    }

    private int number() throws IrregularException {
        return number(valueFrom, valueTo);
    }

    private int number(int from, int end) throws IrregularException {
        if (end == from || end - from > 9) {
            throw new IrregularException("a whole number");
        }
        int value = 0;
        for (int i = from; i < end; i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9) {
                throw new IrregularException("a whole number");
            }
            value = value * 10 + digit;
        }
        return value;
    }

    private int column() throws IrregularException {
        int column = 0;
        int i = valueFrom;
        while (i < valueTo && i - valueFrom < 4 && bytes[i] >= 'A' && bytes[i] <= 'Z') {
            column = column * 26 + bytes[i] - 'A' + 1;
            i++;
        }
        if (i == valueFrom || i == valueTo) {
            throw new IrregularException("a reference");
        }
        return column - 1;
    }

    private Type type() throws IrregularException {
        if (valueTo - valueFrom == 1) {
            return switch (bytes[valueFrom]) {
                case 's' -> Type.SHARED;
                case 'n' -> Type.NUMBER;
                case 'b' -> Type.BOOLEAN;
                case 'e' -> Type.ERROR;
                default -> throw new IrregularException("a type of cell");
            };
        }
        String name = new String(bytes, valueFrom, valueTo - valueFrom, StandardCharsets.ISO_8859_1);
        return switch (name) {
            case "str", "inlineStr" -> Type.TEXT;
            default -> throw new IrregularException("a type of cell");
        };
    }
}
