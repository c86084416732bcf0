package io.tallybook.yaml;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/** A value of a YAML file: a text, a list or a mapping, with the line where it stands. */
public final class YamlNode {
    private static final int LONGEST_SHOWN = 80;

    private final String file;
    private final Node node;

    private YamlNode(String file, Node node) {
        this.file = file;
        this.node = node;
    }

    /** Gives plain values no types, which nobody here asks for. */
    private static final class AsTheyStand extends Resolver {
        @Override
        protected void addImplicitResolvers() {
            // none
        }
    }

    /**
     * Reads a file.
     *
     * @param file  its name for messages
     * @param text  its text
     * @return the root value
     * @throws YamlException if it is no YAML, or empty
     */
    public static YamlNode read(String file, Reader text) {
        try {
            LoaderOptions options = new LoaderOptions();
            Node root = new Composer(new ParserImpl(new StreamReader(text), options), new AsTheyStand(), options)
                    .getSingleNode();
            if (root == null) {
                throw new YamlException(file + ":1: is empty");
            }
            return new YamlNode(file, root);
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            throw new YamlException(file + ":" + line + ": is no YAML: " + e.getProblem());
        } catch (YAMLException e) {
            if (e.getCause() instanceof CharacterCodingException) {
                throw new YamlException(file + ": is not UTF-8; save it in this encoding");
            }
            if (e.getCause() instanceof IOException cannotRead) {
                throw new YamlException(file + ": cannot be read: " + cannotRead.getMessage());
            }
            throw new YamlException(file + ": is no YAML: "
                    + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
        }
    }

    /**
     * Returns the entries of a mapping with known keys.
     *
     * @throws YamlException if it is no mapping, or a key is none of these or stands there twice
     */
    public Map<String, YamlNode> fields(String... allowed) {
        List<String> known = Arrays.asList(allowed);
        Map<String, YamlNode> fields = entries();
        for (NodeTuple tuple : ((MappingNode) node).getValue()) {
            YamlNode key = new YamlNode(file, tuple.getKeyNode());
            if (!known.contains(key.text())) {
                throw new YamlException(key.place() + "unknown key '" + shown(key.text()) + "'; expected one of "
                        + String.join(", ", new TreeSet<>(known)));
            }
        }
        return fields;
    }

    /**
     * Returns the entries of a mapping with any keys, in their order.
     *
     * @throws YamlException if it is no mapping, or a key stands there twice
     */
    public Map<String, YamlNode> entries() {
        if (!(node instanceof MappingNode mapping)) {
            throw wrong("a mapping like {key: value}");
        }
        Map<String, YamlNode> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            YamlNode key = new YamlNode(file, tuple.getKeyNode());
            if (entries.put(key.text(), new YamlNode(file, tuple.getValueNode())) != null) {
                throw new YamlException(key.place() + "the key '" + shown(key.text()) + "' stands there twice");
            }
        }
        return entries;
    }

    public boolean isMapping() {
        return node instanceof MappingNode;
    }

    public boolean isList() {
        return node instanceof SequenceNode;
    }

    /**
     * Returns a value of a mapping that has to be there.
     *
     * @throws YamlException if it is not
     */
    public YamlNode required(Map<String, YamlNode> fields, String key) {
        return Optional.ofNullable(fields.get(key))
                .orElseThrow(() -> new YamlException(place() + "'" + key + "' is missing"));
    }

    /**
     * Returns the items of a list.
     *
     * @throws YamlException if it is no list
     */
    public List<YamlNode> items() {
        if (!(node instanceof SequenceNode sequence)) {
            throw wrong("a list like [a, b]");
        }
        List<YamlNode> items = new ArrayList<>();
        sequence.getValue().forEach(item -> items.add(new YamlNode(file, item)));
        return items;
    }

    /** Returns the texts of a list, or the text itself as a list of one. */
    public List<String> texts() {
        return isList() ? items().stream().map(YamlNode::text).toList() : List.of(text());
    }

    /**
     * Returns the text of a single value, exactly as it stands there.
     *
     * @throws YamlException if it is a list or a mapping
     */
    public String text() {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw wrong("a single value");
    }

    /** Makes an exception that says what stands here and what was expected. */
    public YamlException wrong(String expected) {
        String found = node instanceof ScalarNode scalar
                ? "'" + shown(scalar.getValue()) + "'"
                : isList() ? "a list" : "a mapping";
        return new YamlException(place() + "found " + found + ", expected " + expected);
    }

    private static String shown(String text) {
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN - 3) + "...";
    }

    /** Where it stands, e.g. {@code monthly.yaml:12: }. */
    public String place() {
        return file + ":" + (node.getStartMark().getLine() + 1) + ": ";
    }
}
