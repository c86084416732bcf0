package io.tallybook.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The words of reports in one language: titles of measures, units and states, and the headings of pages and sheets. What a
 * language lacks is English. Read without {@code ResourceBundle}, whose answer depends on the machine's own language.
 */
final class Labels {
    private static final String PAGE = "page.";

    /** Parts of a subject that are plain words with a title, not ids. */
    private static final Set<String> WORDS = Set.of("pool", "sce-component", "operator", "ip-benefit");

    private final String language;
    private final Map<String, String> words;
    private final SortedMap<String, Object> page = new TreeMap<>();

    private Labels(String language, Map<String, String> words) {
        this.language = language;
        this.words = words;
        words.forEach((key, word) -> {
            if (key.startsWith(PAGE)) {
                page.put(key.substring(PAGE.length()), word);
            }
        });
    }

    /** Returns the labels of a language such as {@code de} or {@code de-AT}. */
    static Labels of(String language) {
        String code = language.toLowerCase(Locale.ROOT).replaceAll("[^a-z].*", "");
        Map<String, String> words = new HashMap<>(read("labels.properties").orElseThrow());
        Optional<Map<String, String>> own = code.isEmpty() ? Optional.empty() : read("labels_" + code + ".properties");
        own.ifPresent(words::putAll);
        return new Labels(own.isPresent() ? code : "en", Map.copyOf(words));
    }

    private static Optional<Map<String, String>> read(String file) {
        try (InputStream stream = Labels.class.getResourceAsStream("/report/" + file)) {
            if (stream == null) {
                return Optional.empty();
            }
            Properties properties = new Properties();
            properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
            Map<String, String> words = new HashMap<>();
            properties.forEach((key, value) -> words.put(key.toString(), value.toString()));
            return Optional.of(words);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The language that the labels are in. */
    String language() {
        return language;
    }

    /** The headings and phrases of pages and sheets, for templates. */
    Map<String, Object> page() {
        return Collections.unmodifiableMap(page);
    }

    /** A phrase of pages and sheets, with {@code {0}}, {@code {1}}, ... replaced. */
    String phrase(String key, Object... values) {
        String phrase = word(PAGE + key, key);
        for (int i = 0; i < values.length; i++) {
            phrase = phrase.replace("{" + i + "}", values[i].toString());
        }
        return phrase;
    }

    /** The word of a key, or another one if there is none. */
    String word(String key, String otherwise) {
        return words.getOrDefault(key, otherwise);
    }

    boolean has(String key) {
        return words.containsKey(key);
    }

    /** The title of a measure; the measure itself if it has none. */
    String measure(String measure) {
        return word("measure." + measure, measure);
    }

    String dimension(String dimension) {
        return word("dimension." + dimension, dimension);
    }

    String unit(String unit) {
        return word("unit." + unit, unit);
    }

    String record(String record) {
        return word("record." + record, record);
    }

    /** A subject in words: {@code agreement:E1/pool:SERVER} becomes Agreement E1, pool Server. */
    String subject(String subject) {
        StringBuilder words = new StringBuilder();
        for (String part : subject.split("/", -1)) {
            int colon = part.indexOf(':');
            String type = colon < 0 ? "" : part.substring(0, colon);
            String id = part.substring(colon + 1);
            boolean isWord = WORDS.contains(type);
            if (!words.isEmpty()) {
                words.append(", ");
            }
            if (!type.isEmpty()) {
                words.append(word("subject." + type, type)).append(' ');
            }
            words.append(isWord ? dimension(id) : id);
        }
        return words.toString();
    }
}
