package io.tallybook.report.excel;

import freemarker.core.Environment;
import freemarker.template.AdapterTemplateModel;
import freemarker.template.TemplateBooleanModel;
import freemarker.template.TemplateDirectiveBody;
import freemarker.template.TemplateDirectiveModel;
import freemarker.template.TemplateHashModel;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateNumberModel;
import freemarker.template.TemplateScalarModel;
import freemarker.template.TemplateSequenceModel;
import io.tallybook.report.excel.SheetTemplate.TailElement;
import io.tallybook.report.template.Amount;
import io.tallybook.report.template.CellLink;
import io.tallybook.report.template.Day;
import io.tallybook.report.template.TemplateException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes one sheet, and those that it continues on: takes the rows as the script makes them, and sends them on at once. The
 * rows above a list stand on each of its sheets, those below on the last one.
 */
final class SheetFiller implements TemplateDirectiveModel {
    /** What has no place on a further sheet: it belongs to the first one. */
    private static final Set<String> ONCE = Set.of("drawing", "drawingHF", "picture");

    /** How many bytes are sent on at once. */
    private static final int SENT_ON = 1 << 15;

    private final SheetTemplate sheet;
    private final List<SheetPart> parts;
    private final List<TableTemplate> tables;
    private final LinkTargets targets;
    private final CellWriter cells;
    private final PackageWriter file;
    private final List<String> mergedCells = new ArrayList<>();
    private final XmlBytes rowsAbove = new XmlBytes();
    private final List<String> mergedAbove = new ArrayList<>();
    private final List<String> linksAbove = new ArrayList<>();
    private final XmlBytes out = new XmlBytes();
    private OutputStream part = OutputStream.nullOutputStream();
    private int current;
    private int nextTemplateRow;
    private int copies;

    SheetFiller(
            SheetTemplate sheet,
            List<SheetPart> parts,
            List<TableTemplate> tables,
            LinkTargets targets,
            CellWriter cells,
            PackageWriter file) {
        this.sheet = sheet;
        this.parts = parts;
        this.tables = tables;
        this.targets = targets;
        this.cells = cells;
        this.file = file;
    }

    void fill(Map<String, Object> model) throws IOException {
        begin();
        try {
            Environment environment = sheet.filler().createProcessingEnvironment(model, new StringWriter());
            environment.setVariable(SheetScript.ROW, this);
            environment.process();
        } catch (freemarker.template.TemplateException e) {
            if (e.getCause() instanceof TemplateException known) {
                throw known;
            }
            throw ScriptFaults.fault(sheet.place(), sheet.script(), e);
        }
        end();
    }

    /** Sends on what is written, once it is worth it. */
    private void sendOn() throws IOException {
        if (out.length() > SENT_ON) {
            out.drainTo(part);
        }
    }

    private Layout layout() {
        return parts.get(current).layout();
    }

    private void begin() throws IOException {
        part = file.begin(parts.get(current).part());
        String whole = sheet.head().at(layout());
        // Two selected sheets would be a group: what is typed into one goes into the other.
        String head = current == 0 ? whole : whole.replace(" tabSelected=\"1\"", "");
        out.add(MovingXml.HEAD);
        // The head is the whole element without its rows: it is cut before its end.
        boolean isEmpty = head.endsWith("/>");
        out.add(isEmpty ? head.substring(0, head.length() - 2) + ">" : head.substring(0, head.lastIndexOf("</")));
        out.add("<sheetData>");
    }

    private void end() throws IOException {
        out.add("</sheetData>");
        tail();
        out.add("</worksheet>");
        out.drainTo(part);
        file.end();
    }

    /** Ends a full sheet and begins the next one, with the rows above the list. */
    private void goOn() throws IOException {
        end();
        current++;
        begin();
        mergedCells.clear();
        mergedCells.addAll(mergedAbove);
        cells.links().clear();
        cells.links().addAll(linksAbove);
        out.add(rowsAbove);
        for (TableTemplate table : tables) {
            for (int column = 0; column < table.columns().size(); column++) {
                int at = table.firstColumn() + column;
                String words = parts.get(0).layout().header(sheet.place().sheet(), at, table.headerRow());
                layout().header(sheet.place().sheet(), at, table.headerRow(), words);
            }
        }
    }

