package io.tallybook.cli;

import java.util.ArrayList;
import java.util.List;

/** Rows of text in aligned columns; what does not fit into the last column goes on below it. */
final class TextTable {
    /** Room for the last column when the others leave too little. */
    private static final int NARROWEST = 40;

    private final int width;
    private final List<List<String>> rows = new ArrayList<>();

    /**
     * @param width  the most characters of a line
     */
    TextTable(int width) {
        this.width = width;
    }

    TextTable row(String... cells) {
        return row(List.of(cells));
    }

    TextTable row(List<String> cells) {
        rows.add(cells.stream().map(Lines::one).toList());
        return this;
    }

    List<String> lines() {
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int i = 0; i < row.size() - 1; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        List<String> lines = new ArrayList<>();
        rows.forEach(row -> lines.addAll(lines(row, widths)));
        return lines;
    }

    private List<String> lines(List<String> row, int[] widths) {
        StringBuilder start = new StringBuilder();
        for (int i = 0; i < row.size() - 1; i++) {
            start.append(row.get(i)).append(" ".repeat(widths[i] - row.get(i).length() + 2));
        }
        List<String> lines = new ArrayList<>();
        for (String part : wrapped(row.get(row.size() - 1), Math.max(NARROWEST, width - start.length()))) {
            String before = lines.isEmpty() ? start.toString() : " ".repeat(start.length());
            lines.add((before + part).stripTrailing());
        }
        return lines;
    }

    /** The text in lines of at most so many characters, cut between words where it can be. */
    static List<String> wrapped(String text, int width) {
        List<String> lines = new ArrayList<>();
        String rest = text;
        while (rest.length() > width) {
            int cut = rest.lastIndexOf(' ', width);
            // A list of words with ; between them has no blanks.
            cut = cut <= 0 ? rest.lastIndexOf(';', width - 1) + 1 : cut;
            cut = cut <= 0 ? width : cut;
            lines.add(rest.substring(0, cut));
            rest = rest.substring(cut).stripLeading();
        }
        lines.add(rest);
        return lines;
    }
}
