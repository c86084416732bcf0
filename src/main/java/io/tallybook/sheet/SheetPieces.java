package io.tallybook.sheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Cuts the rows of a sheet part behind end tags of rows.
 * <p>
 * Only UTF-8 without prefixes is cut. What stands around the rows is parsed as XML once they have all been handed out, so a
 * part that is cut off or has a DOCTYPE does not pass for whole.
 */
final class SheetPieces implements PieceSource {
    private static final int FIRST_PIECE = 1 << 15;
    /** Less than half of a region of the smallest heaps: larger arrays are a burden to the collector. */
    private static final int PIECE = 400_000;

    private static final int LONGEST_HEAD = 1 << 20;
    private static final int LONGEST_ROW = 1 << 25;
    private static final byte[] OPENING = ascii("<sheetData>");
    private static final byte[] ROW_END = ascii("</row>");
    private static final byte[] CLOSING = ascii("</sheetData>");
    /** Words that can hide a tag or change what one means. */
    private static final List<String> UNSUITABLE = List.of("<!", "encoding='");

    private final PartStream in;
    private final String label;
    private int size = FIRST_PIECE;
    private byte[] carry = {};
    private byte[] head = {};
    private byte[] tail = {};
    private boolean begun;
    private boolean isLast;
    private boolean ended;

    /**
     * @param in  the part
     * @param label  what to call it in messages
     */
    SheetPieces(PartStream in, String label) {
        this.in = in;
        this.label = label;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public @Nullable Piece next() throws UnreadableFileException, IrregularException {
        if (!begun) {
            begin();
            begun = true;
        }
        if (isLast && !ended) {
            ended = true;
            checkAround();
        }
        if (ended) {
            return null;
        }
        byte[] bytes = Arrays.copyOf(carry, carry.length + size + PADDING);
        int filled = carry.length;
        while (true) {
            int capacity = bytes.length - PADDING;
            filled = fill(bytes, filled, capacity);
            int cut = cut(bytes, filled);
            if (cut > 0 || isLast) {
                if (isLast) {
                    tail = Arrays.copyOfRange(bytes, cut, filled);
                } else {
                    carry = Arrays.copyOfRange(bytes, cut, filled);
                }
                size = Math.min(PIECE, size * 4);
                return new Piece(bytes, 0, cut);
            }
            if (filled < capacity || capacity > LONGEST_ROW) {
                throw new IrregularException("no end of the rows");
            }
            bytes = Arrays.copyOf(bytes, capacity * 2 + PADDING);
        }
    }

    /** Returns the index behind the last row that is there as a whole. */
    private int cut(byte[] bytes, int filled) {
        int row = lastIndexOf(bytes, filled, ROW_END);
        int behind = row < 0 ? 0 : row + ROW_END.length;
        int closing = indexOf(bytes, behind, filled, CLOSING);
        isLast = closing >= 0;
        return isLast ? closing : behind;
    }

    private void begin() throws UnreadableFileException, IrregularException {
        byte[] bytes = new byte[FIRST_PIECE];
        int filled = fill(bytes, 0, bytes.length);
        int opening = indexOf(bytes, 0, filled, OPENING);
        while (opening < 0 && filled == bytes.length && filled < LONGEST_HEAD) {
            bytes = Arrays.copyOf(bytes, filled * 2);
            filled = fill(bytes, filled, bytes.length);
            opening = indexOf(bytes, 0, filled, OPENING);
        }
        if (opening < 0) {
            throw new IrregularException("no plain element of rows");
        }
        String before = new String(bytes, 0, opening, StandardCharsets.ISO_8859_1);
        int encoding = before.indexOf("encoding=\"");
        boolean isUtf8 = encoding < 0
                || before.substring(encoding + 10).toLowerCase(Locale.ROOT).startsWith("utf-8\"");
        if (!isUtf8 || UNSUITABLE.stream().anyMatch(before::contains)) {
            throw new IrregularException("an encoding, comment or DOCTYPE before the rows");
        }
        head = Arrays.copyOf(bytes, opening + OPENING.length);
        carry = Arrays.copyOfRange(bytes, opening + OPENING.length, filled);
    }

    /** What is wrong there, the thorough way says with its place. */
    private void checkAround() throws IrregularException {
        InputStream around = new SequenceInputStream(
                Collections.enumeration(List.of(new ByteArrayInputStream(head), new ByteArrayInputStream(tail), in)));
        try (XmlPart xml = XmlPart.of(around, in, label)) {
            while (xml.toStart()) {
                // only the form matters
            }
            xml.drain();
        } catch (UnreadableFileException e) {
            throw new IrregularException(String.valueOf(e.getMessage()));
        }
    }

    private int fill(byte[] bytes, int from, int to) throws UnreadableFileException {
        try {
            return from + in.readNBytes(bytes, from, to - from);
        } catch (IOException e) {
            throw ZipParts.translate(e, label);
        }
    }

    private static int lastIndexOf(byte[] bytes, int filled, byte[] word) {
        int i = filled - word.length;
        while (i >= 0 && !isAt(bytes, i, word)) {
            i--;
        }
        return i;
    }

    private static int indexOf(byte[] bytes, int from, int filled, byte[] word) {
        for (int i = from; i <= filled - word.length; i++) {
            if (isAt(bytes, i, word)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isAt(byte[] bytes, int at, byte[] word) {
        for (int i = 0; i < word.length; i++) {
            if (bytes[at + i] != word[i]) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            System.getLogger(SheetPieces.class.getName()).log(System.Logger.Level.DEBUG, "close", e);
        }
    }
}
