package io.tallybook.report.excel;

/** Something in a template that would be wrong once rows are inserted. Caught where sheet and cell are known. */
final class UnmovableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String why;

    UnmovableException(String why) {
        super(why);
        this.why = why;
    }

    /** What is wrong, and what to write instead. */
    String why() {
        return why;
    }
}
