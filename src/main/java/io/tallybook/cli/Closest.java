package io.tallybook.cli;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The names that a person may have meant. */
final class Closest {
    private Closest() {}

    /** Says that there is no such name, and the closest ones: those that hold the text, else those with the fewest edits. */
    static String message(String what, String found, Collection<String> names) {
        List<String> closest = names(found, names);
        return "no " + what + " '" + found + "'"
                + (closest.isEmpty() ? "" : "; closest: " + String.join(", ", closest));
    }

    static List<String> names(String found, Collection<String> names) {
        String wanted = found.toLowerCase(Locale.ROOT);
        List<String> holding = names.stream()
                .filter(name ->
                        wanted.length() > 2 && name.toLowerCase(Locale.ROOT).contains(wanted))
                .limit(5)
                .toList();
        if (!holding.isEmpty()) {
            return holding;
        }
        return names.stream()
                .filter(name -> edits(wanted, name.toLowerCase(Locale.ROOT)) <= 2 + wanted.length() / 4)
                .sorted(Comparator.comparingInt((String name) -> edits(wanted, name.toLowerCase(Locale.ROOT)))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(3)
                .toList();
    }

    /** The number of letters to put in, take out, replace, or swap with their neighbour (Damerau). */
    static int edits(String from, String to) {
        int[][] edits = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                if (i == 0 || j == 0) {
                    edits[i][j] = i + j;
                    continue;
                }
                int replaced = edits[i - 1][j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                edits[i][j] = Math.min(replaced, 1 + Math.min(edits[i - 1][j], edits[i][j - 1]));
                if (i > 1
                        && j > 1
                        && from.charAt(i - 1) == to.charAt(j - 2)
                        && from.charAt(i - 2) == to.charAt(j - 1)) {
                    edits[i][j] = Math.min(edits[i][j], edits[i - 2][j - 2] + 1);
                }
            }
        }
        return edits[from.length()][to.length()];
    }
}
