package io.tallybook.sheet;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;

/** Streams the rows of one table of an OpenDocument spreadsheet, one row held at a time. */
final class OdsTable implements TableReader {
    private static final int LAST_ROW = 1_048_576;
    private static final int LAST_COLUMN = 16_383;
    /** Repeated cells are stored once, so a small file can claim billions of them. */
    private static final long MOST_REPEATED_CELLS = 20_000_000;

    private final XmlPart xml;
    private final int sheet;
    private final ReadOptions options;
    private final Limits limits;
    private final BlockBuilder cells;
    private final List<Cell> rowCells = new ArrayList<>();
    private boolean started;
    private boolean ended;
    private int depth;
    private int row;
    private boolean hidden;

    /** How many times the row at hand is still to be given. */
    private int pending;

    private long repeated;

    private record Cell(int col, int repeat, String type, String text) {}

    OdsTable(XmlPart xml, int sheet, ReadOptions options, Limits limits) {
        this.xml = xml;
        this.sheet = sheet;
        this.options = options;
        this.limits = limits;
        this.cells = new BlockBuilder(options, DateSystem.FROM_1900);
    }

    @Override
    public Optional<RowBlock> next() throws UnreadableFileException {
        if (!started) {
            started = true;
            toTable();
        }
        while (!cells.isFull()) {
            if (pending > 0) {
                pending--;
                row++;
                emit();
            } else if (ended) {
                break;
            } else if (!xml.toChild(depth)) {
                ended = true;
                xml.drain();
            } else if (xml.is("table-row")) {
                row();
            } else if (!xml.is("table-rows") && !xml.is("table-header-rows") && !xml.is("table-row-group")) {
                // Rows may stand in groups; everything else, such as drawings, holds no rows of this table.
                xml.skip();
            }
        }
        return cells.isEmpty() ? Optional.empty() : Optional.of(cells.build());
    }

    private void toTable() throws UnreadableFileException {
        int table = -1;
        while (xml.toStart()) {
            if (xml.is("table")) {
                table++;
                if (table == sheet) {
                    depth = xml.depth();
                    return;
                }
                xml.skip();
            }
        }
        throw xml.damaged("it is not in the file");
    }

    private void row() throws UnreadableFileException {
        int repeat = count("number-rows-repeated");
        hidden = !xml.attribute("visibility", "visible").equals("visible");
        xml.at(row + 1);
        rowCells.clear();
        int rowDepth = xml.depth();
        int col = 0;
        while (xml.toChild(rowDepth)) {
            if (xml.is("table-cell") || xml.is("covered-table-cell")) {
                int columns = count("number-columns-repeated");
                cell(col, columns);
                col = Math.min(LAST_COLUMN + 1, col + columns);
            } else {
                xml.skip();
            }
        }
        if (rowCells.isEmpty()) {
            row = Math.min(LAST_ROW, row + repeat);
            return;
        }
        if (row + repeat > LAST_ROW) {
            throw xml.damaged("it has more rows than a sheet can have");
        }
        int skipped = Math.max(0, Math.min(repeat, options.fromRow() - 1 - row));
        row += skipped;
        pending = repeat - skipped;
    }

    private int count(String attribute) throws UnreadableFileException {
        String text = xml.attribute(attribute, "1");
        if (!text.matches("\\d{1,8}") || text.matches("0+")) {
            throw xml.damaged("a repetition of " + UnreadableFileException.oneLine(text, 20) + " is not possible");
        }
        return Integer.parseInt(text);
    }

