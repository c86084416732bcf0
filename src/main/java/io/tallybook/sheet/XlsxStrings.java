package io.tallybook.sheet;

/** Loads the shared strings: rich runs joined, readings of Japanese names left out, escapes decoded. */
final class XlsxStrings {
    private static final String LABEL = "the table of shared texts";

    private XlsxStrings() {}

    static SharedText load(ZipParts zip, String part) throws UnreadableFileException {
        Limits limits = zip.limits();
        SharedText strings = new SharedText(limits.sharedStringBytes());
        StringBuilder text = new StringBuilder();
        try (XmlPart xml = XmlPart.open(zip, part, LABEL)) {
            while (xml.toStart()) {
                if (!xml.is("si")) {
                    continue;
                }
                text.setLength(0);
                runs(xml, text, limits.cellCharacters());
                // Spaces stay, with or without xml:space="preserve": a run may end in one that parts two words.
                String decoded = XmlEscapes.decode(text.toString());
                if (decoded.length() > limits.cellCharacters()) {
                    throw xml.tooLong(limits.cellCharacters());
                }
                if (!strings.add(decoded)) {
                    throw new UnreadableFileException(
                            Unreadable.TOO_LARGE,
                            LABEL + " is larger than " + limits.sharedStringBytes() / 1_000_000
                                    + " MB; split the file or save it as csv");
                }
            }
            xml.drain();
        }
        return strings.sealed();
    }

    private static void runs(XmlPart xml, StringBuilder text, int mostCharacters) throws UnreadableFileException {
        int depth = xml.depth();
        while (xml.toChild(depth)) {
            if (xml.is("t")) {
                xml.text(text, mostCharacters);
            } else if (!xml.is("r")) {
                // rPh holds the reading of a name, not the name.
                xml.skip();
            }
        }
    }
}
