package io.tallybook.analysis.azure;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.analysis.Setting;
import io.tallybook.result.FindingStatus;
import io.tallybook.terms.Terms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Settings repeat the terms, and terms that are not in force leave the verdict open. */
class AzureTermsTest {
    @ParameterizedTest
    @CsvSource({
        "azure.usage-threshold-usd, azure-usage-threshold",
        "azure.usage-months, azure-usage-months",
        "azure.peace-years, patent-peace-years",
        "azure.cost-share-limit-percent, azure-cost-share-limit",
        "azure.cost-share-limit-percent, inferencing-share-limit"
    })
    void defaultsRepeatTheTermsThatComeWithTheProgram(String setting, String term) {
        String value = AzureSettings.ALL.stream()
                .filter(known -> known.name().equals(setting))
                .map(Setting::defaultValue)
                .findFirst()
                .orElseThrow();
        assertThat(Terms.builtIn().term(term).editions()).hasSize(1);
        assertThat(Terms.builtIn().term(term).editions().get(0).value()).isEqualTo(value);
    }

    private static Path term(Path folder, String from, String to, String value) throws IOException {
        Path file = folder.resolve("threshold.yaml");
        Files.writeString(file, """
                term: azure-usage-threshold
                about: monthly usage
                unit: USD
                clauses: [IPA-41]
                editions:
                  - edition: "Example edition"
                    from: %s
                    to: %s
                    last_checked: 2026-01-01
                    replaced_by: "%s"
                    citation: {document: "Example", section: "1"}
                    value: "%s"
                """.formatted(from, to, to.equals("open") ? "" : "nothing", value));
        return file;
    }

    private static Scenario enough() {
        return Scenario.ofA1("2026-04-15")
                .usage("2026-01-10", "1500.00", "USD")
                .usage("2026-02-10", "1500.00", "USD")
                .usage("2026-03-10", "1500.00", "USD");
    }

    @Test
    void anEditionThatTheJobAddsDecides(@TempDir Path folder) throws IOException {
        Terms terms = Terms.builtIn().with(List.of(term(folder, "open", "open", "1500.01")));
        var finding = enough().terms(terms).assess().finding("IPA-41", "account:A1");
        assertThat(finding.status()).isEqualTo(FindingStatus.FAIL);
        assertThat(finding.edition()).isEqualTo("Example edition");
    }

    @Test
    void withoutAnEditionInForceNothingIsDecided(@TempDir Path folder) throws IOException {
        Terms terms = Terms.builtIn().with(List.of(term(folder, "open", "2026-03-31", "1000")));
        var finding = enough().terms(terms).assess().finding("IPA-41", "account:A1");
        assertThat(finding.status()).isEqualTo(FindingStatus.UNDETERMINED);
        assertThat(finding.reason())
                .isEqualTo("azure-usage-threshold: not in force, ended on 2026-03-31, replaced by nothing.");
    }
}