    private void cell(int col, int repeat) throws UnreadableFileException {
        String type = xml.attribute("value-type", "");
        // The newer attribute, which comes second, tells errors from texts.
        for (int i = 0; i < xml.attributes(); i++) {
            if (xml.attributeName(i).equals("value-type")
                    && xml.attributeValue(i).equals("error")) {
                type = "error";
            }
        }
        boolean formula = xml.attribute("formula") != null;
        String value = switch (type) {
            case "float", "percentage", "currency" -> xml.attribute("value", "");
            case "date" -> xml.attribute("date-value", "");
            case "time" -> xml.attribute("time-value", "");
            case "boolean" -> xml.attribute("boolean-value", "");
            default -> xml.attribute("string-value", "");
        };
        String shown = paragraphs();
        if (type.isEmpty() && formula && shown.isEmpty()) {
            type = "uncached";
        } else if (value.isEmpty() && !type.equals("string") && !type.isEmpty() && !type.equals("error")) {
            type = "uncached";
        } else if (value.isEmpty()) {
            value = shown;
        }
        if (type.equals("uncached") || !WhiteSpace.isBlank(value)) {
            if (value.length() > limits.cellCharacters()) {
                throw xml.tooLong(limits.cellCharacters());
            }
            if (col + repeat - 1 > LAST_COLUMN) {
                throw xml.damaged("it has more columns than a sheet can have");
            }
            rowCells.add(new Cell(col, repeat, type, value));
        }
    }

    /** Reads the cell at hand to its end and returns its paragraphs, without comments and drawings. */
    private String paragraphs() throws UnreadableFileException {
        int cellDepth = xml.depth();
        StringBuilder text = new StringBuilder();
        int paragraphs = 0;
        while (xml.toChild(cellDepth)) {
            if (xml.is("p")) {
                if (paragraphs++ > 0) {
                    text.append('\n');
                }
                paragraph(text);
            } else {
                xml.skip();
            }
        }
        return text.toString();
    }

    private void paragraph(StringBuilder text) throws UnreadableFileException {
        int paragraphDepth = xml.depth();
        while (true) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.depth() <= paragraphDepth) {
                return;
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.name()) {
                    case "s" -> text.append(" ".repeat(Math.min(count("c"), limits.cellCharacters())));
                    case "tab" -> text.append('\t');
                    case "line-break" -> text.append('\n');
                    case "annotation", "note" -> xml.skip();
                    default -> {}
                }
            } else {
                xml.characters(event, text);
            }
            if (text.length() > limits.cellCharacters()) {
                throw xml.tooLong(limits.cellCharacters());
            }
        }
    }

    private void emit() throws UnreadableFileException {
        cells.beginRow(hidden);
        for (Cell cell : rowCells) {
            repeated += pending > 0 ? cell.repeat() : cell.repeat() - 1;
            if (repeated > MOST_REPEATED_CELLS) {
                throw new UnreadableFileException(
                        Unreadable.TOO_LARGE,
                        "a sheet repeats its cells too often (row " + row + "); save it as xlsx or csv");
            }
            for (int i = 0; i < cell.repeat(); i++) {
                put(cell.col() + i, cell);
            }
        }
        cells.endRow(row);
    }

    private void put(int col, Cell cell) {
        int mark = cells.mark();
        switch (cell.type()) {
            case "uncached" -> cells.uncached(col);
            case "boolean" -> cells.bool(col, cell.text().equals("true"));
            case "date" -> date(col, cell.text());
            case "time" -> time(col, cell.text());
            default -> {
                cells.append(cell.text());
                switch (cell.type()) {
                    case "float", "percentage", "currency" -> cells.number(col, mark, DateStyle.NONE);
                    case "error" -> cells.error(col, mark);
                    default -> cells.plainText(col, mark);
                }
            }
        }
    }

    private void date(int col, String text) {
        try {
            LocalDateTime dateTime =
                    text.indexOf('T') < 0 ? LocalDate.parse(text).atStartOfDay() : LocalDateTime.parse(text);
            cells.date(col, dateTime, DateStyle.DATE);
        } catch (DateTimeException e) {
            plain(col, text);
        }
    }

    private void time(int col, String text) {
        try {
            double days = Duration.parse(text).toMillis() / 86_400_000.0;
            cells.number(col, days, days < 1 ? DateStyle.TIME : DateStyle.ELAPSED);
        } catch (DateTimeException | ArithmeticException e) {
            plain(col, text);
        }
    }

    /** What is no date or time stays text, for the reader to be told. */
    private void plain(int col, String text) {
        int mark = cells.mark();
        cells.append(text);
        cells.plainText(col, mark);
    }

    @Override
    public void close() {
        xml.close();
    }
}
