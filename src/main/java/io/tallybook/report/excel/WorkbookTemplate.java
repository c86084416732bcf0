package io.tallybook.report.excel;

import freemarker.core.Environment;
import freemarker.template.Template;
import io.tallybook.report.template.TemplateException;
import io.tallybook.report.template.Templates;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.SortedMap;
import java.util.zip.ZipException;

/**
 * A workbook template, opened and compiled: fill it as often as wanted, from as many threads as wanted.
 *
 * <p>A list that is longer than a sheet continues on further sheets, and an index leads to them.
 *
 * <p>Opening proves the template: each expression parses, and each reference can follow the rows that will be inserted.
 * Filling needs the model only, and streams: a sheet is written row by row.
 */
public final class WorkbookTemplate {
    static final String SIZES = "_sizes";

    /** What the script of sizes has for something else than a list. */
    static final int NO_LIST = -1;

    private final Place place;
    private final SortedMap<String, byte[]> fixed;
    private final SortedMap<String, MovingXml> moving;
    private final List<SheetTemplate> sheets;
    private final Map<String, List<TableTemplate>> tables;
    private final Layout shape;
    private final Styles styles;
    private final boolean is1904;
    private final SheetScript sizesScript;
    private final Template sizes;

    WorkbookTemplate(
            Place place,
            SortedMap<String, byte[]> fixed,
            SortedMap<String, MovingXml> moving,
            List<SheetTemplate> sheets,
            Map<String, List<TableTemplate>> tables,
            Layout shape,
            Styles styles,
            boolean is1904,
            SheetScript sizesScript,
            Template sizes) {
        this.place = place;
        this.fixed = fixed;
        this.moving = moving;
        this.sheets = sheets;
        this.tables = Map.copyOf(tables);
        this.shape = shape;
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
        try {
            return new WorkbookCompiler(templates, name).compile(templates.workbook(name));
        } catch (NumberFormatException
                | IndexOutOfBoundsException
                | NoSuchElementException
                | EOFException
                | ZipException e) {
            // Numbers that are none, references within the file that lead nowhere: no spreadsheet program writes them.
            throw new Place(name, "").wrong("", "", "is damaged" + Place.MEND, e);
        }
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
        fill(model, asOf, title, out, Corner.LAST_ROW);
    }

    /** Fills the template; {@code lastRow} is the last row that a sheet can have, from 0. */
    void fill(Map<String, Object> model, LocalDate asOf, String title, OutputStream out, int lastRow)
            throws IOException {
        Layout layout = new Layout();
        LinkTargets targets = new LinkTargets();
        List<List<SheetPart>> parts = lay(model, layout, targets, lastRow);
        Map<String, String> continued = parts.stream().anyMatch(sheet -> sheet.size() > 1)
                ? new Continuation(place.template(), fixed, tables, parts)
                        .parts(model, MovingXml.HEAD + moving(Parts.WORKBOOK, layout))
                : Map.of();
        StyleSheet styleSheet = new StyleSheet(styles);
        try (PackageWriter file = new PackageWriter(out)) {
            for (Map.Entry<String, byte[]> part : fixed.entrySet()) {
                if (!continued.containsKey(part.getKey())) {
                    file.write(part.getKey(), part.getValue());
                }
            }
            for (Map.Entry<String, MovingXml> part : moving.entrySet()) {
                if (!continued.containsKey(part.getKey())) {
                    file.write(part.getKey(), MovingXml.HEAD + part.getValue().at(layout));
                }
            }
            for (Map.Entry<String, String> part : continued.entrySet()) {
                file.write(part.getKey(), part.getValue());
            }
            file.write("docProps/core.xml", PackageWriter.coreProperties(asOf, title));
            file.write("docProps/app.xml", PackageWriter.appProperties());
            for (int i = 0; i < sheets.size(); i++) {
                SheetTemplate sheet = sheets.get(i);
                List<TableTemplate> own = tables.getOrDefault(sheet.part(), List.of());
                CellWriter cells = new CellWriter(styleSheet, is1904);
                new SheetFiller(sheet, parts.get(i), own, targets, cells, file).fill(model);
                // Behind its sheet: only now it is known what the header says.
                for (TableTemplate table : own) {
                    for (SheetPart part : parts.get(i)) {
                        file.write(
                                table.partOf(part.layout().part()),
                                MovingXml.HEAD + table.xml().at(part.layout()));
                    }
                }
            }
            // Last: only now it is known which formats the values ask for.
            file.write(Parts.STYLES, styleSheet.xml());
        }
    }

