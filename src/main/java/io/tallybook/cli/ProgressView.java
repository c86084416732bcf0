package io.tallybook.cli;

import io.tallybook.job.Progress;
import java.io.PrintWriter;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Shows on stderr how a run gets on: a bar on a terminal, a line for each stage otherwise. */
final class ProgressView implements Progress, AutoCloseable {
    private final PrintWriter err;
    private final boolean terminal;
    private @Nullable ProgressBar bar;

    ProgressView(PrintWriter err, boolean terminal) {
        this.err = err;
        this.terminal = terminal;
    }

    @Override
    public synchronized void stage(String what, long units) {
        finish();
        if (terminal) {
            bar = new ProgressBarBuilder()
                    .setTaskName(what)
                    .setInitialMax(units > 0 ? units : -1)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setUpdateIntervalMillis(200)
                    .build();
        } else {
            say(what);
        }
    }

    @Override
    public synchronized void advance(long units) {
        ProgressBar shown = bar;
        if (shown != null) {
            shown.stepBy(units);
        }
    }

    @Override
    public synchronized void say(String line) {
        err.println("tallybook: " + Lines.one(line));
    }

    @Override
    public void close() {
        finish();
    }

    /** Takes the bar away. */
    synchronized void finish() {
        ProgressBar shown = bar;
        if (shown != null) {
            shown.close();
            bar = null;
        }
    }
}
