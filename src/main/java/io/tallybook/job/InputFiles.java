package io.tallybook.job;

import io.tallybook.job.JobDefinition.Input;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The files that a run reads, found before anything is opened.
 *
 * @param files  the files in the order of reading
 * @param expected  what the job expects, and whether it arrived
 * @param passedOver  files in the folders that are plainly no tables, e.g. notes
 */
record InputFiles(List<Found> files, List<Expected> expected, List<String> passedOver) {
    /** Endings of what lies beside exports and holds no tables. Everything else is opened and looked at. */
    private static final Set<String> NO_TABLES = Set.of(
            "md", "json", "jsonl", "yaml", "yml", "xml", "pdf", "html", "htm", "log", "docx", "doc", "pptx", "png",
            "jpg", "toml", "sh", "py", "sql", "ics", "eml", "msg");

    /** What programs leave while they write: taken whole in the next run. */
    private static final Set<String> UNFINISHED = Set.of("tmp", "part", "partial", "crdownload", "swp", "lock", "bak");

    InputFiles {
        files = List.copyOf(files);
        expected = List.copyOf(expected);
        passedOver = List.copyOf(passedOver);
    }

    /**
     * A file to read.
     *
     * @param name  name for people, unique within the run
     * @param path  where it lies
     * @param record  the record type that the job names; empty to recognise its tables
     */
    record Found(String name, Path path, String record) {}

    /** An input that the job names: its pattern, whether it has to be there, and whether a file fits. */
    record Expected(String files, boolean required, boolean arrived) {}

    /** Whether at least one of the files exists: a run that finds none is no run with unreadable inputs. */
    boolean isAnythingThere() {
        return files.stream().anyMatch(found -> Files.exists(found.path()));
    }

    static InputFiles find(RunRequest request) throws IOException {
        List<Found> files = new ArrayList<>();
        List<Expected> expected = new ArrayList<>();
        List<String> passedOver = new ArrayList<>();
        Map<Path, String> given = given(request, passedOver);
        for (Input input : request.job().inputs()) {
            Map<Path, String> fitting =
                    request.in().isEmpty() ? matching(input, request.outputFolder()) : named(input, given);
            fitting.forEach((path, name) -> add(files, new Found(name, path, input.record())));
            expected.add(new Expected(input.files(), input.required(), !fitting.isEmpty()));
        }
        given.forEach((path, name) -> add(files, new Found(name, path, "")));
        files.sort(Comparator.comparing(Found::name).thenComparing(Found::path));
        return new InputFiles(distinct(files), expected, passedOver);
    }

    /** The first entry that names a file decides its record type. */
    private static void add(List<Found> files, Found found) {
        if (files.stream().noneMatch(other -> other.path().equals(found.path()))) {
            files.add(found);
        }
    }

    private static Map<Path, String> given(RunRequest request, List<String> passedOver) throws IOException {
        Map<Path, String> given = new TreeMap<>();
        for (Path in : request.in()) {
            Path path = in.toAbsolutePath().normalize();
            if (Files.isDirectory(path)) {
                for (Path file : below(path, request.outputFolder())) {
                    String name = slashed(path.relativize(file));
                    if (isTable(file)) {
                        given.putIfAbsent(file, name);
                    } else if (!isUnfinished(file)) {
                        passedOver.add(name);
                    }
                }
            } else {
                given.putIfAbsent(path, String.valueOf(path.getFileName()));
            }
        }
        return given;
    }

    private static Map<Path, String> matching(Input input, Path output) throws IOException {
        int wild = firstWildcard(input.files());
        if (wild < 0) {
            Path file = input.folder().resolve(input.files()).normalize();
            return Files.exists(file) ? Map.of(file, String.valueOf(file.getFileName())) : Map.of();
        }
        int slash = input.files().lastIndexOf('/', wild);
        Path base = input.folder()
                .resolve(slash < 0 ? "" : input.files().substring(0, slash))
                .normalize();
        PathMatcher matcher =
                FileSystems.getDefault().getPathMatcher("glob:" + input.files().substring(slash + 1));
        Map<Path, String> matching = new TreeMap<>();
        if (Files.isDirectory(base)) {
            for (Path file : below(base, output)) {
                Path relative = base.relativize(file);
                if (matcher.matches(relative) && !isUnfinished(file)) {
                    matching.put(file, slashed(relative));
                }
            }
        }
        return matching;
    }

    /** Of the files given on the command line those whose names fit the last part of the pattern. */
    private static Map<Path, String> named(Input input, Map<Path, String> given) {
        String last = input.files().substring(input.files().lastIndexOf('/') + 1);
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + last);
        Map<Path, String> named = new TreeMap<>();
        given.forEach((path, name) -> {
            if (matcher.matches(path.getFileName())) {
                named.put(path, name);
            }
        });
        return named;
    }

    private static int firstWildcard(String pattern) {
        for (int i = 0; i < pattern.length(); i++) {
            if ("*?[{".indexOf(pattern.charAt(i)) >= 0) {
                return i;
            }
        }
        return -1;
    }

    /** The files below a folder. What a run has published there is no input of the next one. */
    private static List<Path> below(Path folder, Path output) throws IOException {
        boolean holdsOutput = output.startsWith(folder) && !output.equals(folder);
        try (Stream<Path> walk = Files.walk(folder, 16, FileVisitOption.FOLLOW_LINKS)) {
            return walk.filter(Files::isRegularFile)
                    .filter(file -> !isHidden(folder.relativize(file)))
                    .filter(file -> !holdsOutput || !file.startsWith(output))
                    .filter(file -> !RunHistory.isOurs(file, output))
                    .sorted()
                    .toList();
        }
    }

    private static boolean isHidden(Path relative) {
        for (Path part : relative) {
            if (part.toString().startsWith(".")) {
                return true;
            }
        }
        return false;
    }

    private static boolean isTable(Path file) {
        return !NO_TABLES.contains(ending(file)) && !isUnfinished(file);
    }

    private static boolean isUnfinished(Path file) {
        return String.valueOf(file.getFileName()).startsWith("~$") || UNFINISHED.contains(ending(file));
    }

    private static String ending(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static String slashed(Path relative) {
        return relative.toString().replace('\\', '/');
    }

    /** Two files of one name from two folders get the names of their folders before it. */
    private static List<Found> distinct(List<Found> files) {
        Map<String, Integer> names = new HashMap<>();
        files.forEach(file -> names.merge(file.name(), 1, Integer::sum));
        Map<String, Integer> used = new HashMap<>();
        List<Found> distinct = new ArrayList<>();
        for (Found file : files) {
            String name = file.name();
            if (names.getOrDefault(name, 1) > 1) {
                name = Optional.ofNullable(file.path().getParent())
                                .map(Path::getFileName)
                                .map(folder -> folder + "/")
                                .orElse("")
                        + file.path().getFileName();
            }
            int count = used.merge(name, 1, Integer::sum);
            distinct.add(new Found(count == 1 ? name : name + " (" + count + ")", file.path(), file.record()));
        }
        distinct.sort(Comparator.comparing(Found::name));
        return distinct;
    }
}
