package io.tallybook.report;

import io.tallybook.result.Figure;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A choice of figures, in their order: measures, each with one dimension or all of them. Read from a resource, one a line, so
 * that an area adds its own without a change here.
 */
final class KeyFigures {
    private record Key(String measure, String dimension) {}

    private final List<Key> keys;

    private KeyFigures(List<Key> keys) {
        this.keys = keys;
    }

    /** Reads a choice such as {@code key-figures.txt}. */
    static KeyFigures read(String file) {
        try (InputStream stream = KeyFigures.class.getResourceAsStream("/report/" + file)) {
            if (stream == null) {
                throw new IllegalStateException("No resource /report/" + file);
            }
            List<Key> keys = new ArrayList<>();
            new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .forEach(line -> {
                        int space = line.indexOf(' ');
                        keys.add(
                                space < 0
                                        ? new Key(line, "*")
                                        : new Key(
                                                line.substring(0, space),
                                                line.substring(space).strip()));
                    });
            return new KeyFigures(List.copyOf(keys));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean contains(Figure figure) {
        return indexOf(figure) >= 0;
    }

    /** The place of a figure within the choice, or -1. */
    int indexOf(Figure figure) {
        for (int i = 0; i < keys.size(); i++) {
            Key key = keys.get(i);
            boolean isDimension = key.dimension().equals("*") || key.dimension().equals(figure.dimension());
            if (isDimension && key.measure().equals(figure.measure())) {
                return i;
            }
        }
        return -1;
    }
}