    private void tail() throws IOException {
        boolean isMergedWritten = false;
        boolean isLinked = false;
        for (TailElement element : sheet.tail()) {
            int rank = rank(element.name());
            if (!isMergedWritten && rank >= rank("mergeCells")) {
                mergedCells(element);
                isMergedWritten = true;
            }
            if (!isLinked && rank >= rank("hyperlinks")) {
                links(element);
                isLinked = true;
            }
            boolean isWritten = element.name().equals("mergeCells")
                    || element.name().equals("hyperlinks")
                    || (current > 0 && ONCE.contains(element.name()));
            if (!isWritten) {
                out.add(element.xml().at(layout()));
            }
        }
        if (!isMergedWritten) {
            mergedCells(new TailElement("", sheet.head()));
        }
        if (!isLinked) {
            links(new TailElement("", sheet.head()));
        }
    }

    private static int rank(String name) {
        return SheetTemplate.rank(name).orElseThrow();
    }

    private void mergedCells(TailElement element) throws IOException {
        String fixed = element.name().equals("mergeCells") ? inner(element.xml().at(layout())) : "";
        if (!fixed.isEmpty() || !mergedCells.isEmpty()) {
            out.add("<mergeCells>" + fixed);
            for (String merged : mergedCells) {
                out.add("<mergeCell ref=\"").add(merged).add("\"/>");
                sendOn();
            }
            out.add("</mergeCells>");
        }
    }

    private void links(TailElement element) throws IOException {
        String fixed = element.name().equals("hyperlinks") ? inner(element.xml().at(layout())) : "";
        if (!fixed.isEmpty() || !cells.links().isEmpty()) {
            out.add("<hyperlinks>" + fixed);
            for (String link : cells.links()) {
                out.add(link);
                sendOn();
            }
            out.add("</hyperlinks>");
        }
    }

    private static String inner(String xml) {
        return xml.endsWith("/>") ? "" : xml.substring(xml.indexOf('>') + 1, xml.lastIndexOf("</"));
    }

