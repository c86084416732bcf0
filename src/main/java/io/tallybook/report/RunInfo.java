package io.tallybook.report;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The run that a report belongs to.
 *
 * @param job  name of the job
 * @param version  version of the program
 * @param asOf  the date that everything is judged at
 * @param complete  whether all inputs could be read
 * @param incompleteReasons  if not, why, one line each
 * @param settings  the settings in force, by name
 * @param changed  the names of the settings that the job gives another value than their own
 * @param editions  the editions of the terms
 */
public record RunInfo(
        String job,
        String version,
        LocalDate asOf,
        boolean complete,
        List<String> incompleteReasons,
        SortedMap<String, String> settings,
        Set<String> changed,
        List<String> editions) {
    public RunInfo {
        incompleteReasons = List.copyOf(incompleteReasons);
        settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
        changed = Set.copyOf(changed);
        editions = List.copyOf(editions);
    }
}
