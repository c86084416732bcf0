package io.tallybook.report.excel;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Finds the references in a formula, and refuses what cannot be moved. */
final class FormulaScanner {
    /** Their arguments name cells by text or by a count of rows, which no one can move. */
    private static final Set<String> UNMOVABLE = Set.of("INDIRECT", "OFFSET", "ADDRESS");

    private final String formula;
    private final FormulaText.Builder pieces = new FormulaText.Builder();
    private int at;

    FormulaScanner(String formula) {
        this.formula = formula;
    }

    FormulaText scan() {
        while (at < formula.length()) {
            char c = formula.charAt(at);
            if (c == '"') {
                text();
            } else if (c == '\'') {
                quotedSheet();
            } else if (c == '{') {
                copyTo(closing('{', '}'));
            } else if (c == '[') {
                throw new UnmovableException("refers to another workbook; refer to cells of this one");
            } else if (c == '#') {
                error();
            } else if (Character.isDigit(c) || c == '.') {
                number();
            } else if (isWord(c)) {
                word();
            } else {
                pieces.text(String.valueOf(c));
                at++;
            }
        }
        return pieces.build();
    }

    private void text() {
        int end = endOfQuoted('"');
        String literal = formula.substring(at + 1, end - 1);
        if (literal.startsWith("#") && formula.toUpperCase(Locale.ROOT).contains("HYPERLINK")) {
            throw new UnmovableException("a link to a cell by text cannot follow its row; use a value that links");
        }
        copyTo(end);
    }

    private void quotedSheet() {
        int end = endOfQuoted('\'');
        String sheet = formula.substring(at + 1, end - 1).replace("''", "'");
        if (end >= formula.length() || formula.charAt(end) != '!') {
            throw new UnmovableException("a sheet name without a cell");
        }
        referenceOn(sheet, formula.substring(at, end + 1), end + 1);
    }

    private int endOfQuoted(char quote) {
        int end = at + 1;
        while (end < formula.length()) {
            if (formula.charAt(end) != quote) {
                end++;
            } else if (end + 1 < formula.length() && formula.charAt(end + 1) == quote) {
                end += 2;
            } else {
                return end + 1;
            }
        }
        throw new UnmovableException("a " + quote + " is not closed");
    }

    private int closing(char open, char close) {
        int depth = 0;
        for (int i = at; i < formula.length(); i++) {
            char c = formula.charAt(i);
            if (c == open) {
                depth++;
            } else if (c == close && --depth == 0) {
                return i + 1;
            }
        }
        throw new UnmovableException("a " + open + " is not closed");
    }

    private void error() {
        if (formula.startsWith("#REF!", at)) {
            throw new UnmovableException("#REF! refers to nothing; mend or remove it");
        }
        int end = at + 1;
        while (end < formula.length() && (isWord(formula.charAt(end)) || "/!?".indexOf(formula.charAt(end)) >= 0)) {
            end++;
        }
        if (end == at + 1) {
            throw new UnmovableException("a reference to a spilled area cannot follow its rows; refer to its cells");
        }
        copyTo(end);
    }

    private void number() {
        int digits = endOfWord();
        if (isRange(digits) && Reference.row(formula.substring(at, digits)).isPresent()) {
            area(formula.substring(at, digits), "", "", digits);
            return;
        }
        int end = at;
        while (end < formula.length() && (Character.isDigit(formula.charAt(end)) || formula.charAt(end) == '.')) {
            end++;
        }
        if (end < formula.length() && "eE".indexOf(formula.charAt(end)) >= 0) {
            end++;
            if (end < formula.length() && "+-".indexOf(formula.charAt(end)) >= 0) {
                end++;
            }
            while (end < formula.length() && Character.isDigit(formula.charAt(end))) {
                end++;
            }
        }
        copyTo(end);
    }

    private void word() {
        int end = endOfWord();
        String word = formula.substring(at, end);
        char next = end < formula.length() ? formula.charAt(end) : ' ';
        if (next == '(') {
            if (UNMOVABLE.contains(word.toUpperCase(Locale.ROOT))) {
                throw new UnmovableException(
                        word + " names cells in a way that cannot follow their rows; refer to them");
            }
            copyTo(end);
        } else if (next == '!') {
            referenceOn(word, word + "!", end + 1);
        } else if (next == '[') {
            // A column of a table: the table itself is moved.
            pieces.text(word);
            at = end;
            copyTo(closing('[', ']'));
        } else if (next == ':' && isSheetRange(end)) {
            throw new UnmovableException("a reference across sheets cannot follow its rows; refer to each sheet");
        } else {
            area(word, "", "", end);
        }
    }

    /** Takes what stands behind a sheet name: a reference, or a name of that sheet. */
    private void referenceOn(String sheet, String prefix, int start) {
        if (sheet.indexOf('[') >= 0) {
            throw new UnmovableException("refers to another workbook; refer to cells of this one");
        }
        if (sheet.indexOf(':') >= 0) {
            throw new UnmovableException("a reference across sheets cannot follow its rows; refer to each sheet");
        }
        if (start < formula.length() && formula.charAt(start) == '#') {
            throw new UnmovableException("#REF! refers to nothing; mend or remove it");
        }
        at = start;
        int end = endOfWord();
        area(formula.substring(start, end), sheet, prefix, end);
    }

    private void area(String first, String sheet, String prefix, int end) {
        at = end;
        Optional<Corner> from = Reference.cell(first);
        if (end < formula.length() && formula.charAt(end) == '#' && from.isPresent()) {
            throw new UnmovableException("a reference to a spilled area cannot follow its rows; refer to its cells");
        }
        if (isRange(end)) {
            int last = endOfWord(end + 1);
            String second = formula.substring(end + 1, last);
            boolean isCall = last < formula.length() && formula.charAt(last) == '(';
            Optional<Corner> to = isCall ? Optional.empty() : corner(second);
            Optional<Corner> start = from.or(() -> corner(first));
            if (start.isPresent() && to.isPresent() && isSameKind(start.get(), to.get())) {
                pieces.reference(new Reference(sheet, prefix, start.get(), to.get(), true));
                at = last;
                return;
            }
        }
        if (from.isPresent()) {
            pieces.reference(new Reference(sheet, prefix, from.get(), from.get(), false));
        } else {
            pieces.text(prefix + first);
        }
    }

    private static Optional<Corner> corner(String text) {
        return Reference.cell(text).or(() -> Reference.column(text)).or(() -> Reference.row(text));
    }

    private static boolean isSameKind(Corner from, Corner to) {
        return (from.column() < 0) == (to.column() < 0) && from.hasRow() == to.hasRow();
    }

    private boolean isRange(int colon) {
        return colon + 1 < formula.length() && formula.charAt(colon) == ':' && isWord(formula.charAt(colon + 1));
    }

    /** Whether the colon joins two sheets, as in {@code Jan:Dec!A1}. */
    private boolean isSheetRange(int colon) {
        int end = endOfWord(colon + 1);
        return end > colon + 1 && end < formula.length() && formula.charAt(end) == '!';
    }

    private int endOfWord() {
        return endOfWord(at);
    }

    private int endOfWord(int start) {
        int end = start;
        while (end < formula.length() && isWord(formula.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '$' || c == '_' || c == '.' || c == '\\' || c == '?';
    }

    private void copyTo(int end) {
        pieces.text(formula.substring(at, end));
        at = end;
    }
}
