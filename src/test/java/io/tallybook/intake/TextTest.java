package io.tallybook.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "order_date",
                "Order Date",
                "ORDER-DATE",
                " order date ",
                "Order\u00a0Date",
                "order\u2011date",
                "order\u2010Date",
                "Order \u2013 Date",
                "\ufefforder_date",
                "orderdate",
                "Order\nDate"
            })
    void headersMatchWithoutRegardToWhatDoesNotMatter(String header) {
        assertThat(Text.header(header)).isEqualTo("orderdate");
    }

    @Test
    void everyOtherSignInAHeaderMatters() {
        assertThat(Text.header("Cost (USD)")).isEqualTo("cost(usd)");
        assertThat(Text.header("Größe")).isEqualTo("größe");
        assertThat(Text.header("amount!")).isNotEqualTo(Text.header("amount"));
    }

    @Test
    void starsThatMarkRequiredColumnsDoNotMatter() {
        assertThat(Text.header("*amount")).isEqualTo(Text.header("amount"));
    }

    @Test
    void blanksAreTrimmedAtTheEndsOnly() {
        assertThat(Text.trimmed("\ufeff\u200b\u00a0 a b\t\u202f\r\n")).isEqualTo("a b");
        assertThat(Text.trimmed(" \u00a0")).isEmpty();
        assertThat(Text.trimmed("")).isEmpty();
    }
}
