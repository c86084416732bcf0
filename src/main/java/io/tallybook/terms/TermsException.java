package io.tallybook.terms;

/** A file of terms is wrong; the message names file, line and what was expected. */
public final class TermsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public TermsException(String message) {
        super(message);
    }
}
