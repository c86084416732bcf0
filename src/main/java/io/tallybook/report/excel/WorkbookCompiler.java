package io.tallybook.report.excel;

import freemarker.core.ParseException;
import freemarker.template.Template;
import io.tallybook.report.template.Templates;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Opens a workbook template: finds its sheets, compiles them, and refuses what could not be filled correctly. */
final class WorkbookCompiler {
    /** What a sheet may use beside its cells. Notes and their shapes are commands and are taken out. */
    private static final Set<String> CARRIED = Set.of("table", "drawing", "hyperlink", "printerSettings", "image");

    private static final Set<String> COMMANDS = Set.of("comments", "vmlDrawing");

    /** What a workbook may use. */
    private static final Set<String> WORKBOOK_CARRIED =
            Set.of("worksheet", "styles", "theme", "sharedStrings", "customXml");

    /** Names with dots between: most expressions, in which nothing can be wrong that reaches beyond them. */
    private static final Pattern NAMES = Pattern.compile("[A-Za-z]\\w*(\\.[A-Za-z]\\w*)*");

    private record Draft(String name, String part, Document document, Notes notes) {}

    private final Templates templates;
    private final String name;
    private final Layout shape = new Layout();
    private final SortedMap<String, MovingXml> moving = new TreeMap<>();
    private final Map<String, List<TableTemplate>> tables = new HashMap<>();

    WorkbookCompiler(Templates templates, String name) {
        this.templates = templates;
        this.name = name;
    }

    WorkbookTemplate compile(byte[] bytes) throws IOException {
        Parts parts = Parts.of(name, bytes);
        Element workbook = parts.xml(Parts.WORKBOOK).getDocumentElement();
        Relations relations = parts.relations(Parts.WORKBOOK);
        List<Element> sharedTexts = sharedTexts(parts, relations);
        List<Draft> drafts = drafts(parts, workbook, relations);
        Set<String> dropped = new HashSet<>(relations.targets("sharedStrings"));
        dropped.addAll(relations.targets("calcChain"));
        for (Relations.Relation relation : relations.all()) {
            if (!WORKBOOK_CARRIED.contains(relation.type()) && !dropped.contains(relation.target())) {
                throw whole().wrong("", relation.type(), "cannot be carried over; remove it from the template");
            }
        }
        parts.drop(Parts.WORKBOOK, dropped);
        Styles styles = new Styles(parts.xml(Parts.STYLES));
        List<SheetTemplate> sheets = new ArrayList<>();
        DrawnParts drawn = new DrawnParts(name, parts, shape, moving);
        for (Draft draft : drafts) {
            SheetTemplate sheet = sheet(draft, sharedTexts, styles);
            sheets.add(sheet);
            related(parts, draft, sheet, drawn);
        }
        parts.replaceProperties();
        boolean hasFormulas = sheets.stream()
                .flatMap(sheet -> sheet.rows().stream())
                .flatMap(row -> row.cells().stream())
                .anyMatch(cell -> cell.formula().isPresent());
        workbook(workbook, hasFormulas);
        SheetScript sizesScript = new SheetScript();
        Template sizes = sizes(sheets, sizesScript);
        SortedMap<String, byte[]> fixed = fixed(parts, sheets);
        boolean is1904 = XmlPart.below(workbook, "workbookPr").stream()
                .anyMatch(properties -> Set.of("1", "true").contains(properties.getAttribute("date1904")));
        throwIfTablesAreNamed(sheets);
        return new WorkbookTemplate(
                whole(), fixed, moving, List.copyOf(sheets), tables, shape, styles, is1904, sizesScript, sizes);
    }

