package io.tallybook.corpus;

import io.tallybook.yaml.YamlNode;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The files and what is known about them. */
final class Corpus {
    static final Path FOLDER = Path.of("src", "test", "resources", "corpus");

    /** What each file gives, recorded by {@link CorpusTest} and reviewed as text. */
    static final Path GIVES = FOLDER.resolve("gives.txt");

    private static final Path MANIFEST = FOLDER.resolve("manifest.yaml");
    private static final String HEADING = "== ";

    private Corpus() {}

    /**
     * A file.
     *
     * @param name  its path below the folder, with slashes
     * @param must  cells that its maker put there, as {@link CorpusCells.Cell} writes them
     * @param refused  whether it must be refused; otherwise it must be read
     * @param poi  the fault for which Apache POI reads the file otherwise, or not at all; empty if it agrees
     */
    record Entry(String name, String about, List<String> must, boolean refused, String poi) {
        Path path() {
            return FOLDER.resolve(name);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static List<Entry> entries() {
        try (Reader text = Files.newBufferedReader(MANIFEST)) {
            List<Entry> entries = new ArrayList<>();
            YamlNode.read("manifest.yaml", text).entries().forEach((name, node) -> {
                Map<String, YamlNode> fields = node.fields("about", "made_with", "must", "poi");
                List<String> must = node.required(fields, "must").texts();
                YamlNode poi = fields.get("poi");
                entries.add(new Entry(
                        name,
                        node.required(fields, "about").text(),
                        must,
                        must.equals(List.of("refused")),
                        poi == null ? "" : poi.text()));
            });
            return entries;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names of the files that lie there. */
    static List<String> files() {
        try (Stream<Path> walk = Files.walk(FOLDER)) {
            return walk.filter(Files::isRegularFile)
                    .map(file -> FOLDER.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> name.contains("/"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Splits lines into those of each file, which stand below its name. */
    static Map<String, List<String>> sections(List<String> lines) {
        Map<String, List<String>> sections = new LinkedHashMap<>();
        List<String> section = new ArrayList<>();
        for (String line : lines) {
            if (line.startsWith(HEADING)) {
                section = new ArrayList<>();
                sections.put(line.substring(HEADING.length()), section);
            } else {
                section.add(line);
            }
        }
        return sections;
    }

    /** The lines that each file gives, as they were reviewed. */
    static Map<String, List<String>> gives() {
        try {
            return sections(Files.readAllLines(GIVES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String heading(String name) {
        return HEADING + name;
    }
}
