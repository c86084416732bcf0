package io.tallybook.terms;

import io.tallybook.yaml.YamlException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * All terms that a run computes under: the built-in ones, and the editions that a job adds or replaces.
 *
 * <p>The built-in files are listed in {@code terms/index.txt}. A file is read when its term is first asked for. Safe for threads.
 */
public final class Terms {
    private static final String FOLDER = "/terms/";

    private final Map<String, Term> loaded = new ConcurrentHashMap<>();
    private final Map<String, String> builtIn = new LinkedHashMap<>();

    private Terms() {}

    /** Returns the terms that come with the program. */
    public static Terms builtIn() {
        Terms terms = new Terms();
        try (BufferedReader index = new BufferedReader(resource("index.txt"))) {
            index.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .forEach(file -> terms.builtIn.put(id(file), file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return terms;
    }

    /**
     * Returns these terms with the editions of further files: an edition with the same first day replaces the built-in
     * one, any other is added.
     *
     * @throws YamlException if a file is wrong, with its name and line
     */
    public Terms with(Collection<Path> files) {
        Terms more = new Terms();
        more.builtIn.putAll(builtIn);
        more.loaded.putAll(loaded);
        for (Path file : files) {
            try (Reader text = Files.newBufferedReader(file)) {
                Term added = TermFile.read(file.getFileName().toString(), text);
                more.loaded.put(
                        added.id(),
                        more.find(added.id()).map(old -> merged(old, added)).orElse(added));
            } catch (IOException e) {
                throw new YamlException(file + ": cannot be read: " + e.getMessage());
            }
        }
        return more;
    }

    private static Term merged(Term old, Term added) {
        List<TermEdition> editions = new ArrayList<>(added.editions());
        for (TermEdition edition : old.editions()) {
            if (added.editions().stream().noneMatch(other -> other.from().equals(edition.from()))) {
                editions.add(edition);
            }
        }
        return new Term(old.id(), added.about(), added.unit(), added.clauses(), editions);
    }

    /** Returns the ids of all terms, sorted. */
    public List<String> ids() {
        return Stream.concat(builtIn.keySet().stream(), loaded.keySet().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /**
     * Returns a term.
     *
     * @throws IllegalArgumentException if there is none with this id
     */
    public Term term(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("No term " + id));
    }

    /** Returns a term, or empty if there is none with this id. */
    public synchronized Optional<Term> find(String id) {
        Term term = loaded.get(id);
        if (term == null && builtIn.containsKey(id)) {
            String file = builtIn.getOrDefault(id, "");
            try (Reader text = resource(file)) {
                term = TermFile.read(file, text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            if (!term.id().equals(id)) {
                throw new YamlException(file + ": holds the term " + term.id() + ", expected " + id);
            }
            loaded.put(id, term);
        }
        return Optional.ofNullable(term);
    }

    /** Returns the edition of a term that is in force on a day, or empty; see {@link Term#notInForce}. */
    public Optional<TermEdition> at(String id, LocalDate day) {
        return term(id).at(day);
    }

    private static String id(String file) {
        return file.substring(file.lastIndexOf('/') + 1).replace(".yaml", "");
    }

    private static Reader resource(String file) {
        var stream = Terms.class.getResourceAsStream(FOLDER + file);
        if (stream == null) {
            throw new YamlException(FOLDER + file + ": no such built-in file");
        }
        return new InputStreamReader(stream, StandardCharsets.UTF_8);
    }
}
