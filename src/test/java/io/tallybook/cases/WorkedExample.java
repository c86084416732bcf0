package io.tallybook.cases;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.toml.TomlMapper;

/**
 * A worked example: rows in, exact results out.
 *
 * @param id  its id
 * @param asOf  the as-of date
 * @param settings  the settings that it gives a value
 * @param inputs  the rows by record type, each a map of column to text
 * @param expectations  what has to be among the results
 */
public record WorkedExample(
        String id,
        LocalDate asOf,
        Map<String, String> settings,
        Map<String, List<Map<String, String>>> inputs,
        List<Map<String, Object>> expectations) {

    private static final TomlMapper TOML = new TomlMapper();

    @Override
    public String toString() {
        return id;
    }

    /** Returns the examples of every file of the cases folder whose name begins with one of the prefixes. */
    public static List<WorkedExample> of(String... prefixes) {
        Path folder = Path.of("src/test/resources/cases");
        try (Stream<Path> files = Files.list(folder)) {
            List<WorkedExample> examples = new ArrayList<>();
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                if (Stream.of(prefixes).anyMatch(name::startsWith)) {
                    examples.addAll(read(file));
                }
            }
            return examples;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<WorkedExample> read(Path file) throws IOException {
        try (InputStream text = Files.newInputStream(file)) {
            Map<String, List<Map<String, Object>>> root = TOML.readValue(text, new TypeReference<>() {});
            return root.getOrDefault("case", List.of()).stream()
                    .map(WorkedExample::of)
                    .toList();
        }
    }

    @SuppressWarnings("unchecked") // the form of the files is fixed
    private static WorkedExample of(Map<String, Object> node) {
        Map<String, String> settings = new LinkedHashMap<>();
        ((Map<String, Object>) node.getOrDefault("set", Map.of()))
                .forEach((name, value) -> settings.put(name, text(value)));
        Map<String, List<Map<String, String>>> inputs = new LinkedHashMap<>();
        ((Map<String, List<Map<String, Object>>>) node.getOrDefault("inputs", Map.of()))
                .forEach((record, rows) ->
                        inputs.put(record, rows.stream().map(WorkedExample::row).toList()));
        return new WorkedExample(
                text(node.get("id")), LocalDate.parse(text(node.get("as_of"))), settings, inputs, (List<
                                Map<String, Object>>)
                        node.getOrDefault("expect", List.of()));
    }

    private static Map<String, String> row(Map<String, Object> cells) {
        Map<String, String> row = new LinkedHashMap<>();
        cells.forEach((column, value) -> row.put(column, text(value)));
        return row;
    }

    /** A value as it would stand in a csv. */
    static String text(@Nullable Object value) {
        if (value instanceof Boolean answer) {
            return answer ? "Y" : "N";
        }
        if (value instanceof List<?> values) {
            return String.join(";", values.stream().map(WorkedExample::text).toList());
        }
        return String.valueOf(value);
    }
}
