package io.tallybook.sheet;

import java.nio.charset.StandardCharsets;

/** Names the files that people send by mistake, so that the message can say what they are. */
final class BinaryFormats {
    private BinaryFormats() {}

    static boolean isZip(byte[] head) {
        return startsWith(head, "PK\3\4") || startsWith(head, "PK\5\6") || startsWith(head, "PK\7\b");
    }

    static boolean isGzip(byte[] head) {
        return startsWith(head, "\u001f\u008b");
    }

    static boolean isOle2(byte[] head) {
        return startsWith(head, "\u00d0\u00cf\u0011\u00e0");
    }

    /** The first record of a workbook that Excel 4 or older wrote without a container. */
    static boolean isBareBiff(byte[] head) {
        return startsWith(head, "\u0009\u0000\u0004\u0000")
                || startsWith(head, "\u0009\u0002\u0006\u0000")
                || startsWith(head, "\u0009\u0004\u0006\u0000")
                || startsWith(head, "\u0009\b\b\u0000")
                || startsWith(head, "\u0009\b\u0010\u0000");
    }

    /** Refuses a file that is not text. */
    static void refuse(byte[] head) throws UnreadableFileException {
        if (startsWith(head, "%PDF")) {
            throw unknown("this is a PDF document");
        }
        if (startsWith(head, "PAR1")) {
            throw unknown("this is a Parquet file");
        }
        if (startsWith(head, "\u0089PNG") || startsWith(head, "\u00ff\u00d8\u00ff") || startsWith(head, "GIF8")) {
            throw unknown("this is a picture");
        }
        if (startsWith(head, "7z\u00bc\u00af")
                || startsWith(head, "Rar!")
                || startsWith(head, "BZh")
                || startsWith(head, "\u00fd7zXZ")
                || startsWith(head, "(\u00b5/\u00fd")) {
            throw new UnreadableFileException(Unreadable.ARCHIVE, "this is a compressed archive; unpack it");
        }
        for (int i = 0; i < head.length; i++) {
            if (head[i] == 0) {
                throw unknown("this is not a text file (byte " + (i + 1) + " is NUL) nor a workbook");
            }
        }
    }

    static void refuseWithinGzip(byte[] head) throws UnreadableFileException {
        if (isZip(head) || isOle2(head) || isGzip(head) || startsWith(head, "ustar")) {
            throw new UnreadableFileException(
                    Unreadable.ARCHIVE, "this is a gzip file that holds a workbook or an archive; unpack it");
        }
    }

    private static UnreadableFileException unknown(String what) {
        return new UnreadableFileException(Unreadable.UNKNOWN_FORMAT, what + "; export the table as xlsx or csv");
    }

    private static boolean startsWith(byte[] head, String bytes) {
        byte[] expected = bytes.getBytes(StandardCharsets.ISO_8859_1);
        if (head.length < expected.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if (head[i] != expected[i]) {
                return false;
            }
        }
        return true;
    }
}
