package io.tallybook.sheet;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;

/**
 * The inflated bytes of one part, counted against the limits and checked against their checksum at the end.
 * <p>
 * {@link java.util.zip.ZipFile} does neither: a changed byte would become another number without a word.
 */
final class PartStream extends FilterInputStream {
    private final ZipEntry entry;
    private final String label;
    private final Limits limits;
    private final CRC32 crc = new CRC32();
    private long count;
    private boolean ended;

    PartStream(InputStream in, ZipEntry entry, String label, Limits limits) throws RefusedIoException {
        super(in);
        this.entry = entry;
        this.label = label;
        this.limits = limits;
        // A bomb that states its size is refused before a byte is inflated.
        check(entry.getSize());
    }

    private void check(long inflated) throws RefusedIoException {
        if (inflated > limits.partBytes()) {
            throw new RefusedIoException(
                    Unreadable.TOO_LARGE,
                    label + " is larger than " + limits.partBytes() / 1_000_000
                            + " MB of XML; split the file or save it as csv");
        }
        long stored = Math.max(1, entry.getCompressedSize());
        if (inflated > limits.ratioFloorBytes() && inflated / stored >= limits.ratio()) {
            throw new RefusedIoException(
                    Unreadable.TOO_LARGE,
                    label + " grows more than " + limits.ratio()
                            + " times when unpacked, as a zip bomb does; save the file again in Excel");
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (ended) {
            return -1;
        }
        int read = in.read(buffer, offset, length);
        if (read > 0) {
            crc.update(buffer, offset, read);
            count += read;
            check(count);
        } else if (read < 0) {
            ended = true;
            if (count != entry.getSize() || crc.getValue() != entry.getCrc()) {
                throw new RefusedIoException(
                        Unreadable.DAMAGED, label + " is damaged (its checksum is wrong); ask for the file again");
            }
        }
        return read;
    }

    @Override
    public long skip(long n) {
        throw new UnsupportedOperationException("skipped bytes would not be checked");
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
