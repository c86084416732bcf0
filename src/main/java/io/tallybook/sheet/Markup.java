package io.tallybook.sheet;

import java.nio.charset.StandardCharsets;

/**
 * A place in some bytes of XML, moved over tags and attributes as spreadsheet programs write them: attributes in double quotes,
 * nothing escaped in them. What has another form is irregular.
 */
final class Markup {
    private static final long LESS = ByteScan.pattern('<');
    private static final long QUOTE = ByteScan.pattern('"');

    private byte[] bytes = {};
    private int at;
    private int to;
    private boolean isClosed;
    // The attribute at hand: its name and its value.
    private int nameFrom;
    private int nameTo;
    private int valueFrom;
    private int valueTo;

    /** Begins with a piece, and puts a byte behind its end that ends every search. */
    void begin(PieceSource.Piece piece) {
        bytes = piece.bytes();
        at = piece.from();
        to = piece.to();
        bytes[to] = '<';
    }

    /** Returns the index of the byte that is next. */
    int at() {
        return at;
    }

    void moveTo(int index) {
        at = index;
    }

    boolean isAtEnd() {
        return at >= to;
    }

    /** Says whether the tag that {@link #attribute} or {@link #open} has left is one of an empty element. */
    boolean isClosed() {
        return isClosed;
    }

    /** Goes to the next byte that is no blank. */
    void skipBlanks() {
        while (at < to && (bytes[at] == ' ' || bytes[at] == '\n' || bytes[at] == '\r' || bytes[at] == '\t')) {
            at++;
        }
    }

    /** Goes behind some bytes if they are next, and says whether they were. */
    boolean take(byte[] word) {
        if (at + word.length > to || !isAt(at, word)) {
            return false;
        }
        at += word.length;
        return true;
    }

    private boolean isAt(int from, byte[] word) {
        for (int i = 0; i < word.length; i++) {
            if (bytes[from + i] != word[i]) {
                return false;
            }
        }
        return true;
    }

    /** Goes behind some bytes that have to be next. */
    void expect(byte[] word) throws IrregularException {
        if (!take(word)) {
            throw new IrregularException("something unknown");
        }
    }

    /** Goes to the next attribute of the tag at hand, or behind the tag and returns false. */
    boolean attribute() throws IrregularException {
        byte b = bytes[at];
        if (b == '>') {
            at++;
            isClosed = false;
            return false;
        }
        if (b == '/' && bytes[at + 1] == '>') {
            at += 2;
            isClosed = true;
            return false;
        }
        if (b != ' ') {
            throw new IrregularException("a tag");
        }
        nameFrom = at + 1;
        int i = nameFrom;
        while (isName(bytes[i])) {
            i++;
        }
        nameTo = i;
        if (nameTo == nameFrom || bytes[i] != '=' || bytes[i + 1] != '"') {
            return attributeEnd();
        }
        valueFrom = i + 2;
        valueTo = valueFrom;
        // Most values are short.
        while (bytes[valueTo] != '"' && bytes[valueTo] != 0 && valueTo - valueFrom < 8) {
            valueTo++;
        }
        if (bytes[valueTo] != '"') {
            valueTo = ByteScan.indexOf(bytes, valueTo, to, QUOTE);
        }
        if (valueTo >= to || !ByteScan.isPlain(bytes, valueFrom, valueTo) || hasLess()) {
            throw new IrregularException("an attribute");
        }
        at = valueTo + 1;
        return true;
    }

    /** A blank before the end of a tag is no attribute. */
    private boolean attributeEnd() throws IrregularException {
        at++;
        if (bytes[at] == '>' || (bytes[at] == '/' && bytes[at + 1] == '>')) {
            return attribute();
        }
        throw new IrregularException("an attribute");
    }

    private boolean hasLess() {
        for (int i = valueFrom; i < valueTo; i++) {
            if (bytes[i] == '<') {
                return true;
            }
        }
        return false;
    }

    private static boolean isName(byte b) {
        return (b >= 'a' && b <= 'z')
                || (b >= 'A' && b <= 'Z')
                || (b >= '0' && b <= '9')
                || b == ':'
                || b == '_'
                || b == '-';
    }

    /** Goes behind the tag whose name has been read, and returns where its content begins; for an empty element the end. */
    int open() throws IrregularException {
        while (attribute()) {
            // none of them matters
        }
        return at;
    }

    /** Goes behind the end tag that has to follow the text from an index on, and returns the end of that text. */
    int close(int from, byte[] endTag) throws IrregularException {
        if (isClosed) {
            return from;
        }
        int i = from;
        // Most values are short.
        while (bytes[i] != '<' && i - from < 8) {
            i++;
        }
        int end = bytes[i] == '<' ? i : ByteScan.indexOf(bytes, i, to, LESS);
        at = end;
        expect(endTag);
        return end;
    }

    /** Returns the name of the attribute at hand if it is one letter, else 0. */
    byte letter() {
        return nameTo - nameFrom == 1 ? bytes[nameFrom] : 0;
    }

    /** Says whether the attribute at hand has a name. */
    boolean isNamed(byte[] name) {
        return nameTo - nameFrom == name.length && isAt(nameFrom, name);
    }

    /** Says whether the value of the attribute at hand is a truth value that is true. */
    boolean isTrue() {
        return bytes[valueFrom] == '1' || bytes[valueFrom] == 't';
    }

    /** Returns the value of the attribute at hand if it is one letter, else 0. */
    byte valueLetter() {
        return valueTo - valueFrom == 1 ? bytes[valueFrom] : 0;
    }

    /** Returns the value of the attribute at hand. */
    String value() {
        return new String(bytes, valueFrom, valueTo - valueFrom, StandardCharsets.ISO_8859_1);
    }

    /** Returns the value of the attribute at hand as a whole number. */
    int number() throws IrregularException {
        return number(valueFrom, valueTo);
    }

    /** Returns the whole number of up to nine digits between two indexes. */
    int number(int from, int end) throws IrregularException {
        if (end == from || end - from > 9) {
            throw new IrregularException("a whole number");
        }
        int value = 0;
        for (int i = from; i < end; i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9) {
                throw new IrregularException("a whole number");
            }
            value = value * 10 + digit;
        }
        return value;
    }

    /** Returns the column that the value of the attribute at hand refers to, the first is 0. */
    int column() throws IrregularException {
        int column = 0;
        int i = valueFrom;
        while (i < valueTo && i - valueFrom < 4 && bytes[i] >= 'A' && bytes[i] <= 'Z') {
            column = column * 26 + bytes[i] - 'A' + 1;
            i++;
        }
        if (i == valueFrom || i == valueTo) {
            throw new IrregularException("a reference");
        }
        return column - 1;
    }
}
