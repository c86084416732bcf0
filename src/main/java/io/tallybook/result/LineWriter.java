package io.tallybook.result;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes results as lines of JSON, in the form of {@code results.jsonl}: keys in a fixed order, empty texts left out, so that
 * equal results are equal bytes.
 *
 * <p>A run over many accounts writes gigabytes of them, most of it the same few thousand assumptions, editions and clauses.
 * Those are encoded once; a general JSON generator took half of the time of an assessment. For one thread.
 */
public final class LineWriter {
    private static final int MOST_REMEMBERED = 4_096;
    private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);
    private static final boolean[] PLAIN = new boolean[128];

    static {
        Arrays.fill(PLAIN, ' ', 128, true);
        PLAIN['"'] = false;
        PLAIN['\\'] = false;
    }

    private static final int PIECE = 1 << 16;

    /** A part of some bytes. */
    private static final class Piece {
        private final byte[] bytes;
        private final int from;
        private final int to;

        private Piece(byte[] bytes, int from, int to) {
            this.bytes = bytes;
            this.from = from;
            this.to = to;
        }
    }

    private final Map<String, byte[]> remembered = new HashMap<>();

    // Many results rest on the same rows, and say so in the longest part of their lines.
    private final IdentityHashMap<List<SourceRows>, Piece> rested = new IdentityHashMap<>();

    // In pieces: some megabytes in one array that grows would be copied again and again.
    private final List<Piece> full = new ArrayList<>();
    private byte[] bytes = new byte[PIECE];
    private int size;

    /** Adds one line for each result, in the order given. */
    public void write(List<Result> results) {
        for (Result result : results) {
            if (result instanceof Figure figure) {
                write(figure);
            } else if (result instanceof Finding finding) {
                write(finding);
            }
        }
    }

    /** Copies the lines to a stream, which stays open. */
    public void writeTo(OutputStream out) throws IOException {
        for (Piece piece : full) {
            out.write(piece.bytes, piece.from, piece.to - piece.from);
        }
        out.write(bytes, 0, size);
    }

    private void write(Figure figure) {
        plain("{\"kind\":\"figure\",\"measure\":");
        known(figure.measure());
        given(",\"account\":", figure.account());
        plain(",\"subject\":");
        text(figure.subject());
        given(",\"dimension\":", figure.dimension());
        plain(",\"state\":");
        known(figure.state().name());
        given(",\"value\":", figure.value());
        given(",\"unit\":", figure.unit());
        given(",\"reason\":", figure.reason());
        texts(",\"clauses\":[", figure.clauses());
        edition(figure.edition());
        texts(",\"assumptions\":[", figure.assumptions());
        plain(",\"working\":[");
        String between = "{\"what\":";
        for (WorkingStep step : figure.working()) {
            plain(between);
            text(step.what());
            plain(",\"value\":");
            text(step.value());
            given(",\"unit\":", step.unit());
            plain("}");
            between = ",{\"what\":";
        }
        plain("]");
        sources(figure.sources());
    }

    private void write(Finding finding) {
        plain("{\"kind\":\"finding\",\"clause\":");
        known(finding.clause());
        given(",\"account\":", finding.account());
        plain(",\"subject\":");
        text(finding.subject());
        plain(",\"status\":");
        known(finding.status().name());
        given(",\"date\":", finding.date());
        given(",\"reason\":", finding.reason());
        edition(finding.edition());
        texts(",\"assumptions\":[", finding.assumptions());
        sources(finding.sources());
    }

    private void edition(String edition) {
        if (!edition.isEmpty()) {
            plain(",\"edition\":");
            known(edition);
        }
    }

    private void given(String key, String value) {
        if (!value.isEmpty()) {
            plain(key);
            text(value);
        }
    }

    private void texts(String start, List<String> values) {
        plain(start);
        for (int i = 0; i < values.size(); i++) {
            if (i > 0) {
                plain(",");
            }
            known(values.get(i));
        }
        plain("]");
    }

    private void sources(List<SourceRows> sources) {
        Piece before = rested.get(sources);
        if (before != null) {
            copy(before.bytes, before.from, before.to);
            return;
        }
        byte[] begun = bytes;
        int from = size;
        plain(",\"sources\":[");
        String between = "{\"file\":";
        for (SourceRows source : sources) {
            plain(between);
            known(source.file());
            plain(",\"sheet\":");
            known(source.sheet());
            plain(",\"rows\":\"");
            plain(source.rows());
            plain("\",\"count\":");
            plain(Long.toString(source.count()));
            plain("}");
            between = ",{\"file\":";
        }
        plain("]}\n");
        if (bytes == begun) {
            rested.put(sources, new Piece(bytes, from, size));
        }
    }

    /** Text that needs no quotes and no escapes. */
    private void plain(String text) {
        int length = text.length();
        room(length);
        for (int i = 0; i < length; i++) {
            bytes[size + i] = (byte) text.charAt(i);
        }
        size += length;
    }

    /** A text that comes again and again. */
    private void known(String text) {
        byte[] encoded = remembered.get(text);
        if (encoded == null) {
            room(longest(text));
            int from = size;
            text(text);
            if (remembered.size() < MOST_REMEMBERED) {
                remembered.put(text, Arrays.copyOfRange(bytes, from, size));
            }
            return;
        }
        copy(encoded, 0, encoded.length);
    }

    private void copy(byte[] from, int start, int end) {
        room(end - start);
        System.arraycopy(from, start, bytes, size, end - start);
        size += end - start;
    }

    private void text(String text) {
        int length = text.length();
        room(longest(text));
        byte[] to = bytes;
        int at = size;
        to[at++] = '"';
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c < 128 && PLAIN[c]) {
                to[at++] = (byte) c;
            } else if (c < 128) {
                at = escaped(c, to, at);
            } else if (c < 0x800) {
                to[at++] = (byte) (0xC0 | (c >> 6));
                to[at++] = (byte) (0x80 | (c & 0x3F));
            } else if (Character.isHighSurrogate(c) && i + 1 < length && Character.isLowSurrogate(text.charAt(i + 1))) {
                int point = Character.toCodePoint(c, text.charAt(++i));
                to[at++] = (byte) (0xF0 | (point >> 18));
                to[at++] = (byte) (0x80 | ((point >> 12) & 0x3F));
                to[at++] = (byte) (0x80 | ((point >> 6) & 0x3F));
                to[at++] = (byte) (0x80 | (point & 0x3F));
            } else if (Character.isSurrogate(c)) {
                at = unicode(c, to, at); // half a character has no bytes of its own
            } else {
                to[at++] = (byte) (0xE0 | (c >> 12));
                to[at++] = (byte) (0x80 | ((c >> 6) & 0x3F));
                to[at++] = (byte) (0x80 | (c & 0x3F));
            }
        }
        to[at++] = '"';
        size = at;
    }

    private static int escaped(char c, byte[] to, int from) {
        int at = from;
        int letter = switch (c) {
            case '"', '\\' -> c;
            case '\b' -> 'b';
            case '\t' -> 't';
            case '\n' -> 'n';
            case '\f' -> 'f';
            case '\r' -> 'r';
            default -> 0;
        };
        if (letter == 0) {
            return unicode(c, to, at);
        }
        to[at++] = '\\';
        to[at++] = (byte) letter;
        return at;
    }

    private static int unicode(char c, byte[] to, int from) {
        int at = from;
        to[at++] = '\\';
        to[at++] = 'u';
        for (int shift = 12; shift >= 0; shift -= 4) {
            to[at++] = HEX[(c >> shift) & 15];
        }
        return at;
    }

    /** At most six bytes for a character, as in \\u001F, and the quotes. */
    private static int longest(String text) {
        return 6 * text.length() + 2;
    }

    /** Makes sure that so many bytes go into the piece at hand. */
    private void room(int more) {
        if (bytes.length - size < more) {
            full.add(new Piece(bytes, 0, size));
            bytes = new byte[Math.max(PIECE, more)];
            size = 0;
        }
    }
}
