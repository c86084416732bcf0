package io.tallybook.job;

import io.tallybook.ledger.LedgerStore.ControlTotal;
import io.tallybook.ledger.Reject;
import io.tallybook.ledger.SourceFileRecord;
import io.tallybook.ledger.SourceTable;
import io.tallybook.publish.Digest;
import io.tallybook.publish.Manifest;
import io.tallybook.publish.Publication;
import io.tallybook.sheet.CsvTable;
import io.tallybook.terms.Term;
import io.tallybook.terms.TermEdition;
import io.tallybook.terms.Terms;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/** Writes results, rejects and manifest beside the reports, proves that nothing was lost, and publishes the folder. */
final class PublishTasklet implements Tasklet {
    static final String RESULTS = "results.jsonl";
    static final String REJECTS = "rejects.csv";
    static final String MANIFEST = "manifest.json";

    /** Left in the state of a run that had begun to publish. */
    static final String PUBLISHING = "publishing";

    private final RunContext run;

    PublishTasklet(RunContext run) {
        this.run = run;
    }

    @Override
    public @Nullable RepeatStatus execute(StepContribution contribution, ChunkContext context)
            throws IOException, SQLException {
        run.progress().stage("publishing", 0);
        proveCounts();
        Publication publication = run.publication();
        Path stage = publication.stage();
        Files.createDirectories(stage);
        String resultsDigest;
        try (Digest.Stream out = new Digest.Stream(Files.newOutputStream(stage.resolve(RESULTS)))) {
            new ResultParts(run.parts()).copyTo(out, run.store().blocks().size());
            resultsDigest = out.digest();
        }
        writeRejects(stage.resolve(REJECTS));
        List<String> incomplete = new Gate(run).incomplete();
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(stage.resolve(MANIFEST)))) {
            manifest(stage, resultsDigest, incomplete.isEmpty()).write(out);
        }
        run.changed(Changes.between(run.request().outputFolder(), stage));
        run.home().proveLock();
        // From here on the finished set may be gone from its stage: a crash now means to start anew, not to go on.
        Files.writeString(run.state().resolve(PUBLISHING), "");
        boolean unchanged = publication.isUnchanged();
        if (unchanged) {
            Publication.delete(stage);
        } else {
            publication.publish();
        }
        Path out = run.request().outputFolder();
        if (!publication.place().equals(out)) {
            run.say("published as " + publication.place() + ": " + out
                    + " could not be replaced; close what has it open, the next run puts its set there");
        }
        run.ended(incomplete.isEmpty() ? RunOutcome.Status.COMPLETE : RunOutcome.Status.INCOMPLETE, unchanged);
        return RepeatStatus.FINISHED;
    }

    /** Rows in are rows out: accepted + rejected + passed over, for every table, or nothing is published. */
    private void proveCounts() {
        for (SourceTable table : run.store().tables()) {
            SourceTable.Counts counts = table.counts();
            if (counts.accepted() + counts.rejected() + counts.passedOver() != counts.rows()) {
                throw new IllegalStateException(
                        "Rows do not add up in " + table.fileName() + " " + table.sheet() + ": " + counts);
            }
        }
    }

    private void writeRejects(Path file) throws IOException {
        try (CsvTable csv = new CsvTable(new BufferedOutputStream(Files.newOutputStream(file)))) {
            csv.row(List.of("record", "file", "sheet", "row", "column", "code", "found", "expected", "remedy"));
            run.store().eachReject(reject -> write(reject, csv));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void write(Reject reject, CsvTable csv) {
        try {
            csv.guardedRow(List.of(
                    reject.record(),
                    reject.origin().file(),
                    reject.origin().sheet(),
                    Integer.toString(reject.origin().row()),
                    reject.column(),
                    reject.code(),
                    reject.found(),
                    reject.expected(),
                    reject.remedy()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Manifest manifest(Path stage, String resultsDigest, boolean complete) throws IOException {
        return new Manifest(
                Version.TEXT,
                run.request().job().name(),
                run.request().asOf().toString(),
                complete,
                run.settings().all(),
                editions(run.terms(), run.request().asOf()),
                termDigests(run.terms()),
                inputs(),
                run.store().controlTotals().stream().map(PublishTasklet::total).toList(),
                outputs(stage, resultsDigest));
    }

    /** The digest of each file but the manifest, on all cores: there may be thousands of packs. */
    private static SortedMap<String, String> outputs(Path stage, String resultsDigest) throws IOException {
        SortedMap<String, String> outputs = new ConcurrentSkipListMap<>();
        try {
            Publication.filesBelow(stage).parallelStream().forEach(file -> {
                String name = file.toString().replace('\\', '/');
                if (!name.equals(MANIFEST)) {
                    outputs.put(name, name.equals(RESULTS) ? resultsDigest : digest(stage.resolve(file)));
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return outputs;
    }

    private static String digest(Path file) {
        try {
            return Digest.of(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names of all editions in force, each once. */
    static List<String> editions(Terms terms, java.time.LocalDate asOf) {
        TreeSet<String> editions = new TreeSet<>();
        for (String id : terms.ids()) {
            terms.at(id, asOf).map(TermEdition::name).ifPresent(editions::add);
        }
        return List.copyOf(editions);
    }

    private static SortedMap<String, String> termDigests(Terms terms) {
        SortedMap<String, String> digests = new TreeMap<>();
        for (String id : terms.ids()) {
            Term term = terms.term(id);
            digests.put(id, Digest.of(canonical(term).getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        }
        return digests;
    }

    /** A term as one text that is the same whenever its values are. */
    private static String canonical(Term term) {
        StringBuilder text = new StringBuilder(term.id()).append('|').append(term.unit());
        for (TermEdition edition : term.editions()) {
            text.append('\n')
                    .append(edition.name())
                    .append('|')
                    .append(edition.from())
                    .append('|')
                    .append(edition.to());
            text.append('|').append(edition.citation());
            edition.rows().forEach(row -> text.append('\n').append(new TreeMap<>(row)));
        }
        return text.toString();
    }

    private List<Manifest.Input> inputs() {
        List<SourceTable> tables = run.store().tables();
        List<Manifest.Input> inputs = new ArrayList<>();
        for (SourceFileRecord file : run.store().files()) {
            List<String> notices = new ArrayList<>(file.notices());
            List<Manifest.Table> ofFile = new ArrayList<>();
            for (SourceTable table : tables) {
                if (table.file() == file.id()) {
                    SourceTable.Counts counts = table.counts();
                    ofFile.add(new Manifest.Table(
                            table.sheet(),
                            table.record(),
                            table.profile(),
                            counts.rows(),
                            counts.accepted(),
                            counts.rejected(),
                            counts.passedOver()));
                    table.notices().stream()
                            .map(notice -> table.sheet() + ": " + notice)
                            .filter(notice -> !notices.contains(notice))
                            .forEach(notices::add);
                }
            }
            inputs.add(new Manifest.Input(
                    file.name(), file.sha256(), file.status().name(), file.reason(), notices, ofFile));
        }
        return inputs;
    }

    private static Manifest.ControlTotal total(ControlTotal total) {
        return new Manifest.ControlTotal(
                total.origin().file(),
                total.origin().sheet(),
                total.origin().row(),
                total.column(),
                total.stated(),
                total.summed(),
                total.verdict());
    }
}
