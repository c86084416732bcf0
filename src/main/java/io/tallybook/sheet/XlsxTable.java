package io.tallybook.sheet;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Streams the rows of a sheet part, in whatever form XML gives them. */
final class XlsxTable implements TableReader {
    private static final int LAST_COLUMN = 16_383;

    private final XmlPart xml;
    private final XlsxFile file;
    private final ReadOptions options;
    private final BlockBuilder cells;
    private final int cellCharacters;
    private @Nullable SharedText strings;
    private boolean started;
    private boolean ended;
    private int depth;
    private int passed;
    private int row;

    // The cell at hand.
    private int col;
    private String type = "n";
    private int style;

    /**
     * @param passed  how many rows another reader has read
     * @param lastRow  the row number of the last of them
     */
    XlsxTable(XmlPart xml, XlsxFile file, ReadOptions options, int passed, int lastRow) {
        this.xml = xml;
        this.file = file;
        this.options = options;
        this.passed = passed;
        this.row = lastRow;
        xml.at(lastRow);
        this.cells = new BlockBuilder(options, file.dates());
        this.cellCharacters = file.cellCharacters();
    }

    @Override
    public Optional<RowBlock> next() throws UnreadableFileException {
        if (!started) {
            started = true;
            toSheetData();
        }
        while (!ended && !cells.isFull()) {
            if (!xml.toChild(depth)) {
                ended = true;
                xml.drain();
            } else if (xml.is("row") && passed > 0) {
                passed--;
                xml.skip();
            } else if (xml.is("row")) {
                row();
            } else {
                xml.skip();
            }
        }
        return cells.isEmpty() ? Optional.empty() : Optional.of(cells.build());
    }

    private void toSheetData() throws UnreadableFileException {
        while (xml.toStart()) {
            if (xml.is("sheetData")) {
                depth = xml.depth();
                return;
            }
        }
        throw xml.damaged("it has no cell data");
    }

    private void row() throws UnreadableFileException {
        int rowDepth = xml.depth();
        int before = row;
        String number = xml.attribute("r");
        row = number == null ? row + 1 : rowNumber(number);
        xml.at(row);
        refuseDisorder(before);
        if (number != null && row < options.fromRow()) {
            xml.skip();
            return;
        }
        boolean hidden = xml.isTrue("hidden");
        cells.beginRow(hidden);
        col = -1;
        while (xml.toChild(rowDepth)) {
            if (!xml.is("c")) {
                xml.skip();
                continue;
            }
            cellAttributes(number == null);
            if (cells.isFilled() && !cells.wants(col)) {
                xml.skip();
            } else {
                cell();
            }
        }
        refuseDisorder(before);
        if (row < options.fromRow()) {
            cells.dropRow();
            return;
        }
        int doubled = cells.endRow(row);
        if (doubled >= 0) {
            throw xml.damaged("two cells claim " + CellAddress.of(row, doubled));
        }
    }

    /** Reading goes on by row number, behind a header or after a crash: a number that comes again would be left out. */
    private void refuseDisorder(int before) throws UnreadableFileException {
        if (row <= before) {
            throw xml.damaged("row " + row + " stands after row " + before);
        }
    }

    /** Rows beyond Excel's last are read all the same: some programs write them. */
    private int rowNumber(String text) throws UnreadableFileException {
        int value = positive(text, 0, text.length());
        if (value < 1) {
            throw xml.damaged("row number " + UnreadableFileException.oneLine(text, 20) + " is not possible");
        }
        return value;
    }

    private static int positive(String text, int from, int to) {
        if (to <= from || to - from > 9) {
            return -1;
        }
        int value = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }

    private void cellAttributes(boolean rowFromCell) throws UnreadableFileException {
        int next = col + 1;
        type = "n";
        style = 0;
        for (int i = 0; i < xml.attributes(); i++) {
            String name = xml.attributeName(i);
            if (name.length() != 1) {
                continue;
            }
            switch (name.charAt(0)) {
                case 'r' -> next = column(xml.attributeValue(i), rowFromCell);
                case 't' -> type = xml.attributeValue(i);
                case 's' -> {
                    String value = xml.attributeValue(i);
                    style = Math.max(0, positive(value, 0, value.length()));
                }
                default -> {}
            }
        }
        if (next > LAST_COLUMN) {
            throw xml.damaged("it has more columns than a sheet can have");
        }
        col = next;
    }

