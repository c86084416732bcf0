package io.tallybook.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.analysis.Area;
import io.tallybook.analysis.ResultCatalogue;
import io.tallybook.job.Areas;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LabelsTest {
    private static final Labels ENGLISH = Labels.of("en");

    /** Units that stand for a currency, which is its own title. */
    private static final Set<String> MONEY = Set.of(
            "money",
            "the agreement's currency",
            "USD",
            "currency of the row",
            "currency of the fee",
            "currency of the credit");

    static Stream<ResultCatalogue.FigureDefinition> figures() {
        return Areas.all().stream()
                .map(Area::name)
                .flatMap(area -> ResultCatalogue.of(area).figures().values().stream());
    }

    @ParameterizedTest
    @MethodSource("figures")
    void everyMeasureHasATitle(ResultCatalogue.FigureDefinition figure) {
        for (Labels labels : new Labels[] {ENGLISH, Labels.of("de")}) {
            assertThat(labels.has("measure." + figure.measure())).isTrue();
            if (!MONEY.contains(figure.unit())) {
                assertThat(labels.has("unit." + figure.unit())).isTrue();
            }
            figure.dimensions().stream()
                    .filter(dimension -> dimension.equals(dimension.toUpperCase(java.util.Locale.ROOT)))
                    .forEach(dimension ->
                            assertThat(labels.has("dimension." + dimension)).isTrue());
        }
    }

    @Test
    void germanHasEveryHeadingThatEnglishHas() {
        assertThat(Labels.of("de").page().keySet()).isEqualTo(ENGLISH.page().keySet());
        Map<String, Object> german = Labels.of("de").page();
        assertThat(german.get("coverage")).isEqualTo("Datenlage");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "xx", "en-GB", "../labels", "EN"})
    void aLanguageWithoutLabelsIsEnglish(String language) {
        assertThat(Labels.of(language).language()).isEqualTo("en");
    }

    @Test
    void aSubjectIsPutIntoWords() {
        assertThat(ENGLISH.subject("agreement:E1/pool:SERVER")).isEqualTo("Agreement E1, pool Server");
        assertThat(ENGLISH.subject("account:SERVER")).isEqualTo("Account SERVER");
    }

    @Test
    void thousandsAreSeparated() {
        assertThat(Shown.separated(new BigDecimal("-1234567.50"), "en")).isEqualTo("-1,234,567.50");
        assertThat(Shown.separated(new BigDecimal("-1234567.50"), "de")).isEqualTo("-1.234.567,50");
        assertThat(Shown.separated(new BigDecimal("999"), "en")).isEqualTo("999");
    }

    @Test
    void moneyHasTheDecimalsOfItsCurrency() {
        assertThat(Shown.of("1200", "USD", ENGLISH).text()).isEqualTo("1,200.00");
        assertThat(Shown.of("1200", "JPY", ENGLISH).text()).isEqualTo("1,200");
        assertThat(Shown.of("1200", "KWD", ENGLISH).text()).isEqualTo("1,200.000");
        assertThat(Shown.of("1.0834", "USD", ENGLISH).text()).isEqualTo("1.0834");
    }

    @Test
    void whatOnlyLooksLikeANumberOrDateStaysText() {
        assertThat(Shown.of("007", "", ENGLISH).cell()).isEqualTo("007");
        assertThat(Shown.of("2026-02-31", "", ENGLISH).cell()).isEqualTo("2026-02-31");
        assertThat(Shown.of("1e5", "", ENGLISH).cell()).isEqualTo("1e5");
    }
}
