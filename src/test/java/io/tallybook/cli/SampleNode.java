package io.tallybook.cli;

import io.tallybook.yaml.YamlNode;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A sample of a message as it stands in a file of them. */
record SampleNode(String name, YamlNode node, Map<String, YamlNode> fields) {
    private static final Path FOLDER = Path.of("src", "test", "resources", "messages");

    /**
     * Reads all samples of a file.
     *
     * @param file  its name
     * @param maker  makes one
     * @param known  the fields that a sample may have
     */
    static <T> List<T> read(String file, Function<SampleNode, T> maker, String... known) {
        try (Reader text = Files.newBufferedReader(FOLDER.resolve(file))) {
            return YamlNode.read(file, text).entries().entrySet().stream()
                    .map(entry -> maker.apply(new SampleNode(
                            entry.getKey(), entry.getValue(), entry.getValue().fields(known))))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String required(String key) {
        return node.required(fields, key).text();
    }

    boolean has(String key) {
        return fields.containsKey(key);
    }

    Optional<YamlNode> field(String key) {
        return Optional.ofNullable(fields.get(key));
    }

    /** The text of a field, or an empty one. */
    String text(String key) {
        return field(key).map(YamlNode::text).orElse("");
    }

    /** The texts of a field by their names; none without the field. */
    Map<String, String> texts(String key) {
        return field(key).map(SampleNode::texts).orElse(Map.of());
    }

    static Map<String, String> texts(YamlNode node) {
        Map<String, String> texts = new LinkedHashMap<>();
        node.entries().forEach((name, text) -> texts.put(name, text.text()));
        return texts;
    }

    /** The encoding of the sample's files. */
    Charset encoding() {
        return has("encoding") ? Charset.forName(text("encoding")) : StandardCharsets.UTF_8;
    }
}