    private int column(String reference, boolean rowFromCell) throws UnreadableFileException {
        int column = 0;
        int i = 0;
        for (; i < reference.length() && i < 4; i++) {
            char c = reference.charAt(i);
            int letter = c >= 'A' && c <= 'Z' ? c - 'A' : c >= 'a' && c <= 'z' ? c - 'a' : -1;
            if (letter < 0) {
                break;
            }
            column = column * 26 + letter + 1;
        }
        if (i == 0) {
            throw xml.damaged("cell reference " + UnreadableFileException.oneLine(reference, 20) + " is not possible");
        }
        if (rowFromCell && col < 0) {
            // A row without a number has that of its first cell.
            row = rowNumber(reference.substring(i));
            xml.at(row);
        }
        return column - 1;
    }

    private void cell() throws UnreadableFileException {
        int cellDepth = xml.depth();
        int mark = cells.mark();
        boolean formula = false;
        boolean value = false;
        boolean inline = false;
        while (xml.toChild(cellDepth)) {
            if (xml.is("v") && !value) {
                value = true;
                xml.text(cells, cellCharacters);
            } else if (xml.is("is")) {
                inline = true;
                runs();
            } else {
                formula |= xml.is("f");
                xml.skip();
            }
        }
        if (inline && !value) {
            text(mark);
        } else {
            value(mark, formula, value);
        }
    }

    private void runs() throws UnreadableFileException {
        int runsDepth = xml.depth();
        while (xml.toChild(runsDepth)) {
            if (xml.is("t")) {
                xml.text(cells, cellCharacters);
            } else if (!xml.is("r")) {
                xml.skip();
            }
        }
    }

    private void value(int mark, boolean formula, boolean stored) throws UnreadableFileException {
        boolean empty = cells.length(mark) == 0;
        switch (type) {
            case "s" -> shared(mark, empty);
            case "n" -> {
                if (!empty) {
                    cells.number(col, mark, file.style(style));
                } else if (formula) {
                    cells.uncached(col);
                }
            }
            case "b" -> {
                if (!empty) {
                    bool(mark);
                } else if (formula || stored) {
                    cells.uncached(col);
                }
            }
            case "e" -> {
                if (empty) {
                    cells.append("#VALUE!");
                }
                cells.error(col, mark);
            }
            case "d" -> {
                if (!empty) {
                    isoDate(mark);
                } else if (formula) {
                    cells.uncached(col);
                }
            }
            default -> {
                // A text formula with an empty <v> has the empty text; without one it was never computed.
                if (formula && !stored) {
                    cells.uncached(col);
                } else {
                    text(mark);
                }
            }
        }
    }

    private void text(int mark) throws UnreadableFileException {
        int length = cells.text(col, mark);
        if (length > cellCharacters) {
            throw xml.tooLong(cellCharacters);
        }
    }

    private void shared(int mark, boolean empty) throws UnreadableFileException {
        if (empty) {
            return;
        }
        if (strings == null) {
            strings = file.strings();
        }
        int index = cells.takeInt(mark);
        if (index < 0 || index >= strings.size()) {
            throw xml.damaged("cell " + CellAddress.of(row, col) + " refers to a text that is not in the file");
        }
        cells.shared(col, strings, index);
    }

    private void bool(int mark) {
        String text = cells.take(mark).strip();
        if (text.equals("0") || text.equals("1")) {
            cells.bool(col, text.equals("1"));
        } else if (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")) {
            cells.bool(col, text.equalsIgnoreCase("true"));
        } else {
            cells.append(text);
            cells.text(col, mark);
        }
    }

    private void isoDate(int mark) {
        String text = cells.take(mark).strip();
        try {
            if (text.indexOf('T') < 0 && text.indexOf(':') > 0) {
                LocalTime time = LocalTime.parse(text);
                cells.date(col, time.atDate(file.dates().firstDay()), DateStyle.TIME);
            } else {
                cells.date(col, dateTime(text), DateStyle.DATE);
            }
        } catch (DateTimeException e) {
            // Not a date: the text stays for the reader to be told.
            cells.append(text);
            cells.text(col, mark);
        }
    }

    private static LocalDateTime dateTime(String text) {
        if (text.indexOf('T') < 0) {
            return LocalDate.parse(text).atStartOfDay();
        }
        boolean zoned = text.endsWith("Z") || text.indexOf('+') > 0 || text.lastIndexOf('-') > text.indexOf('T');
        // A workbook knows no zones: the clock time is what a person sees.
        return zoned ? OffsetDateTime.parse(text).toLocalDateTime() : LocalDateTime.parse(text);
    }

    @Override
    public void close() {
        xml.close();
    }
}
