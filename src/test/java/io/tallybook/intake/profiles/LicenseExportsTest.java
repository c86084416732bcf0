package io.tallybook.intake.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.intake.profiles.ExportFile.Reading;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Exports of licenses and of what they cost. */
class LicenseExportsTest {
    @TempDir
    Path folder;

    private static ExportFile reconciliation(String version) {
        return ExportFile.of(version)
                .row(
                        "CustomerId", "8611537",
                        "OrderId", "o-1",
                        "OrderDate", "2026-07-01T00:00:00Z",
                        "ProductName", "Microsoft 365 E3",
                        "ChargeType", "cycleCharge",
                        "Quantity", "'22.000000000000000000",
                        "Subtotal", "'748.000000000000000000",
                        "TaxTotal", "'0E-20",
                        "Currency", "EUR",
                        "ChargeStartDate", "2026-07-01",
                        "ChargeEndDate", "2026-07-31",
                        "TermAndBillingCycle", "1 Year commitment for monthly billing")
                .row(
                        "CustomerId", "8611537",
                        "OrderDate", "7/1/2026",
                        "ProductName", "Microsoft 365 E3",
                        "ChargeType", "removeQuantity",
                        "Quantity", "'-2.000000000000000000",
                        "Subtotal", "'-68.000000000000000000",
                        "Currency", "EUR",
                        "TermAndBillingCycle", "1 Year commitment for monthly billing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"csp-reconciliation-48", "csp-reconciliation-2021"})
    void aReconciliationIsReadAsPurchasesOfItsCustomer(String version) {
        Reading reading = ExportFile.read(reconciliation(version).in(folder, "recon.csv"));
        assertThat(reading.recognised().profile()).isEqualTo("csp-reconciliation");
        assertThat(reading.rejects()).isEmpty();
        assertThat(reading.rows()).hasSize(2);
    }

    @Test
    void aHeaderThatStandsThereAgainIsPassedOver() {
        String text = reconciliation("csp-reconciliation-48").text();
        Path file = ExportFile.write(folder.resolve("recon.csv"), (text + text).getBytes(StandardCharsets.UTF_8));
        Reading reading = ExportFile.read(file);
        assertThat(reading.rows()).hasSize(4);
        assertThat(reading.rejects()).isEmpty();
        assertThat(reading.counts().orElseThrow().passedOver()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"configmgr-licenses", "m365-licenses", "license-statement-pivot"})
    void whatNamesNoAccountIsRefusedWithWhatToDo(String version) {
        Reading reading = ExportFile.read(ExportFile.of(version).in(folder, "export.csv"));
        assertThat(reading.recognised().known()).isFalse();
        assertThat(reading.recognised().reason()).contains("docs/profiles.md");
    }

    @Test
    void theHeaderOfAStatementIsFoundBelowItsTitles() {
        Reading reading = ExportFile.read(ExportFile.of("license-statement-pivot")
                .below("Microsoft License Statement\n\n\n\n\n\n\n\n\n")
                .in(folder, "Pivot- Daten.csv"));
        assertThat(reading.recognised().reason()).contains("License Statement");
    }

    @Test
    void anotherSpellingOfAHeaderIsKnown() {
        Reading reading = ExportFile.read(
                ExportFile.withHeaders("Produktpool", "Licence Product Family", "Effective Licence Quantity")
                        .in(folder, "pivot.csv"));
        assertThat(reading.recognised().reason()).contains("License Statement");
    }
}
