package io.tallybook.analysis.deployment;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** The reading taken of a clause that leaves room for another one, and the tables that its results rest on. */
final class Readings {
    private static final Map<String, String> BY_CLAUSE = Map.ofEntries(
            Map.entry(
                    "SA-DRR-01",
                    "One backup for each production instance: of several the one deployed first has the right. Which software"
                            + " is eligible stands in its product entry."),
            Map.entry(
                    "SA-DRR-05",
                    "A test window is seven calendar days from its first test, for each backup instance; the next may open 90"
                            + " days after that day. Brief is not defined: a long test is a warning, no failure."),
            Map.entry(
                    "SA-DRR-06",
                    "A disaster run that goes beyond its outage counts as transfer time up to the hours that are set."),
            Map.entry("SA-DRR-07", "Brief is not defined: no transfer fails by its length alone."),
            Map.entry(
                    "SA-DRR-15", "All CALs of the product count: which of them are used for the backup is not known."),
            Map.entry("SA-DRR-17", "The three conditions of SA-DRR-18 to -20 all have to be met."),
            Map.entry("SA-DRR-19", "Disaster recovery workloads during a disaster are no production use."),
            Map.entry(
                    "SA-LMF-03",
                    "Days 0 to 90 after the last assignment are blocked, day 91 is free; an assignment within a farm counts as"
                            + " one unless the clock is set to the entry into the farm."),
            Map.entry("SA-LMF-02", "Which servers form a farm is taken from the records."),
            Map.entry("SA-LMS-03", "Any combination of the listed uses is permitted."),
            Map.entry("SA-LMS-05", "One statement for each agreement covers its deployments."),
            Map.entry(
                    "SA-LMS-06",
                    "Who is a partner is published elsewhere and taken from the records; Azure always is."),
            Map.entry(
                    "SA-LMS-07",
                    "The terms set no day for the form: one that comes after the deployment is a warning. Azure needs none."),
            Map.entry(
                    "SA-LMS-08",
                    "Days 0 to 90 after the last assignment are blocked, day 91 is free; a provider's failure is no"
                            + " exception."),
            Map.entry("SA-LMS-09", "Days 0 to 90 after the last assignment are blocked, day 91 is free."),
            Map.entry("SA-LMS-10", "Each full license unit may manage one Server Farm."),
            Map.entry("SA-LMS-14", "One OSE for each External Connector of any product."),
            Map.entry("SA-LMS-15", "Of server licenses the table names SQL Server only."),
            Map.entry("SA-LMS-16", "The minimum holds for each OSE; spare cores of one are not used in another."),
            Map.entry("SA-LMS-17", "Several licenses add up."),
            Map.entry("SA-LMS-18", "Several licenses add up."),
            Map.entry("SA-LMS-19", "Only full units of 16 licenses count."),
            Map.entry("SA-LMS-20", "Only full units of 16 licenses count."),
            Map.entry("SA-FOV-01", "In one OSE is read as one for each production OSE."),
            Map.entry("SA-FOV-02", "Compared for each provider alone; production elsewhere counts nothing there."),
            Map.entry("SA-SHA-04", "Windows Server from the provider on shared servers needs no Volume Licensing."),
            Map.entry("SA-SHA-05", "Development tools count as software that creates the solution."),
            Map.entry("SA-SHA-11", "Access by the customer's own administrators is no end-user access."),
            Map.entry("SA-SHA-12", "Use in a browser is not loading onto a device."),
            Map.entry("SA-ESU-02", "The minimums are those of the product entries and are settings."),
            Map.entry("SA-ESU-04", "All CALs that give access to the product count."),
            Map.entry(
                    "SA-ESU-05",
                    "For each server and product; a smaller quantity of the year before is missing in part."),
            Map.entry(
                    "SA-ESU-07",
                    "One month is a calendar month from the first day of the coverage year; each year is judged by itself."),
            Map.entry("SA-ESU-10", "The sole purpose is for a person to state."),
            Map.entry("SA-ESU-13", "For each OSE, never pooled."),
            Map.entry("SA-ESU-14", "For each OSE, never pooled."),
            Map.entry("SA-ESU-16", "Which offerings belong to Azure Stack is taken from the records."),
            Map.entry("SA-ESU-18", "Either of the two ways makes a server qualify."));

    private static final Set<String> COMMON = Set.of("licenses", "servers", "instances", "agreements");
    private static final Map<String, Set<String>> TABLES = Map.of(
            "SA-DRR", Set.of("backup_runs", "outages"),
            "SA-LMF", Set.of("assignments"),
            "SA-LMS", Set.of("assignments", "mobility_forms", "managed_oses", "access_groups"),
            "SA-FOV", Set.of(),
            "SA-SHA", Set.of("unified_solutions", "unified_solution_components"),
            "SA-ESU", Set.of("esu_coverage", "assignments", "support_cases"));

    private Readings() {}

    static List<String> of(String clause) {
        String reading = BY_CLAUSE.get(clause);
        return reading == null ? List.of() : List.of(reading);
    }

    /** Could a row of this table change a result of the clause? */
    static boolean rests(String clause, String record) {
        String section = clause.substring(0, "SA-DRR".length());
        return COMMON.contains(record) || TABLES.getOrDefault(section, Set.of()).contains(record);
    }
}
