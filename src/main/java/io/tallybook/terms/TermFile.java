package io.tallybook.terms;

import io.tallybook.yaml.YamlException;
import io.tallybook.yaml.YamlNode;
import java.io.Reader;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads one YAML file that holds one term. */
final class TermFile {
    private TermFile() {}

    static Term read(String file, Reader text) {
        YamlNode root = YamlNode.read(file, text);
        Map<String, YamlNode> fields = root.fields("term", "about", "unit", "clauses", "editions");
        String id = root.required(fields, "term").text();
        List<TermEdition> editions = new ArrayList<>();
        for (YamlNode edition : root.required(fields, "editions").items()) {
            editions.add(edition(id, edition));
        }
        try {
            return new Term(
                    id,
                    root.required(fields, "about").text(),
                    root.required(fields, "unit").text(),
                    root.required(fields, "clauses").texts(),
                    editions);
        } catch (IllegalArgumentException e) {
            throw new YamlException(root.place() + e.getMessage());
        }
    }

    private static TermEdition edition(String id, YamlNode node) {
        Map<String, YamlNode> fields =
                node.fields("edition", "from", "to", "last_checked", "replaced_by", "citation", "rows", "value");
        YamlNode citation = node.required(fields, "citation");
        Map<String, YamlNode> cited = citation.fields("document", "section", "place");
        return new TermEdition(
                id,
                node.required(fields, "edition").text(),
                day(node.required(fields, "from"), LocalDate.MIN),
                day(node.required(fields, "to"), LocalDate.MAX),
                day(node.required(fields, "last_checked"), LocalDate.MIN),
                fields.containsKey("replaced_by") ? fields.get("replaced_by").text() : "",
                new Citation(
                        citation.required(cited, "document").text(),
                        citation.required(cited, "section").text(),
                        cited.containsKey("place") ? cited.get("place").text() : ""),
                rows(node, fields));
    }

    private static List<Map<String, String>> rows(YamlNode node, Map<String, YamlNode> fields) {
        if (fields.containsKey("value")) {
            return List.of(Map.of("value", fields.get("value").text()));
        }
        List<Map<String, String>> rows = new ArrayList<>();
        for (YamlNode row : node.required(fields, "rows").items()) {
            Map<String, String> cells = new LinkedHashMap<>();
            row.entries().forEach((column, cell) -> cells.put(column, cell.text()));
            // The order of the source is that of the columns when the term is shown.
            rows.add(Collections.unmodifiableMap(cells));
        }
        return rows;
    }

    private static LocalDate day(YamlNode node, LocalDate open) {
        try {
            return node.text().equals("open") ? open : LocalDate.parse(node.text());
        } catch (DateTimeParseException e) {
            throw node.wrong("a date like 2026-10-31, or open");
        }
    }
}
