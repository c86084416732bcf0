package io.tallybook.report.excel;

import freemarker.core.Environment;
import freemarker.template.AdapterTemplateModel;
import freemarker.template.TemplateBooleanModel;
import freemarker.template.TemplateDirectiveBody;
import freemarker.template.TemplateDirectiveModel;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateNumberModel;
import freemarker.template.TemplateScalarModel;
import freemarker.template.TemplateSequenceModel;
import io.tallybook.report.excel.SheetTemplate.TailElement;
import io.tallybook.report.template.Amount;
import io.tallybook.report.template.CellLink;
import io.tallybook.report.template.Day;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes one sheet: takes the rows as the script makes them, and sends them on at once. */
final class SheetFiller implements TemplateDirectiveModel {
    private final SheetTemplate sheet;
    private final Layout layout;
    private final LinkTargets targets;
    private final CellWriter cells;
    private final Writer out;
    private final List<String> mergedCells = new ArrayList<>();
    private int nextTemplateRow;
    private int copies;

    SheetFiller(SheetTemplate sheet, Layout layout, LinkTargets targets, CellWriter cells, Writer out) {
        this.sheet = sheet;
        this.layout = layout;
        this.targets = targets;
        this.cells = cells;
        this.out = out;
    }

    void fill(Map<String, Object> model) throws IOException {
        String head = sheet.head().at(layout);
        out.write(MovingXml.HEAD);
        // The head is the whole element without its rows: it is cut before its end.
        boolean isEmpty = head.endsWith("/>");
        out.write(isEmpty ? head.substring(0, head.length() - 2) + ">" : head.substring(0, head.lastIndexOf("</")));
        out.write("<sheetData>");
        try {
            Environment environment = sheet.filler().createProcessingEnvironment(model, new StringWriter());
            environment.setVariable(SheetScript.ROW, this);
            environment.process();
        } catch (freemarker.template.TemplateException e) {
            throw ScriptFaults.fault(sheet.place(), sheet.script(), e);
        }
        out.write("</sheetData>");
        tail();
        out.write("</worksheet>");
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
            if (!element.name().equals("mergeCells") && !element.name().equals("hyperlinks")) {
                out.write(element.xml().at(layout));
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
        String fixed = element.name().equals("mergeCells") ? inner(element.xml().at(layout)) : "";
        if (!fixed.isEmpty() || !mergedCells.isEmpty()) {
            out.write("<mergeCells>" + fixed);
            for (String merged : mergedCells) {
                out.write("<mergeCell ref=\"" + merged + "\"/>");
            }
            out.write("</mergeCells>");
        }
    }

    private void links(TailElement element) throws IOException {
        String fixed = element.name().equals("hyperlinks") ? inner(element.xml().at(layout)) : "";
        if (!fixed.isEmpty() || !cells.links().isEmpty()) {
            out.write("<hyperlinks>" + fixed);
            for (String link : cells.links()) {
                out.write(link);
            }
            out.write("</hyperlinks>");
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
        int outRow = layout.of(sheet.place().sheet()).first(number) + copies - 1;
        try {
            write(row, outRow, isEmpty, values);
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

    private void write(RowTemplate row, int outRow, boolean isEmpty, TemplateSequenceModel values)
            throws IOException, TemplateModelException {
        cells.startRow(outRow, row.attributes());
        int next = 0;
        boolean isSaid = false;
        for (CellTemplate cell : row.cells()) {
            if (isEmpty && (cell.values() > 0 || cell.formula().isPresent())) {
                // The one row of an empty list: its first cell says so, the others keep their looks.
                cells.value(cell, isSaid ? "" : scalar(values.get(0)));
                isSaid = true;
            } else if (cell.formula().isPresent()) {
                Origin origin = new Origin(
                        sheet.place().sheet(), row.row(), row.repeat().isPresent(), false);
                String formula = cell.formula().get().moved(origin, outRow, layout);
                cells.formula(cell, formula, cell.isCached() ? scalar(values.get(next++)) : "");
            } else if (cell.values() == 0) {
                cells.fixed(cell);
            } else if (cell.isSingleValue()) {
                cells.value(cell, scalar(values.get(next++)), targets);
            } else {
                StringBuilder text = new StringBuilder(cell.texts().get(0));
                for (int i = 1; i < cell.texts().size(); i++) {
                    text.append(scalar(values.get(next++))).append(cell.texts().get(i));
                }
                cells.value(cell, text.toString());
            }
        }
        cells.endRow(out);
        for (Reference merged : sheet.merged()) {
            if (merged.from().row() == row.row()) {
                mergedCells.add(merged.from().atRow(outRow) + ":" + merged.to().atRow(outRow));
            }
        }
    }

    /** A value of a template as one of ours: text, number, truth, date or link. */
    private static Object scalar(TemplateModel model) throws TemplateModelException {
        if (model instanceof AdapterTemplateModel adapter) {
            Object value = adapter.getAdaptedObject(Object.class);
            if (value instanceof Amount
                    || value instanceof Day
                    || value instanceof CellLink
                    || value instanceof LocalDate) {
                return value;
            }
        }
        if (model instanceof TemplateNumberModel number) {
            return new BigDecimal(number.getAsNumber().toString());
        }
        if (model instanceof TemplateScalarModel text) {
            return text.getAsString();
        }
        if (model instanceof TemplateBooleanModel truth) {
            return truth.getAsBoolean();
        }
        throw new TemplateModelException("a list or a group of values does not fit into a cell");
    }
}
