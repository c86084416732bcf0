package io.tallybook.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.Locale;

/**
 * Decodes a text file in one pass, falling back from UTF-8 to Windows-1252.
 * <p>
 * A Windows-1252 file is told from UTF-8 by its first byte that is not UTF-8. What stood before is ASCII, the same in
 * both, so decoding goes on from there and no byte is read twice; a pass of its own over the bytes would cost a
 * gzipped file its inflating a second time. If valid UTF-8 stood before, the file mixes both, and only the bytes that
 * are not UTF-8 are read as Windows-1252. Either way it is said.
 */
final class TextDecoder extends Reader {
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private final TextBytes source;
    private final InputStream in;
    private final TextEncoding encoding;
    private final Notices notices;
    private final ByteBuffer bytes = ByteBuffer.allocate(1 << 16).flip();
    private final CharBuffer chars = CharBuffer.allocate(1 << 15).flip();
    private CharsetDecoder decoder;
    private boolean utf8;
    private boolean beyondAscii;
    /** The offset in the file of the byte after those in the buffer. */
    private long offset;

    private boolean ended;

    TextDecoder(TextBytes source, InputStream in, TextEncoding encoding, Notices notices) throws IOException {
        this.source = source;
        this.in = in;
        this.encoding = encoding;
        this.notices = notices;
        this.utf8 = encoding.isUtf8();
        this.decoder = strict(encoding.charset());
        in.skipNBytes(encoding.bomLength());
        offset = encoding.bomLength();
        beyondAscii = offset > 0;
    }

    private static CharsetDecoder strict(Charset charset) {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    @Override
    public int read(char[] target, int from, int length) throws IOException {
        if (!chars.hasRemaining()) {
            decode();
        }
        if (!chars.hasRemaining()) {
            return -1;
        }
        int count = Math.min(length, chars.remaining());
        chars.get(target, from, count);
        return count;
    }

    private void decode() throws IOException {
        chars.clear();
        while (chars.position() == 0) {
            int byteStart = bytes.position();
            CoderResult result = decoder.decode(bytes, chars, ended);
            beyondAscii |= bytes.position() - byteStart != chars.position();
            if (result.isError()) {
                if (!chars.hasRemaining()) {
                    break;
                }
                notDecodable();
            } else if (result.isUnderflow() && chars.position() == 0) {
                if (ended) {
                    break;
                }
                fill();
            }
        }
        chars.flip();
    }

    private void fill() throws IOException {
        bytes.compact();
        int from = bytes.position();
        int read = in.read(bytes.array(), from, bytes.remaining());
        if (read < 0) {
            ended = true;
        } else {
            bytes.position(from + read);
            offset += read;
        }
        bytes.flip();
        if (encoding.isUtf8()) {
            refuseZeros(from, bytes.limit());
        }
    }

    private void refuseZeros(int from, int to) throws IOException {
        byte[] array = bytes.array();
        for (int i = from; i < to; i++) {
            if (array[i] == 0) {
                long line = source.line(offset - (to - i));
                throw new RefusedIoException(
                        Unreadable.UNKNOWN_FORMAT,
                        "line " + line + " holds a NUL byte, so this is not a text file; export it again as csv");
            }
        }
    }

    private void notDecodable() throws IOException {
        long at = offset - bytes.remaining();
        String where =
                String.format(Locale.ROOT, "byte 0x%02X in line %d", bytes.get(bytes.position()), source.line(at));
        if (!utf8) {
            throw new RefusedIoException(
                    Unreadable.DAMAGED,
                    encoding.isUtf8()
                            ? where + " is neither UTF-8 nor Windows-1252; save the file as UTF-8"
                            : "the text is cut off or damaged (" + encoding.charset() + "); export it again");
        }
        if (beyondAscii) {
            notices.say("mixed encodings: " + where + " is not UTF-8; such bytes are read as Windows-1252");
            CharBuffer one = WINDOWS_1252.decode(bytes.slice(bytes.position(), 1));
            bytes.get();
            chars.put(one);
        } else {
            notices.say("read as Windows-1252: " + where + " is not UTF-8");
            utf8 = false;
            decoder = strict(WINDOWS_1252);
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
