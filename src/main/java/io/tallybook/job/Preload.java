package io.tallybook.job;

import io.tallybook.intake.Profiles;

/** Loads what every run needs while the command line and the job file are still read. */
public final class Preload {
    private Preload() {}

    /** Begins, and does not wait. */
    public static void start() {
        Ahead.load("profiles", Profiles::builtIn);
        Ahead.load("preload", () -> {
            EmbeddedLibrary.load();
            return Areas.all();
        });
    }
}
