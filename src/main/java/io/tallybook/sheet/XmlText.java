package io.tallybook.sheet;

/** Text as it stands between the tags of a part: with references to characters, and with the escapes of workbooks. */
final class XmlText {
    private XmlText() {}

    /**
     * Returns the text that some XML without tags stands for.
     *
     * @throws IrregularException if it holds what is no text, or what only a parser with more patience may read
     */
    static String decode(String xml) throws IrregularException {
        StringBuilder text = new StringBuilder(xml.length());
        for (int i = 0; i < xml.length(); i++) {
            char c = xml.charAt(i);
            if (c == '&') {
                int semicolon = xml.indexOf(';', i);
                text.appendCodePoint(character(semicolon < 0 ? "" : xml.substring(i + 1, semicolon)));
                i = semicolon;
            } else if (!isText(c) || c == '\r') {
                // A parser takes the end of a line on other systems for a line feed.
                throw new IrregularException("a control character");
            } else {
                text.append(c);
            }
        }
        return XmlEscapes.decode(text.toString());
    }

    private static int character(String entity) throws IrregularException {
        return switch (entity) {
            case "amp" -> '&';
            case "lt" -> '<';
            case "gt" -> '>';
            case "quot" -> '"';
            case "apos" -> '\'';
            default -> numbered(entity);
        };
    }

    /** Reads {@code #10} or {@code #xA}. */
    private static int numbered(String entity) throws IrregularException {
        boolean isHex = entity.startsWith("#x");
        int from = isHex ? 2 : 1;
        int code = entity.startsWith("#") && entity.length() > from && entity.length() <= from + 7 ? 0 : -1;
        for (int i = from; i < entity.length() && code >= 0; i++) {
            int digit = entity.charAt(i) < 128 ? Character.digit(entity.charAt(i), isHex ? 16 : 10) : -1;
            code = digit < 0 ? -1 : code * (isHex ? 16 : 10) + digit;
        }
        if (code < 0
                || code > Character.MAX_CODE_POINT
                || (code < Character.MIN_SUPPLEMENTARY_CODE_POINT
                        && (!isText((char) code) || Character.isSurrogate((char) code)))) {
            throw new IrregularException("a character reference");
        }
        return code;
    }

    private static boolean isText(char c) {
        return c >= ' ' ? c != '\uFFFE' && c != '\uFFFF' : c == '\t' || c == '\n' || c == '\r';
    }
}
