package io.tallybook.job;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.sqlite.SQLiteJDBCLoader;

/**
 * Loads what every run needs while the command line and the job file are still read: on a short run the start is most of the
 * time, and a second processor is idle during it.
 */
public final class Preload {
    private static final Logger LOG = Logger.getLogger(Preload.class.getName());

    private Preload() {}

    /** Begins, and does not wait. */
    public static void start() {
        Thread thread = new Thread(Preload::load, "preload");
        thread.setDaemon(true);
        thread.start();
    }

    private static void load() {
        try {
            Areas.all();
            SQLiteJDBCLoader.initialize();
        } catch (Exception e) {
            // The run needs the same in a moment, and says what is wrong with it.
            LOG.log(Level.FINE, "Not loaded ahead", e);
        }
    }
}