    /** A formula that names a column would not find it by the words that the header is filled with. */
    private void throwIfTablesAreNamed(List<SheetTemplate> sheets) {
        List<String> filled = tables.values().stream()
                .flatMap(List::stream)
                .filter(table -> table.columns().contains(""))
                .map(table -> table.name() + "[")
                .toList();
        for (SheetTemplate sheet : sheets) {
            for (RowTemplate row : sheet.rows()) {
                for (CellTemplate cell : row.cells()) {
                    String formula = cell.formula().map(FormulaText::toString).orElse("");
                    if (filled.stream().anyMatch(formula::contains)) {
                        throw sheet.place()
                                .wrong(
                                        Corner.columnName(cell.column()) + (row.row() + 1),
                                        formula,
                                        "names a column of a table whose header is filled; refer to its cells instead");
                    }
                }
            }
        }
    }

    private Place whole() {
        return new Place(name, "");
    }

    private List<Element> sharedTexts(Parts parts, Relations relations) {
        return relations.targets("sharedStrings").stream()
                .filter(parts::has)
                .flatMap(part -> XmlPart.children(parts.xml(part).getDocumentElement(), "si").stream())
                .toList();
    }

    /** Reads the sheets and their notes first: a formula may refer to the repeated rows of any sheet. */
    private List<Draft> drafts(Parts parts, Element workbook, Relations relations) {
        List<Draft> drafts = new ArrayList<>();
        for (Element sheet : XmlPart.below(workbook, "sheet")) {
            String sheetName = sheet.getAttribute("name");
            Place place = new Place(name, sheetName);
            String part = relations.target(XmlPart.relationshipId(sheet)).orElseThrow();
            List<String> comments = parts.relations(part).targets("comments");
            Notes notes = comments.isEmpty() ? Notes.none() : Notes.of(place, parts.xml(comments.get(0)));
            int[] rows = notes.repeatedRows();
            int[] once = new int[rows.length];
            Arrays.fill(once, 1);
            shape.put(sheetName, new RowMap(rows, once));
            drafts.add(new Draft(sheetName, part, parts.xml(part), notes));
        }
        return drafts;
    }

    private SheetTemplate sheet(Draft draft, List<Element> sharedTexts, Styles styles) throws IOException {
        Place place = new Place(name, draft.name());
        Element root = draft.document().getDocumentElement();
        CellCompiler cells = new CellCompiler(place, sharedTexts, draft.notes(), shape, new TextWidths(root, styles));
        XmlPart.child(root, "sheetData").ifPresent(cells::compile);
        SheetCompiler around = new SheetCompiler(place, shape);
        MovingXml head = around.compile(root);
        throwIfUnfilled(place, head.at(shape));
        around.tail().forEach(element -> throwIfUnfilled(place, element.xml().at(shape)));
        return new SheetTemplate(
                place,
                draft.part(),
                head,
                cells.rows(),
                cells.script(),
                compiled(place, cells.script()),
                around.tail(),
                around.merged());
    }

    private Template compiled(Place place, SheetScript script) throws IOException {
        for (SheetScript.Expression expression : script.expressions()) {
            if (NAMES.matcher(expression.text()).matches()) {
                continue;
            }
            // Each for itself first: one with a stray bracket could swallow its neighbours and be blamed elsewhere.
            try {
                templates.compile(name, "<#assign x = (" + expression.text() + ")>");
            } catch (ParseException e) {
                throw CellCompiler.wrong(place, expression, "is no expression", e);
            }
        }
        try {
            return templates.compile(name + "/" + place.sheet(), script.text());
        } catch (ParseException e) {
            throw ScriptFaults.fault(place, script, e);
        }
    }

    private void related(Parts parts, Draft draft, SheetTemplate sheet, DrawnParts drawn) {
        Set<String> dropped = new HashSet<>();
        for (Relations.Relation relation : parts.relations(draft.part()).all()) {
            if (COMMANDS.contains(relation.type())) {
                dropped.add(relation.target());
            } else if (!CARRIED.contains(relation.type())) {
                throw sheet.place().wrong("", relation.type(), "cannot be carried over; remove it from the template");
            } else if (relation.type().equals("table")) {
                tables.computeIfAbsent(draft.part(), unused -> new ArrayList<>())
                        .add(drawn.table(relation.target(), sheet.place(), sheet));
            } else if (relation.type().equals("drawing")) {
                drawn.drawing(relation.target(), sheet.place());
            }
        }
        parts.drop(draft.part(), dropped);
    }

