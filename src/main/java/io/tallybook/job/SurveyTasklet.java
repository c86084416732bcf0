package io.tallybook.job;

import io.tallybook.intake.Recogniser;
import io.tallybook.intake.Recogniser.Recognised;
import io.tallybook.job.InputFiles.Found;
import io.tallybook.ledger.SourceFileRecord;
import io.tallybook.ledger.SourceFileRecord.Status;
import io.tallybook.ledger.SourceTable;
import io.tallybook.ledger.SourceTable.Counts;
import io.tallybook.sheet.SheetInfo;
import io.tallybook.sheet.SourceFile;
import io.tallybook.sheet.SourceFiles;
import io.tallybook.sheet.UnreadableFileException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/** Opens every input once and writes down what it holds: which sheets are which tables, and what cannot be read. */
final class SurveyTasklet implements Tasklet {
    private final RunContext run;
    private final Recogniser recogniser;

    SurveyTasklet(RunContext run) {
        this.run = run;
        this.recogniser = new Recogniser(run.profiles(), run.settings().all());
    }

    @Override
    public @Nullable RepeatStatus execute(StepContribution contribution, ChunkContext context) {
        List<SourceFileRecord> files = new ArrayList<>();
        List<SourceTable> tables = new ArrayList<>();
        Map<String, String> seen = new HashMap<>();
        run.progress().stage("looking at the inputs", run.inputs().files().size());
        ExportRuns runs = ExportRuns.of(run.inputs().files());
        for (Found found : run.inputs().files()) {
            if (runs.overtaken(found).isEmpty()) {
                files.add(
                        runs.unclear(found).isEmpty()
                                ? file(files.size(), found, tables, seen)
                                : refused(files.size(), found, "", runs.unclear(found)));
            } else {
                run.say("[" + found.name() + "] " + runs.overtaken(found));
            }
            run.progress().advance(1);
        }
        run.store().putSurvey(files, tables);
        return RepeatStatus.FINISHED;
    }

    private SourceFileRecord file(int id, Found found, List<SourceTable> tables, Map<String, String> seen) {
        String digest = "";
        try {
            // Otherwise it is noted once the rows have been read.
            digest = run.digests().mayHaveTwin(found.path()) ? run.digests().of(found.path()) : "";
            String twin = digest.isEmpty() ? null : seen.putIfAbsent(digest, found.name());
            if (twin != null) {
                return refused(
                        id,
                        found,
                        digest,
                        "holds the same bytes as " + twin + " and is left out; remove one of the two");
            }
            try (SourceFile file = SourceFiles.open(found.path(), run.limits())) {
                return opened(id, found, digest, file, tables);
            }
        } catch (UnreadableFileException e) {
            return refused(id, found, digest, e.getMessage());
        } catch (IOException e) {
            return refused(id, found, digest, "cannot be read: check that it exists and that you may read it");
        }
    }

    private SourceFileRecord refused(int id, Found found, String digest, String reason) {
        run.say("[" + found.name() + "] " + reason);
        return new SourceFileRecord(
                id, found.name(), found.path().toString(), digest, Status.REFUSED, reason, List.of());
    }

    private SourceFileRecord opened(int id, Found found, String digest, SourceFile file, List<SourceTable> tables)
            throws UnreadableFileException {
        List<String> unknown = new ArrayList<>();
        Map<SheetInfo, Recognised> known = new LinkedHashMap<>();
        for (SheetInfo sheet : file.sheets()) {
            Recognised what = recogniser.recognise(file, sheet, found.record());
            if (what.known()) {
                known.put(sheet, what);
            } else {
                unknown.add(file.sheets().size() == 1 ? what.reason() : "sheet " + sheet.name() + ": " + what.reason());
            }
        }
        List<SourceTable> ofFile = new ArrayList<>();
        known.forEach((sheet, what) -> {
            Optional<SheetInfo> instead = known.entrySet().stream()
                    .filter(other -> run.profiles()
                            .yields(what.profile(), other.getValue().profile()))
                    .map(Map.Entry::getKey)
                    .findFirst();
            if (instead.isPresent()) {
                unknown.add("sheet " + sheet.name() + ": says the same as sheet "
                        + instead.get().name() + ", which is read");
                return;
            }
            ofFile.add(new SourceTable(
                    tables.size() + ofFile.size(),
                    id,
                    found.name(),
                    sheet.index(),
                    sheet.name(),
                    what.record(),
                    what.profile(),
                    what.headerRow(),
                    what.layout(),
                    Counts.NONE,
                    what.notices()));
        });
        tables.addAll(ofFile);
        List<String> notices = new ArrayList<>(file.notices());
        if (ofFile.isEmpty()) {
            String reason = unknown.isEmpty() ? "holds no sheet with cells" : unknown.get(0);
            run.say("[" + found.name() + "] not recognised: " + reason);
            return new SourceFileRecord(
                    id, found.name(), found.path().toString(), digest, Status.UNRECOGNISED, reason, notices);
        }
        unknown.forEach(reason -> notices.add(reason + "; passed over"));
        notices.forEach(notice -> run.note(found.name(), "", notice));
        ofFile.forEach(table -> table.notices().forEach(notice -> run.note(found.name(), table.sheet(), notice)));
        return new SourceFileRecord(id, found.name(), found.path().toString(), digest, Status.READ, "", notices);
    }
}
