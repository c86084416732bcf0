package io.tallybook.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.intake.ProblemExamples.Example;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every problem code has a small failing example, and docs/problems.md is made of them. */
class ProblemsTest {
    private static final Path DOCUMENT = Path.of("docs", "problems.md");

    @TempDir
    Path folder;

    static List<Example> examplesOfReading() {
        return ProblemExamples.ALL.stream().filter(Example::isOfReading).toList();
    }

    @Test
    void everyCodeHasAnExample() {
        assertThat(ProblemExamples.ALL)
                .extracting(Example::problem)
                .containsExactlyElementsOf(Arrays.asList(Problem.values()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examplesOfReading")
    void exampleIsRejectedExactlySo(Example example) throws Exception {
        assertThat(Tables.read(example.write(folder)).problems())
                .containsExactly(
                        "row 2 " + example.column() + " " + example.problem().code() + ": found \"" + example.found()
                                + "\"; expected " + example.expected() + "; " + example.remedy());
    }

    /** After a change: {@code mvn test -Dtest=ProblemsTest -Dtallybook.write-docs=true}, and read the difference. */
    @Test
    void documentSaysWhatTheCodeSays() throws Exception {
        if (Boolean.getBoolean("tallybook.write-docs")) {
            Files.writeString(DOCUMENT, ProblemExamples.document());
        }
        assertThat(Files.readString(DOCUMENT)).isEqualTo(ProblemExamples.document());
    }
}
