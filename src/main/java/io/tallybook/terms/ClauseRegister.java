package io.tallybook.terms;

import io.tallybook.yaml.YamlException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every clause of the source documents, by id, in the order of the documents. */
public final class ClauseRegister {
    private static final Map<String, String> DOCUMENTS = new LinkedHashMap<>();

    static {
        DOCUMENTS.put("software-assurance", "Product Terms, Software Assurance Benefits");
        DOCUMENTS.put("azure-ip-advantage", "Azure IP Advantage program, frequently asked questions");
        DOCUMENTS.put("azure-customer-solution", "Azure Customer Solution licensing guidance");
        DOCUMENTS.put("partner-program", "Microsoft AI Cloud Partner Program, Terms of Participation Guide");
    }

    private final Map<String, Clause> clauses = new LinkedHashMap<>();

    private ClauseRegister() {}

    /** Reads the register that comes with the program. */
    public static ClauseRegister builtIn() {
        ClauseRegister register = new ClauseRegister();
        DOCUMENTS.forEach(register::read);
        return register;
    }

    public Collection<Clause> all() {
        return List.copyOf(clauses.values());
    }

    public Optional<Clause> find(String id) {
        return Optional.ofNullable(clauses.get(id));
    }

    private void read(String name, String document) {
        var stream = ClauseRegister.class.getResourceAsStream("/clauses/" + name + ".tsv");
        if (stream == null) {
            throw new YamlException("/clauses/" + name + ".tsv: no such built-in file");
        }
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            List<String> all = new ArrayList<>(lines.lines().toList());
            for (String line : all.subList(1, all.size())) {
                String[] cells = line.split("\t", -1);
                clauses.put(cells[0], new Clause(cells[0], document, cells[1], cells[2], cells[3], cells[4]));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
