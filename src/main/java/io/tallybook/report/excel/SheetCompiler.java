package io.tallybook.report.excel;

import io.tallybook.report.excel.SheetTemplate.TailElement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Compiles what a sheet has around its rows: views, filters, merged cells, rules, validations, links, page breaks. */
final class SheetCompiler {
    /** Dropped: the extent is counted anew, and notes are commands. */
    private static final Set<String> DROPPED = Set.of("dimension", "legacyDrawing", "legacyDrawingHF");

    private final Place place;
    private final Layout shape;
    private final RowMap rows;
    private final Map<Node, Function<Layout, String>> moving = new HashMap<>();
    private final List<Reference> merged = new ArrayList<>();
    private final List<Element> head = new ArrayList<>();
    private final List<TailElement> tail = new ArrayList<>();

    SheetCompiler(Place place, Layout shape) {
        this.place = place;
        this.shape = shape;
        this.rows = shape.of(place.sheet());
    }

    List<Reference> merged() {
        return List.copyOf(merged);
    }

    List<TailElement> tail() {
        return List.copyOf(tail);
    }

    /** Returns everything before the rows, with the start of the sheet. */
    MovingXml compile(Element worksheet) {
        boolean isBehind = false;
        List<Element> behind = new ArrayList<>();
        for (Element element : XmlPart.children(worksheet)) {
            String name = element.getLocalName();
            if (name.equals("sheetData")) {
                isBehind = true;
            } else if (DROPPED.contains(name)) {
                XmlPart.remove(element);
            } else if (isBehind) {
                behind.add(element);
            } else {
                head.add(element);
            }
        }
        behind.forEach(this::behind);
        XmlPart.below(worksheet, "pane").forEach(pane -> cell(pane, "topLeftCell"));
        XmlPart.below(worksheet, "sheetView").forEach(view -> cell(view, "topLeftCell"));
        // Where the cursor stood in the template is of no interest.
        XmlPart.below(worksheet, "selection").forEach(XmlPart::remove);
        for (Element element : XmlPart.children(worksheet)) {
            if (!head.contains(element)) {
                XmlPart.remove(element);
            }
        }
        return MovingXml.of(worksheet, moving);
    }

    private void behind(Element element) {
        String name = element.getLocalName();
        if (SheetTemplate.rank(name).isEmpty()) {
            throw place.wrong("", name, "this feature of a sheet cannot be carried over; remove it from the template");
        }
        try {
            move(name, element);
        } catch (UnmovableException e) {
            throw place.wrong("", name, e.why());
        }
        boolean isEmptied =
                name.equals("mergeCells") && XmlPart.children(element).isEmpty();
        if (!isEmptied) {
            tail.add(new TailElement(name, MovingXml.of(element, moving)));
        }
    }

    private void move(String name, Element element) {
        switch (name) {
            case "autoFilter" -> filter(element);
            case "mergeCells" -> mergedCells(element);
            case "conditionalFormatting" -> rules(element, "cfRule");
            case "dataValidations" ->
                XmlPart.children(element, "dataValidation").forEach(validation -> rules(validation, ""));
            case "hyperlinks" -> links(element);
            case "rowBreaks" -> XmlPart.children(element, "brk").forEach(this::pageBreak);
            case "ignoredErrors" -> XmlPart.children(element).forEach(ignored -> areas(ignored, "sqref"));
            default -> {
                // Nothing in the others refers to rows.
            }
        }
    }

    private void filter(Element filter) {
        if (!XmlPart.children(filter).isEmpty()) {
            throw place.wrong("", "autoFilter", "has criteria or a sort order that would hide rows; clear it");
        }
        areas(filter, "ref");
    }

    private void mergedCells(Element list) {
        for (Element merge : XmlPart.children(list, "mergeCell")) {
            String area = merge.getAttribute("ref");
            Reference reference = FormulaText.parse(area).references().get(0);
            if (rows.isRepeated(reference.from().row())
                    && reference.from().row() == reference.to().row()) {
                merged.add(reference);
                XmlPart.remove(merge);
            } else {
                areas(merge, "ref");
            }
        }
        // The count would have to follow, and is not needed.
        list.removeAttribute("count");
    }

