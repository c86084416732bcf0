package io.tallybook.analysis.deployment;

import io.tallybook.analysis.Setting;
import io.tallybook.analysis.Setting.Check;
import io.tallybook.analysis.Settings;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The settings of this area, read once a run. Those that repeat a value of the terms are read by {@link Rulebook}.
 *
 * @param zone  zone of days and moments
 * @param warningDays  days before an event in which a PASS is an AT_RISK
 * @param transfer  transfer time before and after an outage
 * @param briefTest  a longer test run gets a warning
 * @param clockFromFarmEntry  do the 90 days start with the entry into the farm, not with the last assignment
 * @param versionsAs2022  System Center versions that follow the rule of 2022, as {@link #version} writes them
 */
record DeploymentSettings(
        ZoneId zone,
        int warningDays,
        Duration transfer,
        Duration briefTest,
        boolean clockFromFarmEntry,
        Set<String> versionsAs2022) {
    static final String MINIMUM_CORES = "mobility.minimum-cores-per-ose";
    static final String WINDOWS_SERVER_CORES = "esu.windows-server-minimum-cores-per-server";
    static final String WINDOWS_SERVER_PROCESSOR_CORES = "esu.windows-server-minimum-cores-per-processor";
    static final String SQL_SERVER_CORES = "esu.sql-server-minimum-cores";
    private static final String TRANSFER = "dr.transfer-hours";
    private static final String BRIEF_TEST = "dr.brief-test-hours";
    private static final String CLOCK = "mobility.clock";
    private static final String VERSIONS = "system-center.versions-as-2022";

    static final List<Setting> ALL = List.of(
            Setting.of(
                    TRANSFER,
                    "72",
                    Check.DECIMAL,
                    "hours before the start and after the end of an outage that a run with reason DISASTER may use as transfer time"),
            Setting.of(
                    BRIEF_TEST,
                    "24",
                    Check.DECIMAL,
                    "hours; a test run that lasts longer gets a warning in the reason of SA-DRR-05"),
            Setting.choice(
                    CLOCK,
                    "ASSIGNMENT",
                    List.of("ASSIGNMENT", "FARM_ENTRY"),
                    "what starts the 90 days: the last assignment to any server, or the one with which the license entered the farm that it leaves"),
            Setting.of(MINIMUM_CORES, "4", Check.WHOLE_NUMBER, "core licenses that every OSE on shared servers needs"),
            Setting.of(
                    VERSIONS,
                    "",
                    Check.WORDS,
                    "further System Center versions that follow the rule of version 2022, ; between them, e.g. 2016;2019"),
            Setting.of(
                    WINDOWS_SERVER_CORES,
                    "16",
                    Check.WHOLE_NUMBER,
                    "core licenses of Windows Server that every server needs"),
            Setting.of(
                    WINDOWS_SERVER_PROCESSOR_CORES,
                    "8",
                    Check.WHOLE_NUMBER,
                    "core licenses of Windows Server that every processor needs"),
            Setting.of(
                    SQL_SERVER_CORES, "4", Check.WHOLE_NUMBER, "core licenses of SQL Server that every server needs"),
            Setting.of("inventory.account", "", Check.TEXT, "account of the machines in inventories, which name none"),
            Setting.choice(
                    "inventory.location",
                    "OWN",
                    List.of("OWN", "PROVIDER", "AZURE", "AZURE_STACK"),
                    "where the hosts of inventories stand, which do not say it"),
            Setting.choice(
                    "inventory.role",
                    "PRODUCTION",
                    List.of("PRODUCTION", "BACKUP", "PASSIVE_FAILOVER", "DEVELOPMENT"),
                    "role of the machines in inventories, which do not say it"),
            Setting.of(
                    "zone",
                    "UTC",
                    Check.ZONE,
                    "IANA zone; a day or clock time taken from a datetime is that of this zone"),
            Setting.of(
                    "warning-days",
                    "30",
                    Check.WHOLE_NUMBER,
                    "an event from the as-of date up to this many days later (inclusive) makes a PASS an AT_RISK, where a result says so"));

    static DeploymentSettings of(Settings settings) {
        return new DeploymentSettings(
                settings.zone("zone"),
                settings.wholeNumber("warning-days"),
                hours(settings.decimal(TRANSFER)),
                hours(settings.decimal(BRIEF_TEST)),
                settings.text(CLOCK).equals("FARM_ENTRY"),
                settings.words(VERSIONS).stream()
                        .map(DeploymentSettings::version)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private static Duration hours(BigDecimal hours) {
        return Duration.ofSeconds(
                hours.multiply(BigDecimal.valueOf(Duration.ofHours(1).toSeconds()))
                        .longValue());
    }

    static boolean isDefault(Settings settings, String name) {
        return ALL.stream()
                .anyMatch(setting ->
                        setting.name().equals(name) && setting.defaultValue().equals(settings.text(name)));
    }

    /** A version as versions are compared: without spaces and hyphens, in lower case. */
    static String version(String written) {
        StringBuilder version = new StringBuilder();
        written.codePoints()
                .filter(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c) && c != '-' && c != '_')
                .forEach(c -> version.appendCodePoint(Character.toLowerCase(c)));
        return version.toString();
    }
}
