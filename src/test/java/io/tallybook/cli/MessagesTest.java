package io.tallybook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.cli.MessageSamples.Sample;
import io.tallybook.report.excel.SampleWorkbook;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every message of commands, job files, inputs as a whole and templates, by its exact text. */
class MessagesTest {
    @TempDir
    Path folder;

    /** Texts without a sample here, and why. */
    private static final Map<String, String> WITHOUT_SAMPLE = Map.of(
            "cannot write to", "what cannot be written is said by name",
            "the history of runs cannot be written:", "takes nothing from the run",
            "cannot be read: check that it exists and that you may read it", "a file that goes while it is looked at",
            "holds no sheet with cells", "a reader without sheets refuses the file itself",
            ": cannot be checked:", "a folder that may not be listed, or no room for temporary files");

    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|//[^\n]*", Pattern.DOTALL);
    private static final Pattern TEXT = Pattern.compile("\"((?:[^\"\\\\\n]|\\\\.)*)\"");

    /** The statements that say something to a person. */
    private static final Pattern SAYS = Pattern.compile(
            "\\.wrong\\(|usage\\(|YamlException\\(|ParameterException\\(|Failure\\(|\\bsay\\(|reasons\\s*\\.add|failed\\(RunOutcome|(?:unclear|overtaken)\\.put|reason =|refused\\(|found =|FileSystemException\\(|IllegalArgumentException\\(|ended\\(|TemplateException\\(|UnmovableException\\(|XMLStreamException\\(|problems\\.add|\\bfault\\(|wrong =");

    static List<Sample> samples() {
        return MessageSamples.all().stream()
                .filter(sample -> sample.tested().isEmpty())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void sampleSaysExactlySo(Sample sample) throws Exception {
        CommandRun run = sample.in(folder);

        assertThat(run.err().lines()).contains("tallybook: " + sample.says());
        assertThat(run.exit()).isEqualTo(sample.exit());
    }

    static List<TemplateSamples.Sample> templates() {
        return TemplateSamples.all().stream()
                .filter(sample -> sample.tested().isEmpty())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("templates")
    void templateIsRefusedExactlySo(TemplateSamples.Sample sample) throws Exception {
        CommandRun run = sample.in(folder);

        assertThat(run.lines()).containsExactly(sample.says());
        assertThat(run.exit()).isEqualTo(ExitCode.CONFIGURATION.code());
    }

    /** What a sample says is due to what it changes. */
    @Test
    void theWorkbookThatSamplesChangeIsInOrder() throws Exception {
        Files.write(folder.resolve("account.xlsx"), new SampleWorkbook(Map.of(), Map.of(), Map.of()).bytes());

        assertThat(CommandRun.of("templates", "check", folder.toString()).exit())
                .isZero();
    }

    /** Each text that these rooms can say stands in the document, or is one of a few that say why it does not. */
    @Test
    void everyMessageHasASample() throws Exception {
        String document = Files.readString(Path.of("docs", "problems.md"));
        List<String> without = new ArrayList<>();
        for (String room : List.of("cli", "job", "yaml", "report", "report/excel", "report/template")) {
            try (Stream<Path> files = Files.list(Path.of("src/main/java/io/tallybook", room))) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    said(Files.readString(file)).stream()
                            .filter(text -> !document.contains(text) && !WITHOUT_SAMPLE.containsKey(text))
                            .forEach(text -> without.add(file.getFileName() + ": " + text));
                }
            }
        }
        assertThat(without).isEmpty();
    }

    /** The longest text of each statement that says something, as far as it is a text for people. */
    private static List<String> said(String source) {
        List<String> texts = new ArrayList<>();
        String marked = TEXT.matcher(COMMENT.matcher(source).replaceAll("")).replaceAll(found -> {
            texts.add(found.group(1).replace("\\\"", "\"").strip());
            return "<" + (texts.size() - 1) + ">";
        });
        List<String> said = new ArrayList<>();
        for (String statement : marked.split("[;{}]", -1)) {
            if (SAYS.matcher(statement).find()) {
                Pattern.compile("<(\\d+)>")
                        .matcher(statement)
                        .results()
                        .map(found -> texts.get(Integer.parseInt(found.group(1))))
                        .max(Comparator.comparing(String::length))
                        .filter(text -> text.contains(" "))
                        .ifPresent(said::add);
            }
        }
        return said;
    }
}
