package io.tallybook.analysis.partner;

import io.tallybook.analysis.Codes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The names of the offers. Nothing is matched by likeness: a name that is not listed is an offer of its own, equal only to
 * the same name.
 */
final class OfferNames {
    private static final String BRAND = "MICROSOFT_";

    private final Map<String, String> codes = new HashMap<>();

    /**
     * @param rows  rows with {@code name} and the {@code code} that it stands for
     */
    OfferNames(List<Map<String, String>> rows) {
        rows.forEach(row -> codes.put(word(Rulebook.cell(row, "name")), Rulebook.cell(row, "code")));
    }

    /** Returns the code that a name stands for; for a name that is not listed the name itself, as it is compared. */
    String codeOf(String name) {
        String word = word(name);
        return codes.getOrDefault(word, word);
    }

    boolean isListed(String name) {
        return codes.containsKey(word(name));
    }

    /** For example, "Microsoft® Action-Pack" is {@code ACTION_PACK}. */
    private static String word(String name) {
        String plain = Codes.of(name.replaceAll("[\u2122\u00ae\u00a9\u2120]|(?i)\\((?:r|tm)\\)", ""));
        return plain.startsWith(BRAND) ? plain.substring(BRAND.length()) : plain;
    }
}
