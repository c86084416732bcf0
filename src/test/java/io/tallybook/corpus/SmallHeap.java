package io.tallybook.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads files in a process of its own, whose heap is that of a small machine; a full heap ends it. */
public final class SmallHeap {
    /** How long a file may take. */
    private static final int SECONDS = 10;

    private SmallHeap() {}

    /** Reads all files of a folder. */
    static Map<String, List<String>> read(Path folder, String heap) throws IOException, InterruptedException {
        return read(folder, heap, SECONDS);
    }

    /** Reads all files of a folder, each of which may take so many seconds. */
    static Map<String, List<String>> read(Path folder, String heap, int seconds)
            throws IOException, InterruptedException {
        try (Stream<Path> files = Files.list(folder)) {
            return read(
                    folder,
                    files.map(file -> String.valueOf(file.getFileName()))
                            .sorted()
                            .toList(),
                    heap,
                    seconds);
        }
    }

    /** Returns what each file gave, see {@link CorpusReading}. */
    static Map<String, List<String>> read(Path folder, List<String> names, String heap)
            throws IOException, InterruptedException {
        return read(folder, names, heap, SECONDS);
    }

    private static Map<String, List<String>> read(Path folder, List<String> names, String heap, int seconds)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        heap,
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-Djava.util.logging.config.file=/dev/null",
                        "-cp",
                        classPath(),
                        CorpusReading.class.getName(),
                        folder.toString(),
                        String.valueOf(seconds))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var in = process.outputWriter(StandardCharsets.UTF_8)) {
            in.write(String.join("\n", names));
        }
        List<String> lines = process.inputReader(StandardCharsets.UTF_8).lines().toList();
        assertThat(process.waitFor())
                .as(
                        "exit of the reading process, which ended with %s",
                        lines.subList(Math.max(0, lines.size() - 3), lines.size()))
                .isZero();
        return Corpus.sections(lines);
    }

    /** The class path of the tests, for a process of their own. */
    public static String classPath() {
        // Launchers that load tests through a loader of their own do not have them on the class path.
        return SmallHeap.class.getClassLoader() instanceof URLClassLoader loader
                ? Stream.of(loader.getURLs()).map(URL::getPath).collect(Collectors.joining(File.pathSeparator))
                : System.getProperty("java.class.path");
    }
}
