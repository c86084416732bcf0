package io.tallybook.job;

import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Work done on a second thread before it is needed: on a short run the start is most of the time. */
final class Ahead {
    private static final Logger LOG = Logger.getLogger(Ahead.class.getName());

    private Ahead() {}

    /**
     * Begins, and does not wait. A failure is only logged: the run needs the same in a moment, and says what is wrong with it.
     *
     * @param name  of the thread
     * @param work  what to load; it has to be safe to ask for again, also while it is being loaded
     */
    static void load(String name, Callable<?> work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.call();
                    } catch (Exception e) {
                        LOG.log(Level.FINE, "Not loaded ahead: " + name, e);
                    }
                },
                name);
        thread.setDaemon(true);
        thread.start();
    }
}
