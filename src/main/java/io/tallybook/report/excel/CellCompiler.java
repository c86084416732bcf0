package io.tallybook.report.excel;

import io.tallybook.report.template.TemplateException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;

/** Turns the rows of a template sheet into {@link RowTemplate}s and one Freemarker text that feeds them. */
final class CellCompiler {
    private record SharedFormula(FormulaText text, int row, int column) {}

    private static final Pattern FIELD = Pattern.compile("\\$\\{(\\w+)\\.([A-Za-z]\\w*)}");

    private final Place place;
    private final List<Element> sharedTexts;
    private final Notes notes;
    private final Layout shape;
    private final TextWidths widths;
    private final Map<String, SharedFormula> sharedFormulas = new HashMap<>();
    private final SheetScript script = new SheetScript();
    private final List<RowTemplate> rows = new ArrayList<>();

    /**
     * Prepares for one sheet.
     *
     * @param sharedTexts  the shared strings of the workbook, by number
     * @param shape  which rows repeat, in all sheets
     */
    CellCompiler(Place place, List<Element> sharedTexts, Notes notes, Layout shape, TextWidths widths) {
        this.place = place;
        this.sharedTexts = sharedTexts;
        this.notes = notes;
        this.shape = shape;
        this.widths = widths;
    }

    List<RowTemplate> rows() {
        return List.copyOf(rows);
    }

    SheetScript script() {
        return script;
    }

    void compile(Element sheetData) {
        int row = -1;
        for (Element element : XmlPart.children(sheetData, "row")) {
            row = element.hasAttribute("r") ? Integer.parseInt(element.getAttribute("r")) - 1 : row + 1;
            add(element, row);
        }
        for (int repeated : notes.repeatedRows()) {
            if (rows.stream().noneMatch(template -> template.row() == repeated)) {
                throw place.wrong(
                        notes.repeat(repeated).map(RowTemplate.Repeat::cell).orElse(""),
                        "",
                        "repeats a row without cells; put the note on a row with cells");
            }
        }
        for (String cell : notes.cachedCells()) {
            throwIfNotFormula(cell);
        }
    }

    private void throwIfNotFormula(String cell) {
        Optional<Corner> at = Reference.cell(cell);
        boolean isFormula = rows.stream()
                .filter(row -> at.isPresent() && row.row() == at.get().row())
                .flatMap(row -> row.cells().stream())
                .anyMatch(found -> found.column() == at.get().column() && found.isCached());
        if (!isFormula) {
            throw place.wrong(cell, "", "a `cached` note belongs to a cell with a formula");
        }
    }

    private void add(Element element, int row) {
        Optional<RowTemplate.Repeat> repeat = notes.repeat(row);
        List<CellTemplate> cells = new ArrayList<>();
        List<SheetScript.Expression> expressions = new ArrayList<>();
        int column = -1;
        for (Element cell : XmlPart.children(element, "c")) {
            column = Reference.cell(cell.getAttribute("r")).map(Corner::column).orElse(column + 1);
            String address = Corner.columnName(column) + (row + 1);
            try {
                Origin origin = new Origin(place.sheet(), row, repeat.isPresent(), false);
                cells.add(cell(cell, address, column, origin, repeat, expressions));
            } catch (UnmovableException e) {
                throw place.wrong(address, "", e.why());
            }
        }
        rows.add(new RowTemplate(row, rowAttributes(element), List.copyOf(cells), repeat));
        script.row(row, repeat, expressions);
    }

