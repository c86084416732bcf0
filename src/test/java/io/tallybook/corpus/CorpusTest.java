package io.tallybook.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tallybook.corpus.Corpus.Entry;
import io.tallybook.corpus.CorpusCells.Cell;
import io.tallybook.sheet.Unreadable;
import io.tallybook.sheet.UnreadableFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every odd file gives what it must, in a heap of 256 MB and within ten seconds. */
class CorpusTest {
    private static final int LONGEST_MESSAGE = 200;

    /** What no line for a person may hold: a class, a package, a stack trace. */
    private static final Pattern JAVA =
            Pattern.compile("\\w(?:Exception|Error)\\b|\\b(?:java|org|com|io)\\.[a-z]+\\.|\\bnull\\b");

    private static Map<String, List<String>> given = Map.of();

    static List<Entry> entries() {
        return Corpus.entries();
    }

    static List<Entry> workbooks() {
        return Corpus.entries().stream()
                .filter(entry -> !entry.refused() && entry.name().matches("xlsx?/.*"))
                .toList();
    }

    /** In a process of its own, since the heap of this one is larger. */
    @BeforeAll
    static void readAllInASmallHeap() throws Exception {
        List<String> names = entries().stream().map(Entry::name).toList();
        given = SmallHeap.read(Corpus.FOLDER, names, "-Xmx256m");
        record(names);
    }

    /** After a change: {@code mvn test -Dtest=CorpusTest -Dtallybook.write-corpus=true}, and read the difference. */
    private static void record(List<String> names) throws IOException {
        if (Boolean.getBoolean("tallybook.write-corpus")) {
            List<String> lines = new ArrayList<>();
            for (String name : names) {
                lines.add(Corpus.heading(name));
                lines.addAll(given.getOrDefault(name, List.of()));
            }
            Files.write(Corpus.GIVES, lines);
        }
    }

    @Test
    void manifestNamesEveryFile() {
        assertThat(entries()).extracting(Entry::name).containsExactlyInAnyOrderElementsOf(Corpus.files());
        assertThat(entries()).hasSizeGreaterThanOrEqualTo(300);
    }

    @ParameterizedTest
    @MethodSource("entries")
    void fileGivesWhatItMust(Entry entry) {
        List<String> lines = given.getOrDefault(entry.name(), List.of());
        assertThat(lines).as(entry.about()).isNotEmpty().noneMatch(line -> line.startsWith("FAILED"));
        if (entry.refused()) {
            assertThat(lines).singleElement().satisfies(line -> assertThat(line).startsWith("refused "));
        } else {
            assertThat(lines).containsAll(entry.must()).noneMatch(line -> line.startsWith("refused "));
        }
        assertThat(lines).containsExactlyElementsOf(Corpus.gives().getOrDefault(entry.name(), List.of()));
    }

    @ParameterizedTest
    @MethodSource("entries")
    void refusalIsOneShortLineForAPerson(Entry entry) {
        assumeTrue(entry.refused());
        String line = given.getOrDefault(entry.name(), List.of("")).get(0);
        String message = line.substring(line.indexOf(": ") + 2);
        assertThat("[" + Path.of(entry.name()).getFileName() + "] " + message)
                .hasSizeLessThanOrEqualTo(LONGEST_MESSAGE)
                .doesNotContainPattern(JAVA)
                .as("says what to do")
                .contains(";");
    }

    @Test
    void everyReasonToRefuseHasAFile() {
        assertThat(CorpusMessages.refusals()).containsOnlyKeys(Unreadable.values());
    }

    /** Two readers that share no code on cells agree, or the manifest names the fault of the other one. */
    @ParameterizedTest
    @MethodSource("workbooks")
    void poiReadsTheSameCells(Entry entry) throws UnreadableFileException {
        List<String> different = differences(entry.path());
        if (entry.poi().isEmpty()) {
            assertThat(different).isEmpty();
        } else {
            assertThat(different)
                    .as("the fault is gone: take it out of the manifest")
                    .isNotEmpty();
        }
    }

    /** The cells that only one of the two readers has. */
    private static List<String> differences(Path file) throws UnreadableFileException {
        List<String> ours = CorpusCells.of(file).stream().map(Cell::toString).toList();
        List<String> different = new ArrayList<>();
        try {
            List<String> theirs = PoiCells.of(file).stream().map(Cell::toString).toList();
            ours.stream().filter(cell -> !theirs.contains(cell)).forEach(cell -> different.add("ours " + cell));
            theirs.stream().filter(cell -> !ours.contains(cell)).forEach(cell -> different.add("POI's " + cell));
            if (different.isEmpty() && ours.size() != theirs.size()) {
                different.add(ours.size() + " cells, POI has " + theirs.size());
            }
        } catch (IOException | RuntimeException e) {
            different.add("POI cannot read it: " + e);
        }
        return different;
    }
}
