package io.tallybook.intake.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.intake.Profiles;
import io.tallybook.intake.profiles.ExportFile.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The templates in docs/profiles.md, each given to a job as it stands there. */
class DocumentedProfilesTest {
    private static final Pattern BLOCK = Pattern.compile("(?s)```yaml\n(.*?)```");

    @TempDir
    Path folder;

    /** A file that a template is for, and what comes of it. */
    private record Sample(ExportFile file, String name, String column, List<String> values) {}

    private static final Map<String, Sample> SAMPLES = Map.of(
            "profile: configmgr-a1005",
            new Sample(
                    ExportFile.of("configmgr-licenses")
                            .row(
                                    "Name", "Visio Professional",
                                    "EffectiveQuantity", "3",
                                    "DateOfPurchase", "10/31/2022",
                                    "SupportPurchased", "1",
                                    "SupportExpirationDate", "10/30/2025"),
                    "export.csv",
                    "account",
                    List.of("A-1005")),
            "headers: licenses",
            new Sample(
                    ExportFile.withHeaders("Artikelbezeichnung", "Bestandsmenge", "Wartung bis")
                            .row("Artikelbezeichnung", "Visio", "Bestandsmenge", "3", "Wartung bis", "2027-06-30"),
                    "Lizenzbestand.csv",
                    "sa_end",
                    List.of("2027-06-30")),
            "profile: ea-portal-eur",
            new Sample(
                    ExportFile.of("ea-legacy")
                            .row("SubscriptionGuid", "listed", "Date", "09/13/2026", "ExtendedCost", "1.25"),
                    "detail.csv",
                    "",
                    List.of("EUR 1.25")));

    static Stream<String> templates() throws IOException {
        return BLOCK.matcher(Files.readString(Path.of("docs/profiles.md")))
                .results()
                .map(block -> block.group(1));
    }

    @Test
    void everyTemplateHasASample() throws IOException {
        assertThat(templates().map(template -> template.lines().findFirst().orElseThrow()))
                .containsExactlyInAnyOrderElementsOf(SAMPLES.keySet());
    }

    @ParameterizedTest
    @MethodSource("templates")
    void aTemplateReadsWhatItIsFor(String template) throws IOException {
        Path profile = Files.writeString(folder.resolve("own.yaml"), template);
        Sample sample =
                Objects.requireNonNull(SAMPLES.get(template.lines().findFirst().orElseThrow()));

        Reading reading = ExportFile.read(
                sample.file().in(folder, sample.name()),
                Map.of("licenses.account", "A1", "licenses.metric", "USER"),
                Profiles.builtIn().with(List.of(profile)));

        assertThat(reading.recognised().reason()).isEmpty();
        assertThat(reading.rejects()).isEmpty();
        assertThat(
                        sample.column().isEmpty()
                                ? List.of(reading.line().currency() + " "
                                        + reading.line().amount().toPlainString())
                                : reading.column(sample.column()))
                .isEqualTo(sample.values());
    }
}