    /** Moves the areas of a rule or validation, and the formulas, which are written as for its first cell. */
    private void rules(Element owner, String child) {
        String sqref = owner.getAttribute("sqref");
        int firstRow = FormulaText.areas(sqref).firstCorner().map(Corner::row).orElse(-1);
        areas(owner, "sqref");
        List<Element> holders = child.isEmpty() ? List.of(owner) : XmlPart.children(owner, child);
        for (Element holder : holders) {
            for (Element formula : XmlPart.children(holder)) {
                if (formula.getLocalName().startsWith("formula")) {
                    formula(formula, new Origin(place.sheet(), firstRow, !rows.isUnmoved(), false), sqref);
                }
            }
            XmlPart.below(holder, "cfvo").stream()
                    .filter(limit -> limit.getAttribute("type").equals("formula"))
                    .forEach(limit -> throwIfMoving(limit.getAttribute("val"), sqref));
        }
    }

    private void throwIfMoving(String formula, String cell) {
        if (!FormulaText.parse(formula).references().isEmpty()) {
            throw place.wrong(cell, formula, "a limit of a colour scale cannot refer to cells");
        }
    }

    private void links(Element list) {
        for (Element link : XmlPart.children(list, "hyperlink")) {
            String cell = link.getAttribute("ref");
            boolean isRepeated = FormulaText.parse(cell).references().stream()
                    .anyMatch(reference -> reference.from().hasRow()
                            && rows.isRepeated(reference.from().row()));
            if (isRepeated) {
                throw place.wrong(cell, "", "a fixed link in a repeated row; use a value that links");
            }
            areas(link, "ref");
            if (link.hasAttribute("location")) {
                text(link, "location", Origin.NOWHERE, cell);
            }
        }
    }

    private void pageBreak(Element pageBreak) {
        int above = Integer.parseInt(pageBreak.getAttribute("id")) - 1;
        moving.put(
                pageBreak.getAttributeNode("id"),
                layout -> Integer.toString(layout.of(place.sheet()).last(above) + 1));
    }

    private void cell(Element element, String attribute) {
        if (element.hasAttribute(attribute)) {
            Optional<Corner> corner = Reference.cell(element.getAttribute(attribute));
            corner.ifPresent(cell -> moving.put(
                    element.getAttributeNode(attribute),
                    layout -> cell.atRow(layout.of(place.sheet()).first(cell.row()))
                            .toString()));
        }
    }

    private void areas(Element element, String attribute) {
        String value = element.getAttribute(attribute);
        try {
            FormulaText areas = FormulaText.areas(value);
            areas.check(fromOutside(), shape);
            moving.put(element.getAttributeNode(attribute), layout -> tidy(areas.moved(fromOutside(), -1, layout)));
        } catch (UnmovableException e) {
            throw place.wrong(value, element.getLocalName(), e.why());
        }
    }

    /** An area of one cell is written without a colon where the format wants a single cell. */
    private static String tidy(String areas) {
        StringBuilder out = new StringBuilder();
        for (String area : areas.split(" ", -1)) {
            int colon = area.indexOf(':');
            boolean isCell = colon > 0 && area.substring(0, colon).equals(area.substring(colon + 1));
            out.append(out.isEmpty() ? "" : " ").append(isCell ? area.substring(0, colon) : area);
        }
        return out.toString();
    }

    private Origin fromOutside() {
        return new Origin(place.sheet(), -1, false, false);
    }

    private void text(Element element, String attribute, Origin origin, String cell) {
        String value = element.getAttribute(attribute);
        try {
            FormulaText text = FormulaText.parse(value);
            text.check(origin, shape);
            moving.put(element.getAttributeNode(attribute), layout -> text.moved(origin, -1, layout));
        } catch (UnmovableException e) {
            throw place.wrong(cell, value, e.why());
        }
    }

    private void formula(Element element, Origin origin, String cell) {
        String value = element.getTextContent();
        try {
            FormulaText text = FormulaText.parse(value);
            text.check(origin, shape);
            text.hold(origin, shape);
            Node node = element.getFirstChild();
            if (node != null) {
                moving.put(
                        node,
                        layout -> text.moved(origin, layout.of(place.sheet()).first(origin.row()), layout));
            }
        } catch (UnmovableException e) {
            throw place.wrong(cell, value, e.why());
        }
    }
}
