package io.tallybook.terms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Product names, and what the catalogue knows of them. */
class ProductNamesTest {
    @ParameterizedTest(name = "{0} + {1} = {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "SQL Server | Standard | SQL Server Standard",
                "SQL Server Standard | Standard | sql server standard",
                "Microsoft\u00ae SQL\u00a0Server 2019 | Standard Edition | SQL-SERVER standard",
                "SQL Server | Data Center | SQL Server Datacenter",
                "CIS | Datacenter | Core Infrastructure Server Suite Datacenter",
                "Core Infrastructure Suite | Standard | CIS Suite Standard",
                "Office SharePoint Server | '' | SharePoint Server",
                "SQL Parallel Data Warehouse | '' | SQL Server Parallel Data Warehouse",
                "SQL CAL | '' | SQL Server CAL",
                "SQL Server User CAL | '' | SQL Device CAL",
                "Dynamics 365 Sales On-premises CAL | '' | Dynamics 365 Sales CAL",
                "System Center 2012 R2 | Datacenter | System Center Datacenter"
            })
    void namesOfOneProductAreEqual(String product, String edition, String other) {
        assertThat(ProductKey.of(product, edition)).isEqualTo(ProductKey.of(other));
    }

    @ParameterizedTest(name = "{0} is not {1}")
    @CsvSource({
        "Windows Server Standard, Windows Server Datacenter",
        "SQL Server Standard, SQL Server Standard Core",
        "Windows Server, Windows",
        "Exchange Server Enterprise, Exchange Server"
    })
    void aNameIsComparedWhole(String one, String other) {
        assertThat(ProductKey.of(one)).isNotEqualTo(ProductKey.of(other));
    }

    @Test
    void aYearInTheNameIsItsVersion() {
        assertThat(ProductKey.of("Windows Server 2012 R2", "Standard").version())
                .isEqualTo("2012 R2");
        assertThat(ProductKey.of("Dynamics 365 Sales CAL").version()).isEmpty();
    }

    @Test
    void aCalIsKnownByTheEndOfItsName() {
        assertThat(ProductKey.of("Core CAL Suite").endsInCal()).isTrue();
        assertThat(ProductKey.of("Dynamics AX Task CAL").endsInCal()).isTrue();
        assertThat(ProductKey.of("Harbour Optical").endsInCal()).isFalse();
    }

    private static ProductCatalogue catalogue(ProductCatalogue.Entry... additions) {
        return ProductCatalogue.of(
                Terms.builtIn().at(ProductCatalogue.TERM, java.time.LocalDate.of(2024, 6, 30)), List.of(additions));
    }

    private static ProductCatalogue.Entry entry(String product, String edition, String pool) {
        return new ProductCatalogue.Entry(
                product, edition, pool, Designation.NOT_KNOWN, Designation.YES, Designation.NOT_KNOWN, "us");
    }

    @Test
    void whatTheSourcesDoNotSayIsNotKnown() {
        ProductCatalogue.Entry exchange =
                catalogue().find("Exchange Server", "Standard").orElseThrow();
        assertThat(exchange.pool()).isEqualTo("SERVER");
        assertThat(exchange.licenseMobility()).isEqualTo(Designation.NOT_KNOWN);
        assertThat(catalogue().find("Harbour Frame Grabber", "")).isEmpty();
    }

    @Test
    void aRowOfTheUserComesFirstAndLeavesWhatItDoesNotSay() {
        ProductCatalogue catalogue =
                catalogue(entry("Exchange Server", "Standard", ""), entry("Harbour", "", "SYSTEMS"));
        ProductCatalogue.Entry exchange =
                catalogue.find("Exchange Server Standard", "").orElseThrow();
        assertThat(exchange.pool()).isEqualTo("SERVER");
        assertThat(exchange.selfHosted()).isEqualTo(Designation.YES);
        assertThat(catalogue.find("Harbour", "Deluxe").map(ProductCatalogue.Entry::pool))
                .isEqualTo(Optional.of("SYSTEMS"));
        assertThat(catalogue.find("Exchange Server", "Enterprise").map(ProductCatalogue.Entry::selfHosted))
                .isEqualTo(Optional.of(Designation.NOT_KNOWN));
    }
}
