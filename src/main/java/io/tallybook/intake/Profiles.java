package io.tallybook.intake;

import io.tallybook.intake.Profile.Replacement;
import io.tallybook.intake.Profile.Source;
import io.tallybook.intake.Profile.UnlessListed;
import io.tallybook.intake.Profile.Unpivot;
import io.tallybook.ledger.RecordDefinition;
import io.tallybook.ledger.RecordTypes;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** The import profiles: the built-in ones, listed in {@code profiles/index.txt}, after those that a job adds. */
public final class Profiles {
    private static final Set<String> KEYS = Set.of(
            "profile", "title", "record", "must", "must_not", "dates", "date_columns", "blanks", "columns", "unpivot");
    private static final Set<String> SOURCE_KEYS = Set.of(
            "from",
            "fixed",
            "values",
            "starts",
            "otherwise",
            "after",
            "name",
            "when",
            "tag_setting",
            "unless_listed",
            "row_name");

    private final List<Profile> all;

    private Profiles(List<Profile> all) {
        this.all = List.copyOf(all);
    }

    /** Returns the profiles that come with the program. */
    public static Profiles builtIn() {
        List<Profile> profiles = new ArrayList<>();
        try (BufferedReader index = new BufferedReader(resource("index.txt"))) {
            for (String file : index.lines().filter(line -> !line.isBlank()).toList()) {
                try (Reader text = resource(file)) {
                    profiles.add(read(file, text));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Profiles(profiles);
    }

    /**
     * Returns these profiles after those of further files, which come first when both fit.
     *
     * @throws ProfileException if a file is wrong
     */
    public Profiles with(Collection<Path> files) {
        List<Profile> profiles = new ArrayList<>();
        for (Path file : files) {
            try (Reader text = Files.newBufferedReader(file)) {
                profiles.add(read(String.valueOf(file.getFileName()), text));
            } catch (IOException e) {
                throw new ProfileException(file + ": cannot be read: " + e.getMessage());
            }
        }
        profiles.addAll(all);
        return new Profiles(profiles);
    }

    Optional<Profile> fitting(Set<String> headers) {
        return all.stream().filter(profile -> profile.fits(headers)).findFirst();
    }

    Optional<Profile> named(String name) {
        return all.stream().filter(profile -> profile.name().equals(name)).findFirst();
    }

    /** Returns name and title of every profile. */
    public Map<String, String> titles() {
        Map<String, String> titles = new LinkedHashMap<>();
        all.forEach(profile -> titles.put(profile.name(), profile.title()));
        return titles;
    }

    /** Every header name that a profile knows, normalised. */
    Set<String> knownHeaders() {
        Set<String> known = new TreeSet<>();
        for (Profile profile : all) {
            known.addAll(profile.must());
            profile.columns().values().forEach(source -> source.from().forEach(name -> known.add(Text.header(name))));
        }
        return known;
    }

    private static Reader resource(String file) {
        var stream = Profiles.class.getResourceAsStream("/profiles/" + file);
        if (stream == null) {
            throw new ProfileException("/profiles/" + file + ": no such built-in file");
        }
        return new InputStreamReader(stream, StandardCharsets.UTF_8);
    }

    private static Profile read(String file, Reader text) {
        try {
            Map<String, Object> root = keys(file, new Yaml(new SafeConstructor(new LoaderOptions())).load(text), KEYS);
            String record = text(root, "record");
            RecordDefinition<?> type = RecordTypes.named(record)
                    .orElseThrow(() -> new ProfileException(
                            file + ": record: found '" + record + "', expected the name of a record type"));
            Map<String, Source> columns = new LinkedHashMap<>();
            map(root.get("columns")).forEach((column, source) -> {
                if (type.indexOf(column).isEmpty()) {
                    throw new ProfileException(file + ": columns: " + record + " has no column '" + column + "'");
                }
                columns.put(column, source(file, column, source));
            });
            Map<String, Object> unpivot = map(root.get("unpivot"));
            return new Profile(
                    text(root, "profile"),
                    text(root, "title"),
                    record,
                    headers(root.get("must")),
                    headers(root.get("must_not")),
                    DateStyle.valueOf(String.valueOf(root.getOrDefault("dates", "iso"))
                            .replace('-', '_')
                            .toUpperCase(Locale.ROOT)),
                    list(root.get("date_columns")),
                    new LinkedHashSet<>(list(root.get("blanks"))),
                    columns,
                    unpivot.isEmpty() ? Unpivot.NONE : new Unpivot(text(unpivot, "header"), text(unpivot, "cell")));
        } catch (YAMLException | IllegalArgumentException e) {
            throw new ProfileException(file + ": "
                    + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
        }
    }

    private static Source source(String file, String column, @Nullable Object node) {
        if (!(node instanceof Map<?, ?>)) {
            return source(file, column, Map.of("from", node == null ? List.of() : node));
        }
        Map<String, Object> keys = keys(file + ": columns: " + column, node, SOURCE_KEYS);
        Map<String, Object> when = map(keys.get("when"));
        Map<String, Object> unless = map(keys.get("unless_listed"));
        return new Source(
                list(keys.get("from")),
                text(keys, "fixed"),
                words(keys.get("values")),
                words(keys.get("starts")),
                keys.containsKey("otherwise") ? text(keys, "otherwise") : Source.AS_IS,
                text(keys, "after"),
                words(keys.get("name")),
                when.isEmpty()
                        ? Replacement.NONE
                        : new Replacement(text(when, "column"), text(when, "is"), text(when, "value")),
                text(keys, "tag_setting"),
                unless.isEmpty() ? UnlessListed.NONE : new UnlessListed(text(unless, "table"), text(unless, "column")),
                Boolean.parseBoolean(text(keys, "row_name")));
    }

    private static Map<String, Object> keys(String where, @Nullable Object node, Set<String> allowed) {
        Map<String, Object> map = map(node);
        for (String key : map.keySet()) {
            if (!allowed.contains(key)) {
                throw new ProfileException(where + ": unknown key '" + key + "'; expected one of "
                        + String.join(", ", new TreeSet<>(allowed)));
            }
        }
        return map;
    }

    private static Map<String, Object> map(@Nullable Object node) {
        Map<String, Object> map = new LinkedHashMap<>();
        if (node instanceof Map<?, ?> entries) {
            entries.forEach((key, value) -> map.put(String.valueOf(key), value));
        }
        return map;
    }

    /** Texts and what they stand for; the texts are compared without regard to case. */
    private static Map<String, String> words(@Nullable Object node) {
        Map<String, String> words = new LinkedHashMap<>();
        map(node).forEach((word, value) -> words.put(word.toLowerCase(Locale.ROOT), String.valueOf(value)));
        return words;
    }

    private static List<String> list(@Nullable Object node) {
        List<String> items = new ArrayList<>();
        if (node instanceof List<?> values) {
            values.forEach(value -> items.add(String.valueOf(value)));
        } else if (node != null) {
            items.add(String.valueOf(node));
        }
        return items;
    }

    private static Set<String> headers(@Nullable Object node) {
        Set<String> headers = new LinkedHashSet<>();
        list(node).forEach(name -> headers.add(Text.header(name)));
        return headers;
    }

    private static String text(Map<String, Object> map, String key) {
        Object value = map.get(key);
        return value == null ? "" : String.valueOf(value);
    }
}
