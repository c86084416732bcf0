package io.tallybook.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DateStyleTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "yyyy-mm-dd",
                "d.m.yyyy",
                "[$-F800]dddd, mmmm dd, yyyy",
                "mmm",
                "m/d/yy h:mm",
                "yyyy\"年\"m\"月\"d\"日\"",
                "[Red]dd/mm/yyyy;@",
                "ggge",
                "dd\\-mm\\-yyyy\\ hh:mm:ss.000"
            })
    void datesAreDates(String code) {
        assertThat(DateStyle.of(code)).isEqualTo(DateStyle.DATE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"h:mm", "hh:mm:ss", "h:mm AM/PM", "mm:ss", "mm:ss.0", "[$-409]h:mm:ss AM/PM"})
    void timesAreTimes(String code) {
        assertThat(DateStyle.of(code)).isEqualTo(DateStyle.TIME);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[h]:mm", "[hh]:mm:ss", "[mm]:ss", "[s]"})
    void elapsedTimesAreElapsed(String code) {
        assertThat(DateStyle.of(code)).isEqualTo(DateStyle.ELAPSED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "General",
                "0.00",
                "#,##0.00 \"days\"",
                "0.00\\d",
                "[Red]-0.00",
                "0.00E+00",
                "##0.0E+0",
                "@",
                "0%",
                "[$€-407] #,##0.00",
                "_-* #,##0.00 \"h\"_-",
                "# ?/?",
                "\"mm\"",
                "0_d",
                "[Blue]General",
                "[Magenta]0",
                "[>100]0"
            })
    void everythingElseIsNoDate(String code) {
        assertThat(DateStyle.of(code)).isEqualTo(DateStyle.NONE);
    }

    @Test
    void builtInFormatsHaveNoCode() {
        assertThat(DateStyle.ofBuiltIn(0)).isEqualTo(DateStyle.NONE);
        assertThat(DateStyle.ofBuiltIn(14)).isEqualTo(DateStyle.DATE);
        assertThat(DateStyle.ofBuiltIn(20)).isEqualTo(DateStyle.TIME);
        assertThat(DateStyle.ofBuiltIn(22)).isEqualTo(DateStyle.DATE);
        assertThat(DateStyle.ofBuiltIn(37)).isEqualTo(DateStyle.NONE);
        assertThat(DateStyle.ofBuiltIn(46)).isEqualTo(DateStyle.ELAPSED);
        assertThat(DateStyle.ofBuiltIn(57)).isEqualTo(DateStyle.DATE);
        assertThat(DateStyle.ofBuiltIn(164)).isEqualTo(DateStyle.NONE);
    }
}
