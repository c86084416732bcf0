package io.tallybook.analysis;

import java.util.Locale;

/** Words that are compared as codes although their column is free text. */
public final class Codes {
    private Codes() {}

    /** Returns a word as codes are compared: case does not matter; spaces, hyphens and underscores are alike. */
    public static String of(String word) {
        return word.strip().toUpperCase(Locale.ROOT).replaceAll("[\\s\\u00A0_-]+", "_");
    }
}
