package io.tallybook.sheet;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Carries a refusal through a parser that only knows I/O errors. */
final class RefusedIoException extends IOException {
    private final UnreadableFileException refusal;

    RefusedIoException(Unreadable reason, String message) {
        super(message);
        this.refusal = new UnreadableFileException(reason, message);
    }

    /** Returns the refusal within a chain of causes, or null if there is none. */
    static @Nullable UnreadableFileException within(Throwable thrown) {
        for (Throwable at = thrown; at != null; at = at.getCause()) {
            if (at instanceof RefusedIoException refused) {
                return refused.refusal;
            }
            if (at instanceof UnreadableFileException refusal) {
                return refusal;
            }
        }
        return null;
    }
}
