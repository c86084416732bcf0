package io.tallybook.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What reports say of the run. */
final class RunModel {
    private RunModel() {}

    static Map<String, Object> of(RunInfo run, Labels labels) {
        List<Map<String, Object>> settings = new ArrayList<>();
        run.settings().forEach((name, value) -> settings.add(Map.of("name", name, "value", value)));
        return Map.of(
                "job", run.job(),
                "version", run.version(),
                "asOf", run.asOf(),
                "isComplete", run.complete(),
                "completeTitle", labels.phrase(run.complete() ? "complete" : "incomplete"),
                "incompleteReasons", run.incompleteReasons(),
                "settings", settings,
                "editions", run.editions());
    }
}
