package io.tallybook.report;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A run as the history of its job tells it. Unlike all other reports it knows the clock.
 *
 * @param ended  when it ended, ISO with the zone UTC
 * @param seconds  how long it took; of a run that was resumed, since then
 * @param asOf  the as-of date
 * @param out  name of the output folder
 * @param version  version of the program
 * @param status  how it ended, e.g. {@code COMPLETE}, {@code BLOCKED}
 * @param counts  files, rows, accepted, rejected, accounts, results by state and status
 * @param messages  what a person had to know, worst first
 * @param missing  inputs that the job waits for and that were not there
 * @param rejects  rejected rows by table and problem
 * @param changes  what is different from the set that was published before in the same folder; empty if nothing was published
 */
public record PastRun(
        String ended,
        long seconds,
        String asOf,
        String out,
        String version,
        String status,
        SortedMap<String, Long> counts,
        List<String> messages,
        List<String> missing,
        List<String> rejects,
        List<String> changes) {
    public PastRun {
        counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
        messages = List.copyOf(messages);
        missing = List.copyOf(missing);
        rejects = List.copyOf(rejects);
        changes = List.copyOf(changes);
    }

    long count(String what) {
        return counts.getOrDefault(what, 0L);
    }
}
