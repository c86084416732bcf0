package io.tallybook.analysis.deployment;

import io.tallybook.ledger.BackupRun.Reason;
import io.tallybook.ledger.YesNo;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The runs of one backup instance against the time in which it may run (SA-DRR-05 to -07, -11). Time of overlapping runs counts
 * once, and is permitted if one of them makes it so.
 */
final class RunLog {
    private final List<RunTime> runs;
    private final List<TestWindow.Test> tests;
    private final Outages outages;
    private final Map<String, TimeSet> transfers = new HashMap<>();
    private final TimeSet permitted;
    private final TimeSet outside;
    private final TimeSet notKnown;

    /**
     * Files the runs of an instance.
     *
     * @param runs  its runs by start, then end
     * @param outages  the outages of its production server
     * @param results  knows what people have stated on the runs
     */
    RunLog(List<RunTime> runs, Outages outages, Estate estate, DeploymentResults results) {
        this.runs = runs;
        this.outages = outages;
        tests = TestWindow.of(runs.stream().filter(run -> run.is(Reason.TEST)).toList(), estate.rules());
        List<TimeSet> all = new ArrayList<>();
        List<TimeSet> allowed = new ArrayList<>();
        List<TimeSet> open = new ArrayList<>();
        tests.forEach(test -> allowed.add(test.run()
                .time()
                .and(TimeSet.of(
                        estate.start(test.window().first()),
                        estate.start(test.window().last().plusDays(1))))));
        for (RunTime run : runs) {
            all.add(run.time());
            allowed.add(run.time().and(outages.time()));
            if (run.is(Reason.DISASTER)) {
                judgeDisaster(run, results, allowed, open);
            } else if (run.is(Reason.TRANSFER)
                    && !results.answer("SA-DRR-07", run.subject()).isNo()) {
                allowed.add(run.time());
            }
        }
        permitted = TimeSet.union(allowed);
        TimeSet rest = TimeSet.union(all).without(permitted);
        notKnown = rest.and(TimeSet.union(open));
        outside = rest.without(notKnown);
    }

    private void judgeDisaster(RunTime run, DeploymentResults results, List<TimeSet> allowed, List<TimeSet> open) {
        if (!outages.isProductionKnown()) {
            open.add(run.time());
        } else if (!outages.isLogged()) {
            YesNo answer = results.answer("SA-DRR-06", run.subject());
            if (answer.isYes()) {
                allowed.add(run.time());
            } else if (!answer.isKnown()) {
                open.add(run.time());
            }
        } else {
            TimeSet transfer = run.time().and(outages.transferTime());
            transfers.put(run.id(), transfer);
            if (!results.answer("SA-DRR-07", run.subject()).isNo()) {
                allowed.add(transfer);
            }
        }
    }

    List<RunTime> runs() {
        return runs;
    }

    /** The test runs with their windows. */
    List<TestWindow.Test> tests() {
        return tests;
    }

    Outages outages() {
        return outages;
    }

    /** Permitted time of the runs. */
    TimeSet permitted() {
        return permitted;
    }

    /** Time of the runs that is certainly not permitted. */
    TimeSet outside() {
        return outside;
    }

    /** Time of the runs that cannot be judged. */
    TimeSet notKnown() {
        return notKnown;
    }

    /** Time of a run outside all outages of its production server: both may have run then. */
    TimeSet overlap(RunTime run) {
        return run.time().without(outages.time());
    }

    /** Transfer time around the outages that a disaster run used, whatever was stated on it. */
    TimeSet transfer(RunTime run) {
        return transfers.getOrDefault(run.id(), TimeSet.empty());
    }

    /** Is all time of a run permitted? */
    YesNo isPermitted(RunTime run) {
        if (!run.time().and(outside).isEmpty()) {
            return YesNo.NO;
        }
        return run.time().and(notKnown).isEmpty() ? YesNo.YES : YesNo.UNKNOWN;
    }
}
