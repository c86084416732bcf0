package io.tallybook.ledger;

import java.util.List;

/**
 * An input file of a run.
 *
 * @param id  number in the order of reading
 * @param name  name relative to where it was found; what people see
 * @param path  where it lies
 * @param sha256  of its bytes; empty until it was read
 * @param status  what became of it
 * @param reason  for a file that was not read: the one line that the person saw
 * @param notices  what was said aloud about it, e.g. an encoding that was assumed
 */
public record SourceFileRecord(
        int id, String name, String path, String sha256, Status status, String reason, List<String> notices) {

    /** What became of an input file. */
    public enum Status {
        READ,
        /** It can be read, but no sheet of it is a known table. */
        UNRECOGNISED,
        /** It cannot be read. */
        REFUSED
    }

    public SourceFileRecord {
        notices = List.copyOf(notices);
    }

    public SourceFileRecord refused(String why) {
        return new SourceFileRecord(id, name, path, sha256, Status.REFUSED, why, notices);
    }
}
