package io.tallybook.sheet;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what has to be said about a file, each text once. Safe for several threads. */
final class Notices {
    private final Set<String> texts = new LinkedHashSet<>();

    synchronized void say(String text) {
        texts.add(UnreadableFileException.oneLine(text, 200));
    }

    synchronized List<String> list() {
        return List.copyOf(texts);
    }
}