    /** Takes the values of one row from the script. */
    @Override
    public void execute(
            Environment environment,
            @SuppressWarnings("rawtypes") Map parameters,
            TemplateModel[] loop,
            TemplateDirectiveBody body)
            throws TemplateModelException {
        int number =
                ((TemplateNumberModel) parameter(parameters, "n")).getAsNumber().intValue();
        boolean isEmpty = ((TemplateBooleanModel) parameter(parameters, "empty")).getAsBoolean();
        TemplateSequenceModel values = (TemplateSequenceModel) parameter(parameters, "v");
        RowTemplate row = rowAt(number);
        try {
            if (row.repeat().isPresent() && parts.size() > 1) {
                turn();
            }
            int outRow = layout().of(sheet.place().sheet()).first(number) + copies - 1;
            write(row, outRow, isEmpty, parameters.get("item"), values);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static TemplateModel parameter(Map<?, ?> parameters, String name) {
        Object value = parameters.get(name);
        if (value instanceof TemplateModel model) {
            return model;
        }
        throw new IllegalStateException("No parameter " + name);
    }

    /** The script calls the rows in their order, so the next one is either the same, repeated, or the following. */
    private RowTemplate rowAt(int number) {
        if (copies > 0 && sheet.rows().get(nextTemplateRow - 1).row() == number) {
            copies++;
            return sheet.rows().get(nextTemplateRow - 1);
        }
        copies = 1;
        return sheet.rows().get(nextTemplateRow++);
    }

    /** Before a row of a list that needs further sheets: keeps what stands above it, and turns to the next sheet when full. */
    private void turn() throws IOException {
        if (current == 0 && copies == 1) {
            mergedAbove.addAll(mergedCells);
            linksAbove.addAll(cells.links());
        }
        if (copies > parts.get(current).items()) {
            goOn();
            copies = 1;
        }
    }

    private void write(
            RowTemplate row, int outRow, boolean isEmpty, @Nullable Object item, TemplateSequenceModel values)
            throws IOException, TemplateModelException {
        cells.startRow(outRow, row.attributes());
        boolean isHeader = isHeader(row);
        int next = 0;
        boolean isSaid = false;
        for (CellTemplate cell : row.cells()) {
            if (isEmpty && cell.isFilled()) {
                // The one row of an empty list: its first cell says so, the others keep their looks.
                cells.value(cell, isSaid ? "" : scalar(row, cell, values.get(0)));
                isSaid = true;
            } else if (cell.formula().isPresent()) {
                Origin origin = new Origin(
                        sheet.place().sheet(), row.row(), row.repeat().isPresent(), false);
                String formula = cell.formula().get().moved(origin, outRow, layout());
                cells.formula(cell, formula, cell.isCached() ? scalar(row, cell, values.get(next++)) : "");
            } else if (!cell.isFilled()) {
                cells.fixed(cell);
            } else if (cell.field().isPresent() || cell.isSingleValue()) {
                Object value =
                        cell.field().isPresent() ? field(row, cell, item) : scalar(row, cell, values.get(next++));
                cells.value(cell, value, targets);
                if (isHeader) {
                    header(row, cell, value);
                }
            } else {
                StringBuilder text = new StringBuilder(cell.texts().get(0));
                for (int i = 1; i < cell.texts().size(); i++) {
                    text.append(scalar(row, cell, values.get(next++)))
                            .append(cell.texts().get(i));
                }
                cells.value(cell, text.toString());
                if (isHeader) {
                    header(row, cell, text.toString());
                }
            }
        }
        if (parts.size() > 1 && current == 0 && row.repeat().isEmpty()) {
            cells.addRow(rowsAbove);
        }
        cells.addRow(out);
        sendOn();
        if (isHeader) {
            checkHeaders(row);
        }
        for (Reference merged : sheet.merged()) {
            if (merged.from().row() == row.row()) {
                mergedCells.add(merged.from().atRow(outRow) + ":" + merged.to().atRow(outRow));
            }
        }
    }

    /** The value of a field of an item, as the script would have it. */
    private Object field(RowTemplate row, CellTemplate cell, @Nullable Object item) throws TemplateModelException {
        String name = cell.field().orElseThrow();
        // Lists of a million items are mostly maps of such values: no need to wrap each for the script.
        if (item instanceof AdapterTemplateModel adapter
                && adapter.getAdaptedObject(Map.class) instanceof Map<?, ?> map) {
            Object value = map.get(name);
            if (value != null && (value instanceof String || value instanceof BigDecimal || isOurs(value))) {
                return value;
            }
        }
        TemplateModel value = item instanceof TemplateHashModel hash ? hash.get(name) : null;
        if (value == null) {
            String loop = row.repeat().orElseThrow().name();
            throw sheet.place().wrong(address(row, cell), "${" + loop + "." + name + "}", "has no value");
        }
        return scalar(row, cell, value);
    }

    private static String address(RowTemplate row, CellTemplate cell) {
        return Corner.columnName(cell.column()) + (row.row() + 1);
    }

    private static boolean isOurs(Object value) {
        return value instanceof Amount
                || value instanceof Day
                || value instanceof CellLink
                || value instanceof LocalDate;
    }

    private boolean isHeader(RowTemplate row) {
        for (TableTemplate table : tables) {
            if (table.headerRow() == row.row()) {
                return true;
            }
        }
        return false;
    }

    /** Notes what a header cell says: the column of its table is called so. */
    private void header(RowTemplate row, CellTemplate cell, Object value) {
        if (value instanceof String words) {
            layout().header(sheet.place().sheet(), cell.column(), row.row(), CellText.seen(words));
        }
    }

    private void checkHeaders(RowTemplate row) {
        tables.stream()
                .filter(table -> table.headerRow() == row.row())
                .forEach(table -> table.check(sheet.place(), layout()));
    }

    /** A value of a template as one of ours: text, number, truth, date or link. */
    private Object scalar(RowTemplate row, CellTemplate cell, TemplateModel model) throws TemplateModelException {
        if (model instanceof AdapterTemplateModel adapter) {
            Object value = adapter.getAdaptedObject(Object.class);
            if (isOurs(value)) {
                return value;
            }
        }
        if (model instanceof TemplateNumberModel number) {
            Number value = number.getAsNumber();
            return value instanceof BigDecimal exact ? exact : new BigDecimal(value.toString());
        }
        if (model instanceof TemplateScalarModel text) {
            return text.getAsString();
        }
        if (model instanceof TemplateBooleanModel truth) {
            return truth.getAsBoolean();
        }
        // Freemarker would name the first expression of the row: it has seen them all, and handed them over as one
        // list.
        throw sheet.place().wrong(address(row, cell), "", "a list or a group of values does not fit into a cell");
    }
}
