package io.tallybook.job;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a job does each time it runs.
 *
 * @param name  name of the job
 * @param period  how the as-of date follows from today when none is given
 * @param inputs  which files it reads
 * @param tolerances  how many rejected rows it accepts
 * @param settings  the settings that it gives a value
 * @param analyses  names of the areas to run; empty for all
 * @param reports  the reports to render
 * @param output  pattern of the output folder, with {period} and {account}
 * @param terms  files whose editions are added to the terms
 * @param profiles  files of further import profiles
 * @param templates  folder of report templates; an empty path for the built-in ones
 */
public record JobDefinition(
        String name,
        PeriodRule period,
        List<Input> inputs,
        Tolerances tolerances,
        Map<String, String> settings,
        List<String> analyses,
        Set<ReportKind> reports,
        String output,
        List<Path> terms,
        List<Path> profiles,
        Path templates) {

    public JobDefinition {
        inputs = List.copyOf(inputs);
        settings = Map.copyOf(settings);
        analyses = List.copyOf(analyses);
        reports = Set.copyOf(reports);
        terms = List.copyOf(terms);
        profiles = List.copyOf(profiles);
    }

    /** The job of a run without a job file: every analysis on whatever the inputs hold. */
    public static JobDefinition withoutFile() {
        return new JobDefinition(
                "run",
                PeriodRule.TODAY,
                List.of(),
                Tolerances.ANY,
                Map.of(),
                List.of(),
                Set.of(ReportKind.values()),
                "",
                List.of(),
                List.of(),
                Path.of(""));
    }

    /** Kinds of reports. */
    public enum ReportKind {
        /** A workbook an account. */
        WORKBOOK,
        /** A page an account. */
        PAGE,
        /** Page and workbook over all accounts. */
        PORTFOLIO
    }

    /**
     * Files that the job reads.
     *
     * @param files  the pattern, as it stands in the job file, e.g. {@code ../sample-data/*.xlsx}
     * @param folder  the folder that the pattern is relative to
     * @param record  the record type of their tables; empty to recognise them
     * @param required  whether the run is refused without one
     */
    public record Input(String files, Path folder, String record, boolean required) {}

    /**
     * How many rejected rows are accepted, of all and of some.
     *
     * @param all  of all tables together
     * @param byRecord  of the tables of a record type
     * @param byProblem  with a problem, by its code
     */
    public record Tolerances(Tolerance all, Map<String, Tolerance> byRecord, Map<String, Tolerance> byProblem) {
        public static final Tolerances ANY = of(Tolerance.ANY);

        public Tolerances {
            byRecord = Collections.unmodifiableMap(new TreeMap<>(byRecord));
            byProblem = Collections.unmodifiableMap(new TreeMap<>(byProblem));
        }

        public static Tolerances of(Tolerance all) {
            return new Tolerances(all, Map.of(), Map.of());
        }
    }

    /**
     * How many rejected rows are accepted.
     *
     * @param rows  this many; a negative number for any
     * @param percent  this part of all rows, where {@code rows} is negative; a negative number for any
     */
    public record Tolerance(long rows, int percent) {
        public static final Tolerance ANY = new Tolerance(-1, -1);

        /** Whether so many rejected rows of so many rows are too many. */
        public boolean isExceededBy(long rejected, long of) {
            return rows >= 0 ? rejected > rows : percent >= 0 && rejected * 100 > of * percent;
        }

        @Override
        public String toString() {
            return rows >= 0 ? Long.toString(rows) : percent >= 0 ? percent + "%" : "any";
        }
    }
}
