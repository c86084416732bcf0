package io.tallybook.report.excel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Function;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Compiles the parts around a sheet that refer to its rows: tables, drawings and the series of charts. */
final class DrawnParts {
    private final String template;
    private final Parts parts;
    private final Layout shape;
    private final SortedMap<String, MovingXml> compiled;

    /**
     * Prepares for one template.
     *
     * @param shape  which rows repeat, in all sheets
     * @param compiled  takes the compiled parts
     */
    DrawnParts(String template, Parts parts, Layout shape, SortedMap<String, MovingXml> compiled) {
        this.template = template;
        this.parts = parts;
        this.shape = shape;
        this.compiled = compiled;
    }

    /** Compiles a table: it grows with the rows in it, and its columns are called what its header comes to say. */
    TableTemplate table(String part, Place place, SheetTemplate sheet) {
        Element table = parts.xml(part).getDocumentElement();
        try {
            return table(part, table, place, sheet);
        } catch (UnmovableException e) {
            throw place.wrong(table.getAttribute("ref"), table.getAttribute("name"), e.why());
        }
    }

    private TableTemplate table(String part, Element table, Place place, SheetTemplate sheet) {
        Map<Node, Function<Layout, String>> moving = new HashMap<>();
        area(table, place, moving);
        Corner header =
                FormulaText.areas(table.getAttribute("ref")).firstCorner().orElseThrow();
        List<String> columns = columns(table, place, sheet, header, moving);
        for (Element filter : XmlPart.children(table, "autoFilter")) {
            if (!XmlPart.children(filter).isEmpty()) {
                throw place.wrong("", table.getAttribute("name"), "the filter of the table would hide rows; clear it");
            }
            area(filter, place, moving);
        }
        XmlPart.children(table, "sortState").forEach(XmlPart::remove);
        for (String name : new String[] {"calculatedColumnFormula", "totalsRowFormula"}) {
            for (Element formula : XmlPart.below(table, name)) {
                if (!FormulaText.parse(formula.getTextContent()).references().isEmpty()) {
                    throw place.wrong(
                            table.getAttribute("ref"),
                            formula.getTextContent(),
                            "a formula of a table has to name columns, not cells");
                }
            }
        }
        // On a further sheet it is a table of its own, and numbers and names of tables are unique in a workbook.
        for (String attribute : List.of("name", "displayName")) {
            String own = table.getAttribute(attribute);
            moving.put(
                    table.getAttributeNode(attribute),
                    layout -> layout.part() == 0 ? own : own + "_" + (layout.part() + 1));
        }
        int id = Integer.parseInt(table.getAttribute("id"));
        moving.put(table.getAttributeNode("id"), layout -> Integer.toString(id + layout.part() * 10_000));
        return new TableTemplate(
                part,
                table.getAttribute("displayName"),
                MovingXml.of(table, moving),
                header.row(),
                header.column(),
                columns);
    }

    private void area(Element element, Place place, Map<Node, Function<Layout, String>> moving) {
        String area = element.getAttribute("ref");
        FormulaText areas = FormulaText.areas(area);
        Origin origin = new Origin(place.sheet(), -1, false, false);
        areas.check(origin, shape);
        moving.put(element.getAttributeNode("ref"), layout -> areas.moved(origin, -1, layout));
    }

    /** A table repeats the words of its header cells: where a cell is filled, the name of its column follows. */
    private static List<String> columns(
            Element table,
            Place place,
            SheetTemplate sheet,
            Corner header,
            Map<Node, Function<Layout, String>> moving) {
        RowTemplate row = sheet.rows().stream()
                .filter(found -> found.row() == header.row() && found.repeat().isEmpty())
                .filter(found -> !"0".equals(table.getAttribute("headerRowCount")))
                .findFirst()
                .orElseThrow(() -> place.wrong(
                        table.getAttribute("ref"),
                        table.getAttribute("name"),
                        "a table needs a header row that does not repeat"));
        List<String> columns = new ArrayList<>();
        for (Element column : XmlPart.below(table, "tableColumn")) {
            int at = header.column() + columns.size();
            boolean isFilled = row.cells().stream().anyMatch(cell -> cell.column() == at && cell.values() > 0);
            columns.add(isFilled ? "" : column.getAttribute("name"));
            if (isFilled) {
                moving.put(
                        column.getAttributeNode("name"),
                        // A line break stands there as Excel writes it.
                        layout -> layout.header(place.sheet(), at, header.row()).replace("\n", "_x000a_"));
            }
        }
        boolean isNamed = columns.contains("")
                && !XmlPart.below(table, "calculatedColumnFormula").isEmpty();
        if (isNamed) {
            throw place.wrong(
                    table.getAttribute("ref"),
                    table.getAttribute("name"),
                    "a formula of a table names columns, whose header is filled; write the header as fixed text");
        }
        return columns;
    }

    /** Compiles a drawing: what is anchored to a row follows it and keeps its height. */
    void drawing(String part, Place place) {
        Element drawing = parts.xml(part).getDocumentElement();
        Map<Node, Function<Layout, String>> moving = new HashMap<>();
        for (Element from : XmlPart.below(drawing, "from")) {
            Element fromRow = XmlPart.child(from, "row").orElseThrow();
            int top = Integer.parseInt(fromRow.getTextContent().strip());
            moving.put(
                    fromRow.getFirstChild(),
                    layout -> Integer.toString(layout.of(place.sheet()).first(top)));
            Element anchor = (Element) from.getParentNode();
            XmlPart.child(anchor, "to").flatMap(to -> XmlPart.child(to, "row")).ifPresent(toRow -> {
                int height = Integer.parseInt(toRow.getTextContent().strip()) - top;
                moving.put(
                        toRow.getFirstChild(),
                        layout -> Integer.toString(layout.of(place.sheet()).first(top) + height));
            });
        }
        compiled.put(part, MovingXml.of(drawing, moving));
        for (String chart : parts.relations(part).targets("chart")) {
            chart(chart, place);
        }
    }

    /** Compiles a chart: its series grow with the repeated rows that they show. */
    private void chart(String part, Place place) {
        Document document = parts.xml(part);
        Map<Node, Function<Layout, String>> moving = new HashMap<>();
        for (Element formula : XmlPart.below(document.getDocumentElement(), "f")) {
            String text = formula.getTextContent();
            boolean isTitle = formula.getParentNode().getParentNode() instanceof Element owner
                    && "tx".equals(owner.getLocalName());
            Origin origin = isTitle ? Origin.NOWHERE : Origin.CHART;
            try {
                FormulaText series = FormulaText.parse(text);
                series.check(origin, shape);
                series.hold(origin, shape);
                moving.put(formula.getFirstChild(), layout -> series.moved(origin, -1, layout));
            } catch (UnmovableException e) {
                throw place.wrong("", "chart series " + text, e.why());
            }
        }
        // The cached points are those of the template.
        for (String cache : new String[] {"numCache", "strCache", "multiLvlStrCache"}) {
            XmlPart.below(document.getDocumentElement(), cache).forEach(XmlPart::remove);
        }
        if (!XmlPart.below(document.getDocumentElement(), "externalData").isEmpty()) {
            throw new Place(template, place.sheet())
                    .wrong("", part, "a chart with data of another workbook; draw it from cells of this one");
        }
        compiled.put(part, MovingXml.of(document.getDocumentElement(), moving));
    }
}
