package io.tallybook.report.excel;

import freemarker.core.Environment;
import freemarker.template.Template;
import io.tallybook.report.template.TemplateException;
import io.tallybook.report.template.Templates;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * A workbook template, opened and compiled: fill it as often as wanted, from as many threads as wanted.
 *
 * <p>Opening proves the template: each expression parses, and each reference can follow the rows that will be inserted.
 * Filling needs the model only, and streams: a sheet is written row by row.
 */
public final class WorkbookTemplate {
    static final String SIZES = "_sizes";

    private final Place place;
    private final SortedMap<String, byte[]> fixed;
    private final SortedMap<String, MovingXml> moving;
    private final List<SheetTemplate> sheets;
    private final Styles styles;
    private final boolean is1904;
    private final SheetScript sizesScript;
    private final Template sizes;

    WorkbookTemplate(
            Place place,
            SortedMap<String, byte[]> fixed,
            SortedMap<String, MovingXml> moving,
            List<SheetTemplate> sheets,
            Styles styles,
            boolean is1904,
            SheetScript sizesScript,
            Template sizes) {
        this.place = place;
        this.fixed = fixed;
        this.moving = moving;
        this.sheets = sheets;
        this.styles = styles;
        this.is1904 = is1904;
        this.sizesScript = sizesScript;
        this.sizes = sizes;
    }

    /**
     * Opens a template.
     *
     * @param name  its file name, e.g. {@code account.xlsx}
     * @throws TemplateException if it is wrong, with sheet and cell
     */
    public static WorkbookTemplate open(Templates templates, String name) throws IOException {
        return new WorkbookCompiler(templates, name).compile(templates.workbook(name));
    }

    /**
     * Fills the template.
     *
     * @param model  maps, lists and scalars
     * @param asOf  the date that stands for the time of making in the properties of the file
     * @param title  title in the properties of the file
     * @param out  takes the workbook; it stays open
     * @throws TemplateException if an expression does not fit the model
     */
    public void fill(Map<String, Object> model, LocalDate asOf, String title, OutputStream out) throws IOException {
        Layout layout = new Layout();
        LinkTargets targets = new LinkTargets();
        lay(model, layout, targets);
        StyleSheet styleSheet = new StyleSheet(styles);
        try (PackageWriter file = new PackageWriter(out)) {
            for (Map.Entry<String, byte[]> part : fixed.entrySet()) {
                file.write(part.getKey(), part.getValue());
            }
            for (Map.Entry<String, MovingXml> part : moving.entrySet()) {
                file.write(part.getKey(), MovingXml.HEAD + part.getValue().at(layout));
            }
            file.write("docProps/core.xml", PackageWriter.coreProperties(asOf, title));
            file.write("docProps/app.xml", PackageWriter.appProperties());
            for (SheetTemplate sheet : sheets) {
                CellWriter cells = new CellWriter(styleSheet, is1904);
                file.write(sheet.part(), writer -> new SheetFiller(sheet, layout, targets, cells, writer).fill(model));
            }
            // Last: only now it is known which formats the values ask for.
            file.write(Parts.STYLES, styleSheet.xml());
        }
    }

    /** Asks every repeated list for its length, so that references can be moved before the first row is written. */
    private void lay(Map<String, Object> model, Layout layout, LinkTargets targets) throws IOException {
        ListSizes lengths = new ListSizes();
        try {
            Environment environment = sizes.createProcessingEnvironment(model, new StringWriter());
            environment.setVariable(SIZES, lengths);
            environment.process();
        } catch (freemarker.template.TemplateException e) {
            throw fault(e);
        }
        int next = 0;
        for (SheetTemplate sheet : sheets) {
            List<RowTemplate> repeated = sheet.repeatedRows();
            int[] rows = new int[repeated.size()];
            int[] counts = new int[repeated.size()];
            for (int i = 0; i < rows.length; i++) {
                rows[i] = repeated.get(i).row();
                counts[i] = Math.max(1, lengths.size(next++));
            }
            RowMap map = new RowMap(rows, counts);
            layout.put(sheet.place().sheet(), map);
            for (RowTemplate row : repeated) {
                targets.put(row.repeat().orElseThrow().list(), sheet.place().sheet(), map.first(row.row()));
            }
            sheet.rows().stream()
                    .reduce((first, last) -> last)
                    .filter(last -> map.last(last.row()) > Corner.LAST_ROW)
                    .ifPresent(last -> {
                        throw sheet.place().wrong("", "", "has more rows than a sheet can hold");
                    });
        }
    }

    private TemplateException fault(freemarker.template.TemplateException e) {
        SheetScript.Expression at = sizesScript.at(e.getLineNumber() == null ? 1 : e.getLineNumber());
        // The script of sizes names a place as sheet and cell.
        String blamed = Templates.blamed(e);
        return new TemplateException(
                place.template(), at.cell(), blamed.isEmpty() ? at.text() : blamed, Templates.wrong(e), e);
    }
}
