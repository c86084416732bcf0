package io.tallybook.report.excel;

import java.util.HashMap;
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

    /** Compiles a table: it grows with the rows in it. */
    void table(String part, Place place, SheetTemplate sheet) {
        Element table = parts.xml(part).getDocumentElement();
        Map<Node, Function<Layout, String>> moving = new HashMap<>();
        area(table, place, moving);
        throwIfHeaderIsFilled(table, place, sheet);
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
        compiled.put(part, MovingXml.of(table, moving));
    }

    private void area(Element element, Place place, Map<Node, Function<Layout, String>> moving) {
        String area = element.getAttribute("ref");
        FormulaText areas = FormulaText.areas(area);
        Origin origin = new Origin(place.sheet(), -1, false, false);
        areas.check(origin, shape);
        moving.put(element.getAttributeNode("ref"), layout -> areas.moved(origin, -1, layout));
    }

    /** A table repeats the words of its header cells; a header that is filled would not agree with them. */
    private static void throwIfHeaderIsFilled(Element table, Place place, SheetTemplate sheet) {
        String area = table.getAttribute("ref");
        Corner first = FormulaText.areas(area).firstCorner().orElseThrow();
        boolean isFilled = sheet.rows().stream()
                .filter(row -> row.row() == first.row())
                .anyMatch(
                        row -> row.repeat().isPresent() || row.cells().stream().anyMatch(cell -> cell.values() > 0));
        if (isFilled) {
            throw place.wrong(area, table.getAttribute("name"), "the header of a table cannot hold expressions");
        }
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
            throw new Place(template, place.sheet()).wrong("", part, "a chart with data of another workbook");
        }
        compiled.put(part, MovingXml.of(document.getDocumentElement(), moving));
    }
}
