package io.tallybook.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleDataTest {
    private static final Path SAMPLES = Path.of("sample-data");

    @TempDir
    Path folder;

    @Test
    void theSampleFilesAreWhatTheirMakersMake() throws IOException {
        if ("write".equals(System.getProperty("tallybook.samples"))) {
            SampleData.write(SAMPLES);
        }
        SampleData.write(folder);
        assertThat(contents(SAMPLES))
                .as("run the test with -Dtallybook.samples=write after a change of the makers")
                .isEqualTo(contents(folder));
    }

    @Test
    void makingTheFilesTwiceGivesTheSameBytes() throws IOException {
        SampleData.write(folder.resolve("a"));
        SampleData.write(folder.resolve("b"));
        for (Path file : files(folder.resolve("a"))) {
            assertThat(folder.resolve("b").resolve(file))
                    .hasSameBinaryContentAs(folder.resolve("a").resolve(file));
        }
    }

    @Test
    void allSamplesTogetherAreSmall() throws IOException {
        long bytes = 0;
        for (Path file : files(SAMPLES)) {
            bytes += Files.size(SAMPLES.resolve(file));
        }
        assertThat(bytes).isLessThan(500_000);
    }

    /** Unpacked, because another zip library may pack the same parts into other bytes. */
    private static SortedMap<String, String> contents(Path folder) throws IOException {
        SortedMap<String, String> contents = new TreeMap<>();
        for (Path file : files(folder)) {
            String name = file.toString().replace('\\', '/');
            if (!name.endsWith(".xlsx")) {
                contents.put(name, Files.readString(folder.resolve(file)));
                continue;
            }
            try (InputStream in = Files.newInputStream(folder.resolve(file));
                    ZipInputStream zip = new ZipInputStream(in)) {
                for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    ByteArrayOutputStream part = new ByteArrayOutputStream();
                    zip.transferTo(part);
                    contents.put(name + "!" + entry.getName(), part.toString(StandardCharsets.UTF_8));
                }
            }
        }
        return contents;
    }

    private static List<Path> files(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> walk = Files.walk(folder)) {
            walk.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith(".md"))
                    .sorted()
                    .forEach(file -> files.add(folder.relativize(file)));
        }
        return files;
    }
}
