package io.tallybook.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The small parts of an xlsx: which sheets there are, where their parts lie, how dates are counted and shown.
 *
 * @param sheets  the sheets that hold cells, in the order of the workbook
 * @param otherSheets  the names of chart, dialog and macro sheets
 * @param dates  the date system
 * @param styles  what each cell style makes of a number
 * @param sharedStrings  the part of the shared strings, or null if there is none
 */
record XlsxWorkbook(
        List<Sheet> sheets,
        List<String> otherSheets,
        DateSystem dates,
        List<DateStyle> styles,
        @Nullable String sharedStrings) {

    /** A sheet and its part. */
    record Sheet(String name, boolean hidden, String part) {}

    private record Relation(String type, String target) {
        boolean is(String kind) {
            // Transitional and Strict differ only in what stands before the last slash.
            return type.endsWith("/" + kind);
        }
    }

    static XlsxWorkbook read(ZipParts zip) throws UnreadableFileException {
        String part = workbookPart(zip);
        Map<String, Relation> relations = relations(zip, part);
        String styles = null;
        String strings = null;
        for (Relation relation : relations.values()) {
            styles = relation.is("styles") ? relation.target() : styles;
            strings = relation.is("sharedStrings") ? relation.target() : strings;
        }
        List<Sheet> sheets = new ArrayList<>();
        List<String> others = new ArrayList<>();
        DateSystem dates = DateSystem.FROM_1900;
        try (XmlPart xml = XmlPart.open(zip, part, "the list of sheets")) {
            while (xml.toStart()) {
                if (xml.is("workbookPr") && xml.isTrue("date1904")) {
                    dates = DateSystem.FROM_1904;
                } else if (xml.is("sheets")) {
                    sheets(xml, zip, relations, sheets, others);
                }
            }
            xml.drain();
        }
        if (sheets.isEmpty()) {
            throw new UnreadableFileException(
                    Unreadable.EMPTY, "the workbook has no sheet with cells; export it again");
        }
        List<DateStyle> dateStyles = styles == null ? List.of() : styles(zip, styles);
        return new XlsxWorkbook(List.copyOf(sheets), List.copyOf(others), dates, dateStyles, strings);
    }

    /** Returns the workbook part named by the package, or the usual one. */
    static String workbookPart(ZipParts zip) throws UnreadableFileException {
        if (zip.has("_rels/.rels")) {
            for (Relation relation : relations(zip, "").values()) {
                if (relation.is("officeDocument")) {
                    return relation.target();
                }
            }
        }
        return "xl/workbook.xml";
    }

    private static void sheets(
            XmlPart xml, ZipParts zip, Map<String, Relation> relations, List<Sheet> sheets, List<String> others)
            throws UnreadableFileException {
        int depth = xml.depth();
        while (xml.toChild(depth)) {
            if (!xml.is("sheet")) {
                continue;
            }
            String name = xml.attribute("name", "");
            String label = UnreadableFileException.sheet(name);
            Relation relation = relations.get(xml.attribute("id", ""));
            if (relation == null) {
                throw new UnreadableFileException(
                        Unreadable.MISSING_PART, label + " is listed but not in the file; save it again in Excel");
            }
            if (relation.is("worksheet")) {
                if (!zip.has(relation.target())) {
                    throw new UnreadableFileException(
                            Unreadable.MISSING_PART, label + " is listed but not in the file; save it again in Excel");
                }
                boolean hidden = !xml.attribute("state", "visible").equals("visible");
                sheets.add(new Sheet(name, hidden, relation.target()));
            } else {
                others.add(name);
            }
        }
    }

    /** Reads the relations of a part by id; the empty name stands for the package. */
    private static Map<String, Relation> relations(ZipParts zip, String part) throws UnreadableFileException {
        String folder = part.substring(0, part.lastIndexOf('/') + 1);
        String rels = folder + "_rels/" + part.substring(folder.length()) + ".rels";
        Map<String, Relation> relations = new HashMap<>();
        try (XmlPart xml = XmlPart.open(zip, rels, "the table of parts")) {
            while (xml.toStart()) {
                // An external target is a link out of the file; links are never followed.
                if (xml.is("Relationship") && !xml.attribute("TargetMode", "").equals("External")) {
                    String target = resolve(folder, xml.attribute("Target", ""));
                    relations.put(xml.attribute("Id", ""), new Relation(xml.attribute("Type", ""), target));
                }
            }
            xml.drain();
        }
        return relations;
    }

    private static String resolve(String folder, String target) {
        String path = target.replace('\\', '/');
        List<String> steps = new ArrayList<>();
        for (String step : (path.startsWith("/") ? path : folder + path).split("/", -1)) {
            if (step.equals("..")) {
                if (!steps.isEmpty()) {
                    steps.remove(steps.size() - 1);
                }
            } else if (!step.isEmpty() && !step.equals(".")) {
                steps.add(step);
            }
        }
        return String.join("/", steps);
    }

    private static List<DateStyle> styles(ZipParts zip, String part) throws UnreadableFileException {
        Map<String, DateStyle> custom = new HashMap<>();
        List<DateStyle> styles = new ArrayList<>();
        try (XmlPart xml = XmlPart.open(zip, part, "the table of number formats")) {
            while (xml.toStart()) {
                int depth = xml.depth();
                if (xml.is("numFmts") && depth == 2) {
                    while (xml.toChild(depth)) {
                        custom.put(xml.attribute("numFmtId", ""), DateStyle.of(xml.attribute("formatCode", "")));
                    }
                } else if (xml.is("cellXfs") && depth == 2) {
                    while (xml.toChild(depth)) {
                        if (xml.is("xf") && xml.depth() == depth + 1) {
                            styles.add(style(xml.attribute("numFmtId", "0"), custom));
                        }
                    }
                }
            }
            xml.drain();
        }
        return List.copyOf(styles);
    }

    private static DateStyle style(String id, Map<String, DateStyle> custom) {
        DateStyle style = custom.get(id);
        if (style != null) {
            return style;
        }
        return id.matches("\\d{1,4}") ? DateStyle.ofBuiltIn(Integer.parseInt(id)) : DateStyle.NONE;
    }
}
