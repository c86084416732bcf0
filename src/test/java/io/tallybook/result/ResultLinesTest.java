package io.tallybook.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResultLinesTest {
    private static String line(Result... results) throws IOException {
        LineWriter writer = new LineWriter();
        writer.write(List.of(results));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writer.writeTo(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Figure figure(String reason) {
        return new Figure(
                "sa-spend",
                "A1",
                "agreement:E1",
                "SERVER",
                FigureState.KNOWN,
                "10.00",
                "EUR",
                List.of("SA-PRS-10", "SA-PRS-11"),
                "2026-10",
                List.of("one", "two"),
                List.of(new WorkingStep("spend", "10.00", "EUR"), new WorkingStep("lines", "2", "")),
                List.of(new SourceRows("a.csv", "a", "2-3", 2), new SourceRows("b.xlsx", "B 1", "7", 1)),
                reason);
    }

    private static Finding finding(String account, String reason) {
        return new Finding(
                "SA-GEN-01", account, "agreement:E1", FindingStatus.FAIL, "", reason, "", List.of(), List.of());
    }

    @Test
    void aFigureIsOneLineWithItsKeysInOrder() throws IOException {
        assertThat(line(figure("because")))
                .isEqualTo(
                        "{\"kind\":\"figure\",\"measure\":\"sa-spend\",\"account\":\"A1\",\"subject\":\"agreement:E1\","
                                + "\"dimension\":\"SERVER\",\"state\":\"KNOWN\",\"value\":\"10.00\",\"unit\":\"EUR\","
                                + "\"reason\":\"because\",\"clauses\":[\"SA-PRS-10\",\"SA-PRS-11\"],\"edition\":\"2026-10\","
                                + "\"assumptions\":[\"one\",\"two\"],\"working\":[{\"what\":\"spend\",\"value\":\"10.00\","
                                + "\"unit\":\"EUR\"},{\"what\":\"lines\",\"value\":\"2\"}],\"sources\":[{\"file\":\"a.csv\","
                                + "\"sheet\":\"a\",\"rows\":\"2-3\",\"count\":2},{\"file\":\"b.xlsx\",\"sheet\":\"B 1\","
                                + "\"rows\":\"7\",\"count\":1}]}\n");
    }

    @Test
    void emptyTextsAreLeftOut() throws IOException {
        assertThat(line(finding("", "")))
                .isEqualTo("{\"kind\":\"finding\",\"clause\":\"SA-GEN-01\",\"subject\":\"agreement:E1\","
                        + "\"status\":\"FAIL\",\"assumptions\":[],\"sources\":[]}\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                "\"quoted\" and \\ and /",
                "tab\t, line\n, return\r, back\b, feed\f, bell\u0007, delete\u007f",
                "Zürich, Łódź, 東京, €",
                "beyond the first plane: 😀 at the end 😀",
                "<script>alert('x')</script>"
            })
    void everyTextComesBackAsItWas(String text) throws IOException {
        assertThat(ResultLines.parse(line(figure(text)).strip())).isEqualTo(figure(text));
        assertThat(ResultLines.parse(line(finding(text, text)).strip())).isEqualTo(finding(text, text));
    }

    @Test
    void controlCharactersAreEscapedInFull() throws IOException {
        assertThat(line(finding("", "\u001f"))).contains("\"reason\":\"\\u001F\"");
    }

    @Test
    void halfACharacterIsEscapedAndComesBack() throws IOException {
        assertThat(line(finding("", "a\ud83d"))).contains("\"reason\":\"a\\uD83D\"");
    }

    @Test
    void manyLinesAndLongTextsFindRoom() throws IOException {
        String text = "\u0001".repeat(100_000);
        Figure[] figures = new Figure[20];
        for (int i = 0; i < figures.length; i++) {
            figures[i] = figure(text + i);
        }
        List<String> lines = line(figures).lines().toList();
        assertThat(lines).hasSize(20);
        assertThat(ResultLines.parse(lines.get(19))).isEqualTo(figures[19]);
    }

    @Test
    void resultsThatRestOnTheSameRowsSayTheSameHoweverManyThereAre() throws IOException {
        Finding[] findings = new Finding[100];
        List<SourceRows> rows = List.of();
        for (int i = 0; i < findings.length; i++) {
            rows = i % 3 > 0 ? rows : List.of(new SourceRows("a.csv", "a", "2;" + "7;".repeat(5_000) + i, 5_002));
            findings[i] = finding("A1", "case " + i).withSources(rows);
        }
        List<String> lines = line(findings).lines().toList();
        assertThat(lines.stream().map(ResultLines::parse)).containsExactly(findings);
    }
}
