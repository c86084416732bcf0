package io.tallybook.intake.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.intake.profiles.ExportFile.Reading;
import io.tallybook.ledger.AzureUsage;
import io.tallybook.ledger.AzureUsage.ChargeType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files as their publishers made them; see {@code samples/README.md}. */
class RealSamplesTest {
    @TempDir
    Path folder;

    private Reading sample(String name) {
        byte[] bytes = ExportFile.resource("/samples/" + name).getBytes(StandardCharsets.UTF_8);
        return ExportFile.read(ExportFile.write(folder.resolve(name), bytes));
    }

    @Test
    void anEnterpriseExportKeepsItsTotalToTheLastDigit() {
        Reading reading = sample("ea-actual-cost.csv");
        assertThat(reading.recognised().profile()).isEqualTo("azure-ea-2019");
        assertThat(reading.rejects()).isEmpty();
        assertThat(reading.total()).isEqualByComparingTo("8.5450077867419368");
        assertThat(reading.sums().stream().mapToLong(sum -> sum.count()).sum()).isEqualTo(11);
        assertThat(reading.sums().stream().map(sum -> sum.line()).filter(CostsOf::purchase))
                .singleElement()
                .satisfies(line -> assertThat(line.termMonths()).isEqualTo(36))
                .satisfies(line -> assertThat(line.amount()).isEqualByComparingTo("3.25"));
    }

    private static final class CostsOf {
        static boolean purchase(AzureUsage line) {
            return line.chargeType() == ChargeType.PURCHASE;
        }
    }

    @Test
    void anExportOfAnEmptyMonthIsReadAndHasNoRows() {
        Reading reading = sample("ea-no-rows.csv");
        assertThat(reading.recognised().profile()).isEqualTo("azure-ea-2019");
        assertThat(reading.sums()).isEmpty();
        assertThat(reading.counts())
                .hasValueSatisfying(counts -> assertThat(counts.rows()).isZero());
    }

    @Test
    void aPayAsYouGoExportIsReadWithTheAccountThatTheJobNames() {
        Path file = ExportFile.write(
                folder.resolve("payg.csv"),
                ExportFile.resource("/samples/pay-as-you-go.csv").getBytes(StandardCharsets.UTF_8));
        AzureUsage line = ExportFile.read(file, java.util.Map.of("azure.account", "A9", "azure.solution-tag", ""))
                .line();
        assertThat(line.account()).isEqualTo("A9");
        assertThat(line.date()).isEqualTo(LocalDate.parse("2021-02-02"));
        assertThat(line.amount()).isEqualByComparingTo("0.075");
        assertThat(ExportFile.read(file).rejects())
                .extracting(reject -> reject.code())
                .containsExactly("no-account");
    }

    @Test
    void theEuropeanCentralBanksRatesBecomeOneRateACellWithoutThoseNotQuoted() {
        Reading reading = sample("ecb-rates.csv");
        assertThat(reading.recognised().profile()).isEqualTo("ecb-rates");
        assertThat(reading.rejects()).isEmpty();
        String text = ExportFile.resource("/samples/ecb-rates.csv");
        long quoted = text.lines()
                .skip(1)
                .flatMap(line -> java.util.Arrays.stream(line.split(",", -1)).skip(1))
                .filter(cell -> !cell.isEmpty() && !cell.equals("N/A"))
                .count();
        assertThat(reading.rows()).hasSize(Math.toIntExact(quoted));
        assertThat(reading.counts())
                .hasValueSatisfying(counts -> assertThat(counts.accepted()).isEqualTo(400));
    }
}