    private static String rowAttributes(Element row) {
        StringBuilder out = new StringBuilder();
        NamedNodeMap attributes = row.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            Attr attribute = (Attr) attributes.item(i);
            // The number changes, the span of columns is a hint, and the rest of other namespaces is of no use here.
            if (attribute.getPrefix() == null && !List.of("r", "spans").contains(attribute.getName())) {
                out.append(' ')
                        .append(attribute.getName())
                        .append("=\"")
                        .append(CellText.escaped(attribute.getValue()))
                        .append('"');
            }
        }
        return out.toString();
    }

    private CellTemplate cell(
            Element cell,
            String address,
            int column,
            Origin origin,
            Optional<RowTemplate.Repeat> repeat,
            List<SheetScript.Expression> expressions) {
        int style = cell.hasAttribute("s") ? Integer.parseInt(cell.getAttribute("s")) : 0;
        int length = widths.of(origin.row(), column, style);
        Optional<Element> formula = XmlPart.child(cell, "f");
        if (formula.isPresent()) {
            FormulaText text = formula(formula.get(), column, origin);
            text.check(origin, shape);
            text.hold(origin, shape);
            Optional<String> cached = notes.cached(address);
            cached.ifPresent(expression -> expressions.add(new SheetScript.Expression(address, expression)));
            return new CellTemplate(
                    column, style, length, "", List.of(), Optional.empty(), Optional.of(text), cached.isPresent());
        }
        String type = cell.getAttribute("t");
        Optional<Element> text = text(cell, type);
        if (text.isPresent()) {
            StringBuilder plain = new StringBuilder();
            XmlPart.below(text.get(), "t").stream()
                    // Phonetic runs repeat the text for readers of kanji.
                    .filter(run -> !"rPh".equals(run.getParentNode().getLocalName()))
                    .forEach(run -> plain.append(run.getTextContent()));
            return text(text.get(), plain.toString(), address, column, style, length, repeat, expressions);
        }
        String value = XmlPart.child(cell, "v").map(Element::getTextContent).orElse("");
        if (value.isEmpty()) {
            return new CellTemplate(column, style, length, "/>", List.of(), Optional.empty(), Optional.empty(), false);
        }
        String fixed = (type.isEmpty() ? ">" : " t=\"" + CellText.escaped(type) + "\">") + "<v>"
                + CellText.escaped(value) + "</v></c>";
        return new CellTemplate(column, style, length, fixed, List.of(), Optional.empty(), Optional.empty(), false);
    }

    /** The element that holds the text of a cell with text: a shared string, or the cell's own. */
    private Optional<Element> text(Element cell, String type) {
        return switch (type) {
            case "s" ->
                XmlPart.child(cell, "v")
                        .map(value -> sharedTexts.get(
                                Integer.parseInt(value.getTextContent().strip())));
            case "inlineStr" -> XmlPart.child(cell, "is");
            default -> Optional.empty();
        };
    }

    private CellTemplate text(
            Element source,
            String text,
            String address,
            int column,
            int style,
            int length,
            Optional<RowTemplate.Repeat> repeat,
            List<SheetScript.Expression> expressions) {
        Expressions found = Expressions.of(text);
        if (found.expressions().isEmpty()) {
            StringBuilder fixed = new StringBuilder(" t=\"inlineStr\"><is>");
            XmlPart.children(source).forEach(child -> fixed.append(MovingXml.fixed(child)));
            return new CellTemplate(
                    column,
                    style,
                    length,
                    fixed.append("</is></c>").toString(),
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    false);
        }
        Optional<String> field = field(text, repeat);
        if (field.isPresent()) {
            return new CellTemplate(column, style, length, "", List.of(), field, Optional.empty(), false);
        }
        found.expressions().forEach(expression -> expressions.add(new SheetScript.Expression(address, expression)));
        return new CellTemplate(
                column, style, length, "", List.copyOf(found.texts()), Optional.empty(), Optional.empty(), false);
    }

    /** The field of an item that a text asks for, if it asks for nothing else: it is taken without the script. */
    private static Optional<String> field(String text, Optional<RowTemplate.Repeat> repeat) {
        return repeat.map(loop -> FIELD.matcher(text))
                .filter(Matcher::matches)
                .filter(field -> repeat.get().name().equals(field.group(1)))
                .map(field -> field.group(2));
    }

    private FormulaText formula(Element formula, int column, Origin origin) {
        String type = formula.getAttribute("t");
        String text = formula.getTextContent();
        if (type.equals("array") || type.equals("dataTable")) {
            throw new UnmovableException(
                    "an array formula or data table cannot follow its rows; use formulas of one cell");
        }
        if (text.contains("${")) {
            throw new UnmovableException("an expression cannot stand in a formula; put it into a cell of its own");
        }
        if (!type.equals("shared")) {
            return FormulaText.parse(text);
        }
        String id = formula.getAttribute("si");
        if (!text.isEmpty()) {
            FormulaText parsed = FormulaText.parse(text);
            sharedFormulas.put(id, new SharedFormula(parsed, origin.row(), column));
            return parsed;
        }
        SharedFormula shared = sharedFormulas.get(id);
        if (shared == null) {
            throw new UnmovableException("a shared formula without its first cell; write it anew");
        }
        return shared.text().filled(origin.row() - shared.row(), column - shared.column());
    }

    /** Wraps a fault of the script with the cell that it stands in. */
    static TemplateException wrong(Place place, SheetScript.Expression at, String wrong, Throwable cause) {
        return place.wrong(at.cell(), "${" + at.text() + "}", wrong, cause);
    }
}
