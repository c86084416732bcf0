package io.tallybook.intake;

import io.tallybook.intake.Recogniser.Recognised;
import io.tallybook.ledger.LedgerRow;
import io.tallybook.ledger.LedgerStore.ControlTotal;
import io.tallybook.ledger.Reject;
import io.tallybook.ledger.SourceTable;
import io.tallybook.ledger.SourceTable.Counts;
import io.tallybook.ledger.UsageSum;
import io.tallybook.sheet.Limits;
import io.tallybook.sheet.RowBlock;
import io.tallybook.sheet.SheetInfo;
import io.tallybook.sheet.SourceFile;
import io.tallybook.sheet.SourceFiles;
import io.tallybook.sheet.TableReader;
import io.tallybook.sheet.UnreadableFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads small files the way a run does: recognised, then taken block by block. */
final class Tables {
    /** The masters of every test: agreement E1 and subscription S1 of account A1. */
    static final Map<String, Map<String, String>> OWNERS = Map.of(
            "agreements", Map.of("E1", "A1", "E2", "A2"),
            "azure_subscriptions", Map.of("S1", "A1"),
            "instances", Map.of("I1", "A1"));

    static final IntakeContext CONTEXT = context(Map.of());

    private static final Profiles PROFILES = Profiles.builtIn();

    private Tables() {}

    static IntakeContext context(Map<String, String> settings) {
        return new IntakeContext(
                LocalDate.of(2026, 10, 31), ZoneOffset.UTC, settings, record -> OWNERS.getOrDefault(record, Map.of()));
    }

    /** What a table came to. */
    record Read(
            List<LedgerRow> rows, List<Reject> rejects, Counts counts, List<ControlTotal> totals, List<UsageSum> sums) {

        /** One line a reject: row, column, code, and what stands in the other columns of the rejects file. */
        List<String> problems() {
            return rejects.stream().map(Tables::line).toList();
        }

        /** One line a row: its number, its account and its values with {@code |} between them. */
        List<String> values() {
            return rows.stream()
                    .map(row ->
                            row.row() + " " + row.account() + ": " + row.text().replace('\u001f', '|'))
                    .toList();
        }

        List<String> controls() {
            return totals.stream()
                    .map(total -> "row " + total.origin().row() + " " + total.column() + " " + total.stated() + " / "
                            + total.summed() + " " + total.verdict())
                    .toList();
        }
    }

    static String line(Reject reject) {
        return "row " + reject.origin().row() + " " + reject.column() + " " + reject.code() + ": found \""
                + reject.found() + "\"; expected " + reject.expected() + "; " + reject.remedy();
    }

    static Path csv(Path folder, String name, String... lines) throws IOException {
        return Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
    }

    static Recognised recognise(Path file) throws UnreadableFileException {
        try (SourceFile opened = SourceFiles.open(file, Limits.standard())) {
            return new Recogniser(PROFILES, Map.of())
                    .recognise(opened, opened.sheets().get(0), "");
        }
    }

    static SourceTable table(Path file) throws UnreadableFileException {
        try (SourceFile opened = SourceFiles.open(file, Limits.standard())) {
            SheetInfo sheet = opened.sheets().get(0);
            Recognised what = new Recogniser(PROFILES, Map.of()).recognise(opened, sheet, "");
            if (!what.known()) {
                throw new AssertionError(what.reason());
            }
            return new SourceTable(
                    0,
                    0,
                    String.valueOf(file.getFileName()),
                    0,
                    sheet.name(),
                    what.record(),
                    what.profile(),
                    what.headerRow(),
                    what.layout(),
                    Counts.NONE,
                    what.notices());
        }
    }

    static Read read(Path file) throws UnreadableFileException {
        return read(file, CONTEXT);
    }

    static Read read(Path file, IntakeContext context) throws UnreadableFileException {
        return read(file, context, 1_000, 0);
    }

    /**
     * Reads the first sheet of a file.
     *
     * @param blockRows  the most rows in a block
     * @param crashAfter  after so many blocks the reading starts anew from its state; 0 for never
     */
    static Read read(Path file, IntakeContext context, int blockRows, int crashAfter) throws UnreadableFileException {
        SourceTable table = table(file);
        TableIntake intake = new TableIntake(table, PROFILES, context);
        List<LedgerRow> rows = new ArrayList<>();
        List<Reject> rejects = new ArrayList<>();
        int blocks = 0;
        boolean ended = false;
        while (!ended) {
            try (SourceFile opened = SourceFiles.open(file, Limits.standard());
                    TableReader reader = opened.read(0, intake.reading(blockRows))) {
                Optional<RowBlock> block = reader.next();
                while (block.isPresent()) {
                    BlockResult result = intake.take(block.get());
                    rows.addAll(result.rows());
                    rejects.addAll(result.rejects());
                    blocks++;
                    if (blocks == crashAfter) {
                        break;
                    }
                    block = reader.next();
                }
                ended = block.isEmpty();
            }
            if (!ended) {
                String state = intake.state();
                intake = new TableIntake(table, PROFILES, context);
                intake.restore(state);
            }
        }
        BlockResult.End end = intake.finish().end().orElseThrow();
        return new Read(
                rows,
                rejects,
                end.counts(),
                end.totals(),
                end.sums().stream().flatMap(month -> month.sums().stream()).toList());
    }
}
