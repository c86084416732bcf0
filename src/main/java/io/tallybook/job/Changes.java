package io.tallybook.job;

import io.tallybook.result.Figure;
import io.tallybook.result.Finding;
import io.tallybook.result.Result;
import io.tallybook.result.ResultLines;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.LongPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a new set has other than the one published before: inputs, terms and version by their digests, results one by one.
 * Results are compared by a hash of each line, eight bytes a result, so that millions fit into memory.
 */
final class Changes {
    /** As many results are named; more than these are counted. */
    private static final int NAMED = 50;

    /** As many results are read again to see what became of them. */
    private static final int MOST_READ = 20_000;

    private static final Pattern INPUT =
            Pattern.compile("\"file\"\\s*:\\s*\"([^\"]*)\",\\s*\"sha256\"\\s*:\\s*\"(\\w*)\"");
    private static final Pattern PAIR = Pattern.compile("\"([^\"]+)\"\\s*:\\s*\"([^\"]*)\"");

    private final List<String> lines = new ArrayList<>();

    private Changes() {}

    /**
     * Compares a published folder with a set that is about to replace it.
     *
     * @return one line for each difference, the results last; one line that says so if there is none, or nothing to compare
     */
    static List<String> between(Path published, Path next) throws IOException {
        Path old = published.resolve(PublishTasklet.MANIFEST);
        if (!Files.isRegularFile(old) || !Files.isRegularFile(published.resolve(PublishTasklet.RESULTS))) {
            return List.of("This is the first set in its folder.");
        }
        Changes changes = new Changes();
        changes.manifests(Files.readString(old), Files.readString(next.resolve(PublishTasklet.MANIFEST)));
        changes.results(published.resolve(PublishTasklet.RESULTS), next.resolve(PublishTasklet.RESULTS));
        return changes.lines.isEmpty() ? List.of("Nothing: the results are the same.") : changes.lines;
    }

    private void manifests(String old, String next) {
        compare(
                "Input",
                pairs(INPUT, section(old, "inputs", "control_totals")),
                pairs(INPUT, section(next, "inputs", "control_totals")));
        compare("Terms", pairs(PAIR, section(old, "terms", "inputs")), pairs(PAIR, section(next, "terms", "inputs")));
        compare(
                "Setting",
                pairs(PAIR, section(old, "settings", "editions")),
                pairs(PAIR, section(next, "settings", "editions")));
    }

    private static String section(String manifest, String from, String to) {
        int start = manifest.indexOf("\"" + from + "\"");
        int end = manifest.indexOf("\"" + to + "\"", Math.max(0, start));
        return start < 0 || end < 0 ? "" : manifest.substring(start, end);
    }

    private static SortedMap<String, String> pairs(Pattern pattern, String section) {
        SortedMap<String, String> pairs = new TreeMap<>();
        Matcher pair = pattern.matcher(section);
        while (pair.find()) {
            pairs.put(pair.group(1), pair.group(2));
        }
        return pairs;
    }

    private void compare(String what, Map<String, String> old, Map<String, String> next) {
        TreeSet<String> names = new TreeSet<>(old.keySet());
        names.addAll(next.keySet());
        for (String name : names) {
            if (!next.containsKey(name)) {
                lines.add(what + " no longer there: " + name);
            } else if (!old.containsKey(name)) {
                lines.add(what + " new: " + name);
            } else if (!next.getOrDefault(name, "").equals(old.get(name))) {
                lines.add(what + " changed: " + name);
            }
        }
    }

    private void results(Path old, Path next) throws IOException {
        if (Files.mismatch(old, next) < 0) {
            return;
        }
        List<String> gone = new ArrayList<>();
        List<String> come = new ArrayList<>();
        long[] known = hashes(old);
        long[] now = hashes(next);
        long news = keep(next, known, come);
        long olds = keep(old, now, gone);
        if (news > come.size() || olds > gone.size()) {
            lines.add("Results that are new or changed: " + news + "; that are gone or were otherwise: " + olds + ".");
            return;
        }
        Map<String, Result> before = new LinkedHashMap<>();
        gone.forEach(line -> put(before, ResultLines.parse(line)));
        int changed = 0;
        int added = 0;
        int sameValue = 0;
        List<String> named = new ArrayList<>();
        for (String line : come) {
            Result result = ResultLines.parse(line);
            Result was = before.remove(key(result));
            if (was != null && value(was).equals(value(result))) {
                sameValue++;
                continue;
            }
            changed += was == null ? 0 : 1;
            added += was == null ? 1 : 0;
            named.add(words(result) + ": " + (was == null ? "new, " : value(was) + " -> ") + value(result));
        }
        before.values().forEach(was -> named.add(words(was) + ": gone, was " + value(was)));
        lines.add("Results with another value: " + changed + "; new: " + added + "; gone: " + before.size()
                + "; the same on other grounds: " + sameValue + ".");
        lines.addAll(named.subList(0, Math.min(NAMED, named.size())));
        if (named.size() > NAMED) {
            lines.add("and " + (named.size() - NAMED) + " more.");
        }
    }

    private static void put(Map<String, Result> results, Result result) {
        results.put(key(result), result);
    }

    private static String key(Result result) {
        return String.join(
                "\n", result.account(), result.subject(), result.name(), result.dimension(), "" + result.isFinding());
    }

    private static String words(Result result) {
        return String.join(" ", result.account(), result.subject(), result.name(), result.dimension())
                .strip();
    }

    private static String value(Result result) {
        if (result instanceof Figure figure) {
            return String.join(" ", figure.state().name(), figure.value(), figure.unit())
                    .strip();
        }
        return result instanceof Finding finding ? (finding.status() + " " + finding.date()).strip() : "";
    }

    private static long[] hashes(Path results) throws IOException {
        long[] all = new long[1 << 12];
        int[] size = {0};
        long[][] grown = {all};
        lines(results, line -> {
            if (size[0] == grown[0].length) {
                grown[0] = Arrays.copyOf(grown[0], size[0] * 2);
            }
            grown[0][size[0]++] = hash(line);
        });
        long[] sorted = Arrays.copyOf(grown[0], size[0]);
        Arrays.sort(sorted);
        return sorted;
    }

    /** Keeps the lines that the other set lacks, as many as are read again; returns how many there are. */
    private static long keep(Path results, long[] other, List<String> kept) throws IOException {
        LongPredicate isMissing = hash -> Arrays.binarySearch(other, hash) < 0;
        long[] count = {0};
        lines(results, line -> {
            if (isMissing.test(hash(line)) && count[0]++ < MOST_READ) {
                kept.add(line);
            }
        });
        return count[0];
    }

    private static void lines(Path file, Consumer<String> taker) throws IOException {
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                taker.accept(line);
            }
        }
    }

    /** FNV-1a over 64 bits: two of a hundred million lines have the same one once in three thousand runs. */
    private static long hash(String line) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < line.length(); i++) {
            hash = (hash ^ line.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }
}
