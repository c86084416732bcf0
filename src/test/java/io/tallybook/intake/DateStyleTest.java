package io.tallybook.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateStyleTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static Optional<OffsetDateTime> read(DateStyle style, String text) {
        return style.dateTime(text, BERLIN);
    }

    @ParameterizedTest
    @CsvSource({
        "MONTH_FIRST, 10/31/2026, 2026-10-31T00:00+01:00",
        "MONTH_FIRST, 2/3/2026, 2026-02-03T00:00+01:00",
        "MONTH_FIRST, 02/29/2024, 2024-02-29T00:00+01:00",
        "MONTH_FIRST, 6/1/26, 2026-06-01T00:00+02:00",
        "DAY_FIRST, 31/10/2026, 2026-10-31T00:00+01:00",
        "DAY_FIRST, 31.10.2026, 2026-10-31T00:00+01:00",
        "DAY_FIRST, 3.2.2026, 2026-02-03T00:00+01:00",
        "DAY_FIRST, 3/2/26, 2026-02-03T00:00+01:00",
        "DAY_FIRST, 29.02.2024, 2024-02-29T00:00+01:00",
        "ISO, 2024-02-29, 2024-02-29T00:00+01:00",
        "ISO, 2026-07-01T09:30, 2026-07-01T09:30+02:00",
        "ISO, 2026-07-01 09:30:15, 2026-07-01T09:30:15+02:00",
        "ISO, 2026-07-01T09:30:00.0000000Z, 2026-07-01T09:30Z",
        "ISO, 2026-07-01T09:30:00-05:00, 2026-07-01T09:30-05:00",
    })
    void eachStyleReadsItsOwnDates(DateStyle style, String text, OffsetDateTime expected) {
        assertThat(read(style, text)).contains(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "MONTH_FIRST, 10/31/2026 9:30, 2026-10-31T09:30+01:00",
        "MONTH_FIRST, 10/31/2026 09:30:15, 2026-10-31T09:30:15+01:00",
        "MONTH_FIRST, 10/31/2026 12:00:00 AM, 2026-10-31T00:00+01:00",
        "MONTH_FIRST, 10/31/2026 9:30 pm, 2026-10-31T21:30+01:00",
        "DAY_FIRST, 31.10.2026 09:30, 2026-10-31T09:30+01:00",
    })
    void timeBehindADateCounts(DateStyle style, String text, OffsetDateTime expected) {
        assertThat(read(style, text)).contains(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "MONTH_FIRST, 13/13/2026",
        "MONTH_FIRST, 31/10/2026",
        "MONTH_FIRST, 02/29/2026",
        "MONTH_FIRST, 10/31/2026 to 11/02/2026",
        "MONTH_FIRST, 10/31/2026 25:00",
        "MONTH_FIRST, 10/31",
        "DAY_FIRST, 13/13/2026",
        "DAY_FIRST, 10/31/2026",
        "DAY_FIRST, 29.02.2026",
        "ISO, 31.10.2026",
        "ISO, 10/31/2026",
        "ISO, 2026-02-29",
        "ISO, 2026-13-13",
        "ISO, 2026-10-31x09:30",
        "ISO, 2026-10-31T",
        "ISO, 2026-10-31T24:30",
        "ISO, 2026/10/31",
    })
    void noStyleGuesses(DateStyle style, String text) {
        assertThat(read(style, text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"ISO", "MONTH_FIRST", "DAY_FIRST"})
    void isoDatesAreUnderstoodInEveryStyle(DateStyle style) {
        assertThat(read(style, "2026-10-12")).contains(OffsetDateTime.parse("2026-10-12T00:00+02:00"));
    }
}
