package io.tallybook.terms;

import java.io.Reader;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads one YAML file that holds one term. Every value is taken as the text that stands there, never as a binary number. */
final class TermFile {
    private static final Set<String> KEYS = Set.of("term", "about", "unit", "clauses", "editions");
    private static final Set<String> EDITION_KEYS =
            Set.of("edition", "from", "to", "last_checked", "replaced_by", "citation", "rows", "value");

    private final String file;

    private TermFile(String file) {
        this.file = file;
    }

    static Term read(String file, Reader text) {
        return new TermFile(file).term(text);
    }

    private Term term(Reader text) {
        Node root;
        try {
            root = new Yaml(new LoaderOptions()).compose(text);
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            throw new TermsException(file + ":" + line + ": not YAML: " + e.getProblem());
        }
        if (root == null) {
            throw new TermsException(file + ":1: is empty; expected a term");
        }
        Map<String, Node> fields = fields(root, KEYS);
        String id = text(root, fields, "term");
        List<TermEdition> editions = new ArrayList<>();
        for (Node edition : items(root, fields, "editions")) {
            editions.add(edition(id, edition));
        }
        try {
            return new Term(
                    id,
                    text(root, fields, "about"),
                    text(root, fields, "unit"),
                    items(root, fields, "clauses").stream().map(this::scalar).toList(),
                    editions);
        } catch (IllegalArgumentException e) {
            throw new TermsException(file + ": " + e.getMessage());
        }
    }

    private TermEdition edition(String id, Node node) {
        Map<String, Node> fields = fields(node, EDITION_KEYS);
        Node citation = required(node, fields, "citation");
        Map<String, Node> cited = fields(citation, Set.of("document", "section", "place"));
        return new TermEdition(
                id,
                text(node, fields, "edition"),
                day(node, fields, "from", LocalDate.MIN),
                day(node, fields, "to", LocalDate.MAX),
                day(node, fields, "last_checked", LocalDate.MIN),
                fields.containsKey("replaced_by") ? text(node, fields, "replaced_by") : "",
                new Citation(
                        text(citation, cited, "document"),
                        text(citation, cited, "section"),
                        cited.containsKey("place") ? text(citation, cited, "place") : ""),
                rows(node, fields));
    }

    private List<Map<String, String>> rows(Node node, Map<String, Node> fields) {
        if (fields.containsKey("value")) {
            return List.of(Map.of("value", text(node, fields, "value")));
        }
        List<Map<String, String>> rows = new ArrayList<>();
        for (Node row : items(node, fields, "rows")) {
            Map<String, String> cells = new LinkedHashMap<>();
            if (!(row instanceof MappingNode mapping)) {
                throw wrong(row, "a row as {column: value}");
            }
            for (NodeTuple cell : mapping.getValue()) {
                cells.put(scalar(cell.getKeyNode()), scalar(cell.getValueNode()));
            }
            rows.add(Map.copyOf(cells));
        }
        return rows;
    }

    private Map<String, Node> fields(Node node, Set<String> allowed) {
        if (!(node instanceof MappingNode mapping)) {
            throw wrong(
                    node, "keys: " + String.join(", ", allowed.stream().sorted().toList()));
        }
        Map<String, Node> fields = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            String key = scalar(tuple.getKeyNode());
            if (!allowed.contains(key)) {
                throw wrong(
                        tuple.getKeyNode(),
                        "one of " + String.join(", ", allowed.stream().sorted().toList()));
            }
            fields.put(key, tuple.getValueNode());
        }
        return fields;
    }

    private Node required(Node parent, Map<String, Node> fields, String key) {
        Node node = fields.get(key);
        if (node == null) {
            throw new TermsException(place(parent) + "'" + key + "' is missing");
        }
        return node;
    }

    private String text(Node parent, Map<String, Node> fields, String key) {
        return scalar(required(parent, fields, key));
    }

    private List<Node> items(Node parent, Map<String, Node> fields, String key) {
        Node node = required(parent, fields, key);
        if (!(node instanceof SequenceNode sequence)) {
            throw wrong(node, "a list");
        }
        return sequence.getValue();
    }

    private LocalDate day(Node parent, Map<String, Node> fields, String key, LocalDate open) {
        Node node = required(parent, fields, key);
        String text = scalar(node);
        try {
            return text.equals("open") ? open : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw wrong(node, "a date like 2026-10-31, or open");
        }
    }

    private String scalar(Node node) {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw wrong(node, "a single value");
    }

    private TermsException wrong(Node node, String expected) {
        String found = node instanceof ScalarNode scalar ? "'" + scalar.getValue() + "'" : "a " + node.getNodeId();
        return new TermsException(place(node) + "found " + found + ", expected " + expected);
    }

    private String place(Node node) {
        return file + ":" + (node.getStartMark().getLine() + 1) + ": ";
    }
}
