package io.tallybook.job;

import io.tallybook.job.InputFiles.Found;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the runs of month-to-date cost exports that a newer run of the same export and period has overtaken.
 *
 * <p>Cost Management writes {@code export/20260901-20260930/[202609211200/][run id/]part_0_0001.csv}, or one csv a run with
 * the run's id in its name. A day's run holds all charges of the month so far, so only the newest may count. The files of
 * one run are parts of it. Names that say less are left alone.
 *
 * <p>For example, of {@code cost/20260901-20260930/202609200100/part_0_0001.csv} and
 * {@code cost/20260901-20260930/202609210100/part_0_0001.csv} the first is overtaken.
 */
final class ExportRuns {
    private static final String ID = "[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

    /** The export and its period, the time of the run, the run's id, the file; id or time may stand in the file's name. */
    private static final Pattern PLACE =
            Pattern.compile("(?<export>.*/\\d{8}-\\d{8})/(?:(?<time>\\d{12,14})/)?(?:(?<id>" + ID
                    + ")/)?(?<file>[^/]+\\.csv(?:\\.gz)?)");

    private static final Pattern ID_IN_NAME = Pattern.compile("_?(?<id>" + ID + ")");
    private static final Pattern PART = Pattern.compile("part_\\d+_\\d+|_\\d+(?=\\.csv)");

    private final Map<Path, String> overtaken = new HashMap<>();
    private final Map<Path, String> unclear = new HashMap<>();

    private ExportRuns() {}

    /** One run: its id and time, as far as they are known, and its files. */
    private record Run(String export, String time, String id) {}

    static ExportRuns of(Collection<Found> files) {
        ExportRuns runs = new ExportRuns();
        SortedMap<String, Map<Run, List<Found>>> exports = new TreeMap<>();
        for (Found file : files) {
            Matcher place = PLACE.matcher(file.path().toString().replace('\\', '/'));
            if (place.matches()) {
                Run run = run(file.path(), place);
                exports.computeIfAbsent(run.export(), export -> new HashMap<>())
                        .computeIfAbsent(run, same -> new java.util.ArrayList<>())
                        .add(file);
            }
        }
        exports.values().stream().filter(export -> export.size() > 1).forEach(runs::settle);
        return runs;
    }

    private static Run run(Path file, Matcher place) {
        Matcher named = ID_IN_NAME.matcher(place.group("file"));
        boolean isNamed = named.find();
        String id = isNamed ? named.group("id") : text(place.group("id"));
        String name = PART.matcher(isNamed ? named.replaceFirst("") : place.group("file"))
                .replaceAll("");
        String time = text(place.group("time"));
        return new Run(
                place.group("export") + "/" + name.replaceFirst("\\.gz$", ""),
                time.isEmpty() ? ExportManifest.submitted(file) : time,
                id);
    }

    private static String text(@org.jspecify.annotations.Nullable String group) {
        return group == null ? "" : group;
    }

    private void settle(Map<Run, List<Found>> runs) {
        String newest =
                runs.keySet().stream().map(Run::time).max(String::compareTo).orElseThrow();
        boolean told = runs.keySet().stream().noneMatch(run -> run.time().isEmpty())
                && runs.keySet().stream()
                                .filter(run -> run.time().equals(newest))
                                .count()
                        == 1
                && runs.keySet().stream()
                                .map(run -> run.time().length())
                                .distinct()
                                .count()
                        == 1;
        runs.forEach((run, files) -> {
            for (Found file : files) {
                if (!told) {
                    unclear.put(
                            file.path(),
                            "is one of " + runs.size() + " runs of the same export and period, and nothing tells which"
                                    + " is the newest; keep the newest run alone, or its manifest.json beside it");
                } else if (!run.time().equals(newest)) {
                    overtaken.put(
                            file.path(),
                            "is an older run of an export that holds the month so far; the run of " + newest
                                    + " counts, this one does not");
                }
            }
        });
    }

    /** Why a file does not count because a newer run holds its charges; empty if it does. */
    String overtaken(Found file) {
        return overtaken.getOrDefault(file.path(), "");
    }

    /** Why a file cannot be used because it is not known whether a newer run holds its charges; empty if it can. */
    String unclear(Found file) {
        return unclear.getOrDefault(file.path(), "");
    }
}
