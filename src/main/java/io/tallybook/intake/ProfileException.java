package io.tallybook.intake;

/** A file of an import profile is wrong; the message names the file and what was expected. */
public final class ProfileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ProfileException(String message) {
        super(message);
    }
}
