package io.tallybook.analysis.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.terms.ProductKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProductNameTest {
    @ParameterizedTest
    @CsvSource({
        "SQL Server, Standard, '', true, SQL Server Standard Core, ''",
        "SQL Server, Standard, '', false, SQL Server Standard, ''",
        "SQL Server 2019, Standard Core, '', true, SQL Server Standard Core, 2019",
        "SQL Server Enterprise Core, '', 2022, true, SQL Server Enterprise Core, 2022",
        "Windows Server 2012 R2 Standard, Standard, '', true, Windows Server Standard, 2012r2",
        "Office Professional Plus, Professional, '', false, Office Professional Plus, ''",
        "Project Professional 2021 HUP, '', '', false, Project Professional HUP, 2021"
    })
    void aNameIsProductAndEditionWithoutItsVersion(
            String product, String edition, String version, boolean cores, String full, String ofVersion) {
        ProductName name = ProductName.of(product, edition, version, cores);
        assertThat(name.full()).isEqualTo(ProductKey.of(full));
        assertThat(name.version()).isEqualTo(ofVersion);
    }

    @Test
    void theProductWithoutItsEditionIsKnownHoweverItIsWritten() {
        ProductKey windowsServer = ProductKey.of("Windows Server");
        assertThat(ProductName.of("Windows Server", "Standard").product()).isEqualTo(windowsServer);
        assertThat(ProductName.of("Windows Server Standard", "Standard").product())
                .isEqualTo(windowsServer);
    }

    @Test
    void aSqlServerIsNoCalForOne() {
        assertThat(ProductName.of("SQL Server Standard Core", "").isSqlServer()).isTrue();
        assertThat(ProductName.of("SQL Server CAL", "").isSqlServer()).isFalse();
    }
}
