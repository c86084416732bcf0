package io.tallybook.intake;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.function.Function;

/**
 * What reading a table depends on besides the table.
 *
 * @param asOf  the as-of date: usage dated after it is summed apart
 * @param zone  the zone of date-times that name none
 * @param settings  all settings of the run, by name
 * @param owners  the accounts of a table of masters by their ids, e.g. of {@code agreements}
 */
public record IntakeContext(
        LocalDate asOf, ZoneId zone, Map<String, String> settings, Function<String, Map<String, String>> owners) {
    String setting(String name) {
        return settings.getOrDefault(name, "");
    }
}
