package io.tallybook.intake;

import io.tallybook.intake.Profile.Above;
import io.tallybook.intake.Profile.Replacement;
import io.tallybook.intake.Profile.Source;
import io.tallybook.intake.Profile.UnlessListed;
import io.tallybook.intake.Profile.Unpivot;
import io.tallybook.intake.Profile.Words;
import io.tallybook.ledger.RecordDefinition;
import io.tallybook.ledger.RecordTypes;
import io.tallybook.yaml.YamlException;
import io.tallybook.yaml.YamlNode;
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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The import profiles: the built-in ones, listed in {@code profiles/index.txt}, after those that a job adds. A file of a job
 * may also add words to the headers that profiles know.
 */
public final class Profiles {
    private final List<Profile> all;

    private Profiles(List<Profile> all) {
        this.all = List.copyOf(all);
    }

    /** Returns the profiles that come with the program. */
    public static Profiles builtIn() {
        return BuiltIn.PROFILES;
    }

    /** Read once, by who needs them first. */
    private static final class BuiltIn {
        private static final Profiles PROFILES = readBuiltIn();
    }

    private static Profiles readBuiltIn() {
        List<Profile> profiles = new ArrayList<>();
        try (BufferedReader index = new BufferedReader(resource("index.txt"))) {
            for (String file : index.lines().filter(line -> !line.isBlank()).toList()) {
                try (Reader text = resource(file)) {
                    profiles.add(read(YamlNode.read(file, text)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Profiles(profiles);
    }

    /**
     * Returns these profiles after those of further files, which come first when both fit, and with the further words for
     * headers.
     *
     * @throws YamlException if a file is wrong
     */
    public Profiles with(Collection<Path> files) {
        List<Profile> profiles = new ArrayList<>();
        List<MoreHeaders> headers = new ArrayList<>();
        for (Path file : files) {
            try (Reader text = Files.newBufferedReader(file)) {
                YamlNode root = YamlNode.read(String.valueOf(file.getFileName()), text);
                if (root.entries().containsKey("headers")) {
                    headers.add(MoreHeaders.read(root));
                } else {
                    profiles.add(read(root));
                }
            } catch (IOException e) {
                throw new YamlException(file + ": cannot be read: " + e.getMessage());
            }
        }
        profiles.addAll(all);
        for (MoreHeaders more : headers) {
            profiles.replaceAll(more::addTo);
        }
        return new Profiles(profiles);
    }

    /** Words of a job for headers: those of the columns of a record type, in every profile that goes by words. */
    private record MoreHeaders(String record, Map<String, List<String>> columns, Set<String> sheets) {
        static MoreHeaders read(YamlNode root) {
            Map<String, YamlNode> fields = root.fields("headers", "columns", "sheets");
            YamlNode record = root.required(fields, "headers");
            RecordDefinition<?> type =
                    RecordTypes.named(record.text()).orElseThrow(() -> record.wrong("the name of a record type"));
            Map<String, List<String>> columns = new LinkedHashMap<>();
            root.required(fields, "columns").entries().forEach((column, words) -> {
                checkColumn(type, column, words);
                columns.put(column, words.texts());
            });
            return new MoreHeaders(type.name(), columns, headers(texts(fields, "sheets")));
        }

        Profile addTo(Profile profile) {
            return profile.record().equals(record) && !profile.words().isNone()
                    ? profile.with(columns, sheets)
                    : profile;
        }
    }

    private static void checkColumn(RecordDefinition<?> type, String column, YamlNode at) {
        if (type.indexOf(column).isEmpty()) {
            throw new YamlException(at.place() + type.name() + " has no column '" + column + "'");
        }
    }

    /** The profiles that tell a table by its words. */
    List<Profile> byWords() {
        return all.stream().filter(profile -> !profile.words().isNone()).toList();
    }

    Optional<Profile> fitting(Set<String> headers) {
        return all.stream().filter(profile -> profile.fits(headers)).findFirst();
    }

    Optional<Profile> named(String name) {
        return all.stream().filter(profile -> profile.name().equals(name)).findFirst();
    }

    /** Whether a table of one profile is left for that of another in the same file: both say the same. */
    public boolean yields(String profile, String other) {
        return named(profile).filter(found -> found.yieldsTo().contains(other)).isPresent();
    }

    /** Returns name and title of every profile. */
    public Map<String, String> titles() {
        Map<String, String> titles = new LinkedHashMap<>();
        all.forEach(profile -> titles.put(profile.name(), profile.title()));
        return titles;
    }

    private static Reader resource(String file) {
        var stream = Profiles.class.getResourceAsStream("/profiles/" + file);
        if (stream == null) {
            throw new YamlException("/profiles/" + file + ": no such built-in file");
        }
        return new InputStreamReader(stream, StandardCharsets.UTF_8);
    }

    private static Profile read(YamlNode root) {
        Map<String, YamlNode> fields = root.fields(
                "profile",
                "title",
                "record",
                "must",
                "must_not",
                "dates",
                "date_columns",
                "blanks",
                "columns",
                "skip",
                "notice",
                "needs",
                "refusal",
                "yields_to",
                "words",
                "above",
                "unpivot");
        YamlNode record = root.required(fields, "record");
        RecordDefinition<?> type =
                RecordTypes.named(record.text()).orElseThrow(() -> record.wrong("the name of a record type"));
        Map<String, Source> columns = new LinkedHashMap<>();
        // A profile that only knows what it refuses maps nothing.
        if (!fields.containsKey("refusal") || fields.containsKey("columns")) {
            root.required(fields, "columns").entries().forEach((column, source) -> {
                checkColumn(type, column, source);
                columns.put(column, source(source));
            });
        }
        return new Profile(
                root.required(fields, "profile").text(),
                root.required(fields, "title").text(),
                record.text(),
                fields.containsKey("words")
                        ? Set.of()
                        : headers(root.required(fields, "must").texts()),
                headers(texts(fields, "must_not")),
                dates(fields),
                texts(fields, "date_columns"),
                new LinkedHashSet<>(texts(fields, "blanks")),
                columns,
                skipped(fields.get("skip")),
                text(fields, "notice", ""),
                texts(fields, "needs"),
                text(fields, "refusal", ""),
                texts(fields, "yields_to"),
                words(type, fields),
                above(fields),
                unpivot(fields));
    }

    private static Words words(RecordDefinition<?> type, Map<String, YamlNode> fields) {
        YamlNode node = fields.get("words");
        if (node == null) {
            return Words.NONE;
        }
        Map<String, YamlNode> keys = node.fields("columns", "one_of", "hits", "sheets");
        YamlNode columns = node.required(keys, "columns");
        columns.texts().forEach(column -> checkColumn(type, column, columns));
        texts(keys, "one_of").forEach(column -> checkColumn(type, column, node));
        return new Words(
                new LinkedHashSet<>(columns.texts()),
                new LinkedHashSet<>(texts(keys, "one_of")),
                wholeNumber(node.required(keys, "hits")),
                headers(texts(keys, "sheets")));
    }

    private static Above above(Map<String, YamlNode> fields) {
        YamlNode node = fields.get("above");
        if (node == null) {
            return Above.NONE;
        }
        Map<String, YamlNode> keys = node.fields("row", "columns", "says");
        return new Above(
                wholeNumber(node.required(keys, "row")),
                node.required(keys, "columns").texts().stream()
                        .map(letter -> letter.charAt(0) - 'A')
                        .toList(),
                node.required(keys, "says").text());
    }

    private static int wholeNumber(YamlNode node) {
        if (!node.text().matches("[0-9]{1,4}")) {
            throw node.wrong("a whole number");
        }
        return Integer.parseInt(node.text());
    }

    private static DateStyle dates(Map<String, YamlNode> fields) {
        YamlNode dates = fields.get("dates");
        if (dates == null) {
            return DateStyle.ISO;
        }
        return switch (dates.text()) {
            case "iso" -> DateStyle.ISO;
            case "month-first" -> DateStyle.MONTH_FIRST;
            case "day-first" -> DateStyle.DAY_FIRST;
            default -> throw dates.wrong("iso, month-first or day-first");
        };
    }

    private static Unpivot unpivot(Map<String, YamlNode> fields) {
        YamlNode node = fields.get("unpivot");
        if (node == null) {
            return Unpivot.NONE;
        }
        Map<String, YamlNode> keys = node.fields("header", "cell");
        return new Unpivot(
                node.required(keys, "header").text(),
                node.required(keys, "cell").text());
    }

    private static Source source(YamlNode node) {
        if (!node.isMapping()) {
            return Source.plain(node.texts());
        }
        Map<String, YamlNode> keys = node.fields(
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
                "setting",
                "join",
                "row_name");
        return new Source(
                texts(keys, "from"),
                text(keys, "fixed", ""),
                words(keys.get("values")),
                words(keys.get("starts")),
                text(keys, "otherwise", Source.AS_IS),
                text(keys, "after", ""),
                words(keys.get("name")),
                replacement(keys.get("when")),
                text(keys, "tag_setting", ""),
                unlessListed(keys.get("unless_listed")),
                text(keys, "setting", ""),
                text(keys, "join", ""),
                text(keys, "row_name", "").equals("true"));
    }

    private static Map<String, Set<String>> skipped(@Nullable YamlNode node) {
        Map<String, Set<String>> skipped = new LinkedHashMap<>();
        if (node != null) {
            node.entries()
                    .forEach((header, words) -> skipped.put(
                            Text.header(header),
                            words.texts().stream()
                                    .map(word -> word.toLowerCase(Locale.ROOT))
                                    .collect(Collectors.toUnmodifiableSet())));
        }
        return skipped;
    }

    private static Replacement replacement(@Nullable YamlNode node) {
        if (node == null) {
            return Replacement.NONE;
        }
        Map<String, YamlNode> keys = node.fields("column", "is", "value");
        return new Replacement(
                node.required(keys, "column").text(),
                node.required(keys, "is").text(),
                node.required(keys, "value").text());
    }

    private static UnlessListed unlessListed(@Nullable YamlNode node) {
        if (node == null) {
            return UnlessListed.NONE;
        }
        Map<String, YamlNode> keys = node.fields("table", "column");
        return new UnlessListed(
                node.required(keys, "table").text(),
                node.required(keys, "column").text());
    }

    /** Texts and what they stand for; the texts are compared without regard to case. */
    private static Map<String, String> words(@Nullable YamlNode node) {
        Map<String, String> words = new LinkedHashMap<>();
        if (node != null) {
            node.entries().forEach((word, value) -> words.put(word.toLowerCase(Locale.ROOT), value.text()));
        }
        return words;
    }

    private static Set<String> headers(List<String> names) {
        Set<String> headers = new LinkedHashSet<>();
        names.forEach(name -> headers.add(Text.header(name)));
        return headers;
    }

    private static List<String> texts(Map<String, YamlNode> fields, String key) {
        YamlNode node = fields.get(key);
        return node == null ? List.of() : node.texts();
    }

    private static String text(Map<String, YamlNode> fields, String key, String otherwise) {
        YamlNode node = fields.get(key);
        return node == null ? otherwise : node.text();
    }
}
