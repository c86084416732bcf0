package io.tallybook.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Turns the history of a job into what its page shows: the last run first. */
final class RunsModel {
    private RunsModel() {}

    /** @param runs  the runs of the job, the last one first */
    static Map<String, Object> of(String job, String version, List<PastRun> runs, Labels labels) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (PastRun run : runs) {
            rows.add(row(run, rows.size() + 1, labels));
        }
        Map<String, Object> model = new HashMap<>();
        model.put("t", labels.page());
        model.put("language", labels.language());
        model.put("run", Map.of("job", job, "version", version));
        model.put("runs", rows);
        return model;
    }

    private static Map<String, Object> row(PastRun run, int number, Labels labels) {
        Map<String, Object> row = new HashMap<>();
        row.put("anchor", "r" + number);
        row.put("ended", run.ended().replace('T', ' ').replace("Z", " UTC"));
        row.put("seconds", run.seconds());
        row.put("duration", duration(run.seconds()));
        row.put("asOf", run.asOf());
        row.put("out", run.out());
        row.put("version", run.version());
        row.put("status", run.status());
        row.put("statusTitle", labels.word("run_status." + run.status(), run.status()));
        row.put("isPublished", run.status().equals("COMPLETE") || run.status().equals("INCOMPLETE"));
        row.put("isComplete", run.status().equals("COMPLETE"));
        row.put("accounts", Shown.count(run.count("accounts"), labels));
        row.put("rows", Shown.count(run.count("rows"), labels));
        row.put("rejected", Shown.count(run.count("rejected"), labels));
        row.put("failed", Shown.count(run.count("findings.FAIL"), labels));
        row.put("unknown", Shown.count(run.count("figures.UNKNOWN") + run.count("findings.UNDETERMINED"), labels));
        row.put("messages", run.messages());
        row.put("missing", run.missing());
        row.put("rejects", run.rejects());
        row.put("changes", run.changes());
        return row;
    }

    private static String duration(long seconds) {
        return seconds < 60 ? seconds + " s" : seconds / 60 + " min " + seconds % 60 + " s";
    }
}