    private String moving(String part, Layout layout) {
        return Optional.ofNullable(moving.get(part)).orElseThrow().at(layout);
    }

    /** Asks every repeated list for its length, so that references can be moved before the first row is written. */
    private List<List<SheetPart>> lay(Map<String, Object> model, Layout layout, LinkTargets targets, int lastRow)
            throws IOException {
        ListSizes lengths = new ListSizes();
        try {
            Environment environment = sizes.createProcessingEnvironment(model, new StringWriter());
            environment.setVariable(SIZES, lengths);
            environment.process();
        } catch (freemarker.template.TemplateException e) {
            throw fault(e);
        }
        int next = 0;
        List<List<SheetPart>> parts = new ArrayList<>();
        for (SheetTemplate sheet : sheets) {
            List<RowTemplate> repeated = sheet.repeatedRows();
            int[] rows = new int[repeated.size()];
            int[] counts = new int[repeated.size()];
            for (int i = 0; i < rows.length; i++) {
                rows[i] = repeated.get(i).row();
                int length = lengths.size(next++);
                if (length == NO_LIST) {
                    RowTemplate.Repeat repeat = repeated.get(i).repeat().orElseThrow();
                    throw sheet.place().wrong(repeat.cell(), repeat.list(), "is no list, so its row cannot repeat");
                }
                counts[i] = Math.max(1, length);
            }
            List<SheetPart> own = parts(sheet, rows, counts, layout, lastRow);
            parts.add(own);
            RowMap map = layout.of(sheet.place().sheet());
            for (RowTemplate row : repeated) {
                targets.put(
                        row.repeat().orElseThrow().list(),
                        own.stream().map(SheetPart::name).toList(),
                        map.first(row.row()),
                        own.size() == 1 ? Integer.MAX_VALUE : own.get(0).items());
            }
        }
        return parts;
    }

    /** The sheets that a sheet of the template becomes: one, or several if it has more rows than one can hold. */
    private List<SheetPart> parts(SheetTemplate sheet, int[] rows, int[] counts, Layout layout, int lastRow) {
        String name = sheet.place().sheet();
        RowMap whole = new RowMap(rows, counts);
        int last = sheet.rows().stream().mapToInt(RowTemplate::row).max().orElse(0);
        if (whole.last(last) <= lastRow) {
            layout.put(name, whole);
            return List.of(new SheetPart(name, sheet.part(), layout, 0, Integer.MAX_VALUE));
        }
        if (rows.length != 1 || shape.isHeld(name)) {
            throw sheet.place()
                    .wrong(
                            "",
                            "",
                            "has more rows than a sheet can hold, and cannot continue on a further one: "
                                    + (rows.length == 1
                                            ? "a formula or chart refers to them"
                                            : "it has several lists"));
        }
        int most = lastRow - last + 1;
        layout.put(name, new RowMap(rows, new int[] {most}));
        List<SheetPart> parts = new ArrayList<>();
        for (int first = 0; first < counts[0]; first += most) {
            int items = Math.min(most, counts[0] - first);
            int number = parts.size();
            parts.add(
                    number == 0
                            ? new SheetPart(name, sheet.part(), layout, 0, items)
                            : new SheetPart(
                                    Continuation.name(name, number + 1),
                                    sheet.part().replace(".xml", "-" + (number + 1) + ".xml"),
                                    layout.ofPart(name, new RowMap(rows, new int[] {items}), number),
                                    first,
                                    items));
        }
        return parts;
    }

    private TemplateException fault(freemarker.template.TemplateException e) {
        SheetScript.Expression at = sizesScript.at(e.getLineNumber() == null ? 1 : e.getLineNumber());
        // The script of sizes names a place as sheet and cell.
        String blamed = Templates.blamed(e);
        return new TemplateException(
                place.template(), at.cell(), blamed.isEmpty() ? "${" + at.text() + "}" : blamed, Templates.wrong(e), e);
    }
}