    /** Compiles the workbook part: names and print areas follow their rows. */
    private void workbook(Element workbook, boolean hasFormulas) {
        Map<Node, Function<Layout, String>> names = new HashMap<>();
        for (Element defined : XmlPart.below(workbook, "definedName")) {
            String text = defined.getTextContent();
            try {
                FormulaText formula = FormulaText.parse(text);
                formula.check(Origin.NOWHERE, shape);
                // Print areas, print titles and filters belong to their sheet, and to each part of it.
                if (!defined.getAttribute("name").startsWith("_xlnm.")) {
                    formula.hold(Origin.NOWHERE, shape);
                }
                names.put(defined.getFirstChild(), layout -> formula.moved(Origin.NOWHERE, -1, layout));
            } catch (UnmovableException e) {
                throw whole().wrong("", "name " + defined.getAttribute("name") + " = " + text, e.why());
            }
        }
        // It holds the folder that the template was last saved in.
        XmlPart.children(workbook, "AlternateContent").forEach(XmlPart::remove);
        if (hasFormulas) {
            Element calculation = XmlPart.child(workbook, "calcPr").orElseGet(() -> calculation(workbook));
            calculation.setAttribute("fullCalcOnLoad", "1");
        }
        moving.put(Parts.WORKBOOK, MovingXml.of(workbook, names));
    }

    private static Element calculation(Element workbook) {
        Element added = workbook.getOwnerDocument().createElementNS(workbook.getNamespaceURI(), "calcPr");
        Node before = XmlPart.child(workbook, "definedNames")
                .or(() -> XmlPart.child(workbook, "sheets"))
                .map(Node::getNextSibling)
                .orElse(null);
        workbook.insertBefore(added, before);
        return added;
    }

    private Template sizes(List<SheetTemplate> sheets, SheetScript script) throws IOException {
        List<SheetScript.Expression> lists = new ArrayList<>();
        for (SheetTemplate sheet : sheets) {
            for (RowTemplate row : sheet.repeatedRows()) {
                RowTemplate.Repeat repeat = row.repeat().orElseThrow();
                lists.add(new SheetScript.Expression(
                        "sheet " + sheet.place().sheet() + ", cell " + repeat.cell(), repeat.list()));
            }
        }
        script.sizes(lists);
        return templates.compile(name + "/sizes", script.text());
    }

    private SortedMap<String, byte[]> fixed(Parts parts, List<SheetTemplate> sheets) {
        SortedMap<String, byte[]> fixed = new TreeMap<>(parts.all());
        fixed.keySet().removeAll(moving.keySet());
        tables.values().forEach(own -> own.forEach(table -> fixed.remove(table.part())));
        sheets.forEach(sheet -> fixed.remove(sheet.part()));
        fixed.remove(Parts.STYLES);
        moving.forEach((part, xml) -> throwIfUnfilled(whole(), xml.at(shape)));
        fixed.forEach((part, bytes) -> {
            if (part.endsWith(".xml")) {
                throwIfUnfilled(whole(), new String(bytes, StandardCharsets.UTF_8));
            }
        });
        return fixed;
    }

    private static void throwIfUnfilled(Place place, String xml) {
        int start = xml.indexOf("${");
        if (start >= 0) {
            int end = xml.indexOf('}', start) + 1;
            String expression = xml.substring(start, end > start ? end : xml.length());
            throw place.wrong(
                    "",
                    expression,
                    "an expression can stand in cells only; let a header or chart title refer to a cell");
        }
    }
}
