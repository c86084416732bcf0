package io.tallybook.sheet;

/**
 * Something that the quick way of reading does not know, right or wrong: the thorough way takes over from the first row that
 * has not been handed out, and it says what is wrong, if anything is.
 */
final class IrregularException extends Exception {
    private static final long serialVersionUID = 1L;

    /**
     * @param what  what was met, for the log
     */
    IrregularException(String what) {
        super(what, null, false, false);
    }
}
