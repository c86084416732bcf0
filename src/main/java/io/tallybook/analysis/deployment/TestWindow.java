package io.tallybook.analysis.deployment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A week in which a backup instance may run for recovery tests.
 *
 * @param first  its first day: that of the test that opened it
 * @param last  its last day
 * @param next  the first day on which the next one may open
 */
record TestWindow(LocalDate first, LocalDate last, LocalDate next) {
    /**
     * A test run and the window that it may use.
     *
     * @param run  the run
     * @param window  the latest window that it or a run before it opened
     */
    record Test(RunTime run, TestWindow window) {
        /** Returns the first day that the run touches outside its window. */
        Optional<LocalDate> firstDayOutside() {
            LocalDate day = run.firstDay().isAfter(window.last())
                    ? run.firstDay()
                    : window.last().plusDays(1);
            return day.isAfter(run.lastDay()) ? Optional.empty() : Optional.of(day);
        }
    }

    /**
     * Goes through the test runs of one instance: a run opens a window if the next one may open on its first day, and uses the
     * latest one otherwise.
     *
     * @param tests  the test runs by start, then end
     */
    static List<Test> of(List<RunTime> tests, Rulebook rules) {
        List<Test> placed = new ArrayList<>();
        TestWindow window = null;
        for (RunTime run : tests) {
            if (window == null || !run.firstDay().isBefore(window.next())) {
                LocalDate first = run.firstDay();
                window = new TestWindow(
                        first, first.plusDays(rules.testWindowDays() - 1L), first.plusDays(rules.testWindowInterval()));
            }
            placed.add(new Test(run, window));
        }
        return placed;
    }
}
