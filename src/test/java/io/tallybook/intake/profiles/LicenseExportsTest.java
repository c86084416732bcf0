package io.tallybook.intake.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallybook.analysis.Setting;
import io.tallybook.intake.Profiles;
import io.tallybook.intake.profiles.ExportFile.Reading;
import io.tallybook.job.Areas;
import io.tallybook.yaml.YamlException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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

    private static final Map<String, String> SETTINGS =
            Map.of("licenses.account", "A1", "licenses.metric", "DEVICE", "purchases.currency", "EUR");

    @ParameterizedTest
    @ValueSource(strings = {"configmgr-licenses", "m365-licenses", "license-statement-pivot"})
    void whatNamesNoAccountIsRefusedUntilASettingSaysIt(String version) {
        Path file = ExportFile.of(version).in(folder, "export.csv");
        assertThat(ExportFile.read(file).recognised().known()).isFalse();
        assertThat(ExportFile.read(file).recognised().reason())
                .contains("set licenses.account and licenses.metric in the job, or give it a profile");
        assertThat(ExportFile.read(file, Map.of("licenses.account", "A1"))
                        .recognised()
                        .reason())
                .contains("set licenses.metric in the job");
        assertThat(ExportFile.read(file, SETTINGS).recognised().profile()).isEqualTo(version);
    }

    @Test
    void theStatementOfConfigurationManagerIsReadWithWhatTheSettingsSay() {
        Reading reading = ExportFile.read(
                ExportFile.of("configmgr-licenses")
                        .row(
                                "Name", "SQL Server Standard",
                                "Version", "2019",
                                "EffectiveQuantity", "12",
                                "DateOfPurchase", "10/31/2022",
                                "SupportPurchased", "1",
                                "SupportExpirationDate", "10/30/2025")
                        .row("Name", "Visio Professional", "EffectiveQuantity", "3", "SupportPurchased", "0")
                        .in(folder, "export.csv"),
                SETTINGS);
        assertThat(reading.rejects()).isEmpty();
        assertThat(reading.column("account")).containsOnly("A1");
        assertThat(reading.column("product")).containsExactly("SQL Server Standard", "Visio Professional");
        assertThat(reading.column("version")).containsExactly("2019", "");
        assertThat(reading.column("metric")).containsOnly("DEVICE");
        assertThat(reading.column("quantity")).containsExactly("12", "3");
        assertThat(reading.column("acquired")).containsExactly("2022-10-31", "");
        assertThat(reading.column("sa_start")).containsOnly("");
        assertThat(reading.column("sa_end")).containsExactly("2025-10-30", "");
        assertThat(reading.column("with_sa")).containsExactly("YES", "NO");
    }

    @Test
    void thePivotDataOfAStatementAreReadBelowTheirTitlesAndAllCountriesCountOnce() {
        String titles = "Microsoft License Statement\n\n,,,,,,,,,Calculated,2026/08/01\n\n\n\n\n\n\n";
        Reading reading = ExportFile.read(
                ExportFile.of("license-statement-pivot")
                        .below(titles)
                        .row(pivot("All Countries", "30", "10"))
                        .row(pivot("Germany", "20", "10"))
                        .row(pivot("France", "10", "0"))
                        .in(folder, "Pivot- Daten.csv"),
                SETTINGS);
        assertThat(reading.recognised().headerRow()).isEqualTo(10);
        assertThat(reading.recognised().notices()).contains("the statement was calculated on 2026/08/01");
        assertThat(reading.rejects()).isEmpty();
        assertThat(reading.rows()).hasSize(2);
        assertThat(reading.counts().orElseThrow().passedOver()).isEqualTo(1);
        // Ten of twenty have SA: of none it can be said.
        assertThat(reading.column("with_sa")).containsExactly("", "NO");
        assertThat(reading.column("quantity")).containsExactly("20", "10");
    }

    private static String[] pivot(String country, String quantity, String active) {
        return new String[] {
            "Product Pool",
            "Server",
            "License Product Family",
            "SQL Server Standard Core",
            "License Version",
            "2019",
            "Effective License Quantity",
            quantity,
            "Active SA Quantity",
            active,
            "Country of Usage",
            country
        };
    }

    @Test
    void anotherSpellingOfAHeaderIsKnown() {
        Reading reading = ExportFile.read(
                ExportFile.withHeaders("Produktpool", "Licence Product Family", "Effective Licence Quantity")
                        .in(folder, "pivot.csv"));
        assertThat(reading.recognised().reason()).contains("License Statement");
    }

    @Test
    void aListUnderHeadersOfItsOwnIsToldByItsWords() {
        Path file = ExportFile.withHeaders("Licensing ID", "Product Name", "Version", "Quantity", "SA Expiration Date")
                .below("Our licenses\nProduct,as of today\n")
                .row(
                        "Licensing ID", "8611537",
                        "Product Name", "Windows Server Standard",
                        "Version", "2022",
                        "Quantity", "16",
                        "SA Expiration Date", "2027-06-30")
                .in(folder, "owned.csv");
        assertThat(ExportFile.read(file).recognised().reason())
                .startsWith("looks like a list of licenses under headers of its own (row 3): set licenses.account and"
                        + " licenses.metric in the job");

        Reading reading = ExportFile.read(file, SETTINGS);

        assertThat(reading.recognised().profile()).isEqualTo("license-list");
        assertThat(reading.recognised().headerRow()).isEqualTo(3);
        assertThat(reading.column("agreement")).containsExactly("8611537");
        assertThat(reading.column("sa_end")).containsExactly("2027-06-30");
        assertThat(reading.column("sa_start")).containsExactly("");
        assertThat(reading.column("with_sa")).containsExactly("");
    }

    @Test
    void aHeaderSaysTheMetricAndNoSettingHasTo() {
        Path file = ExportFile.withHeaders("License ID", "Account", "Produktname", "Lizenzmetrik", "Anzahl")
                .row(
                        "License ID", "L-7",
                        "Account", "A9",
                        "Produktname", "Windows Server CAL",
                        "Lizenzmetrik", "User CAL",
                        "Anzahl", "40")
                .in(folder, "owned.csv");

        Reading reading = ExportFile.read(file, Map.of());

        assertThat(reading.rejects()).isEmpty();
        assertThat(reading.column("license")).containsExactly("L-7");
        assertThat(reading.column("account")).containsExactly("A9");
        assertThat(reading.column("metric")).containsExactly("CAL_USER");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Product;Quantity;Warehouse",
                // An inventory counts installations.
                "Product;Edition;Version;Quantity;Computer",
                // Orders are no positions, whatever else is missing of them.
                "Agreement Number;Product;Version;Quantity;Order Date;Amount"
            })
    void wordsThatMayStandInOtherTablesAreNotEnough(String headers) {
        ExportFile file = ExportFile.withHeaders(headers.split(";", -1)).row("Product", "Visio", "Quantity", "3");
        assertThat(ExportFile.read(file.in(folder, "stock.csv"), SETTINGS)
                        .recognised()
                        .reason())
                .startsWith("no record type has this name");
    }

    @Test
    void theNameOfASheetMakesUpForWordsThatAreMissing() {
        Path file = ExportFile.withHeaders("Product Family", "Licence Quantity", "Remark")
                .row("Product Family", "Visio Professional", "Licence Quantity", "3")
                .in(folder, "License Summary.csv");
        assertThat(ExportFile.read(file, SETTINGS).recognised().profile()).isEqualTo("license-list");
    }

    @Test
    void transactionsOfOtherLicensesArePassedOver() {
        ExportFile export = ExportFile.withHeaders(
                "Agreement Number", "Product Name", "License Type", "Quantity", "Transaction Date");
        for (String type : List.of("L", "L&SA", "SA", "Step-up")) {
            export.row(
                    "Agreement Number", "8611537",
                    "Product Name", "SQL Server Standard",
                    "License Type", type,
                    "Quantity", "4",
                    "Transaction Date", "6/30/2025");
        }

        Reading reading = ExportFile.read(export.in(folder, "Transaction Data.csv"), SETTINGS);

        assertThat(reading.recognised().profile()).isEqualTo("license-transactions");
        assertThat(reading.rejects()).isEmpty();
        assertThat(reading.rows()).hasSize(2);
        assertThat(reading.counts().orElseThrow().passedOver()).isEqualTo(2);
        assertThat(reading.column("with_sa")).containsExactly("", "YES");
        assertThat(reading.column("acquired")).containsOnly("2025-06-30");
    }

    @Test
    void ordersUnderHeadersOfTheirOwnAreRead() {
        Path file = ExportFile.withHeaders(
                        "Enrollment Number",
                        "PO Number",
                        "Order Date",
                        "Item Name",
                        "Offering",
                        "Order Quantity",
                        "Extended Amount")
                .row(
                        "Enrollment Number", "8611537",
                        "PO Number", "4500",
                        "Order Date", "12/31/2025",
                        "Item Name", "SQL Server Standard Core",
                        "Offering", "L&SA",
                        "Order Quantity", "8",
                        "Extended Amount", "1234.50")
                .in(folder, "orders-2025.csv");
        assertThat(ExportFile.read(file, Map.of()).recognised().reason()).contains("set purchases.currency");

        Reading reading = ExportFile.read(file, SETTINGS);

        assertThat(reading.rejects()).isEmpty();
        assertThat(reading.column("agreement")).containsExactly("8611537");
        assertThat(reading.column("offering")).containsExactly("L_SA");
        assertThat(reading.column("currency")).containsExactly("EUR");
        assertThat(reading.column("order_date")).containsExactly("2025-12-31");
        assertThat(reading.column("amount")).containsExactly("1234.50");
    }

    @Test
    void aJobAddsItsOwnWords() throws IOException {
        Path words = Files.writeString(folder.resolve("words.yaml"), """
                headers: licenses
                sheets: [Bestand]
                columns:
                  product: [Artikelbezeichnung]
                  quantity: [Bestandsmenge]
                """);
        Path file = ExportFile.withHeaders("Artikelbezeichnung", "Bestandsmenge")
                .row("Artikelbezeichnung", "Visio Professional", "Bestandsmenge", "3")
                .in(folder, "Bestand.csv");
        Profiles profiles = Profiles.builtIn();
        assertThat(ExportFile.read(file, SETTINGS, profiles).recognised().known())
                .isFalse();

        Reading reading = ExportFile.read(file, SETTINGS, profiles.with(List.of(words)));

        assertThat(reading.recognised().profile()).isEqualTo("license-list");
        assertThat(reading.column("product")).containsExactly("Visio Professional");
    }

    @Test
    void aWordForAColumnThatIsNoneIsRefused() throws IOException {
        Path words = Files.writeString(folder.resolve("words.yaml"), "headers: licenses\ncolumns: {produkt: [x]}\n");
        assertThatThrownBy(() -> Profiles.builtIn().with(List.of(words)))
                .isInstanceOf(YamlException.class)
                .hasMessageContaining("licenses has no column 'produkt'");
    }

    @Test
    void everySettingThatAProfileNeedsIsOneThatAJobCanGive() throws IOException {
        Set<String> known = Areas.all().stream()
                .flatMap(area -> area.settings().stream())
                .map(Setting::name)
                .collect(Collectors.toSet());
        for (String file : ExportFile.resource("/profiles/index.txt").lines().toList()) {
            Matcher needs = Pattern.compile("(?m)^needs: \\[(.*)]$").matcher(ExportFile.resource("/profiles/" + file));
            while (needs.find()) {
                assertThat(known).as(file).contains(needs.group(1).split(", ", -1));
            }
        }
    }
}
