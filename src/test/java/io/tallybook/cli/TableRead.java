package io.tallybook.cli;

import io.tallybook.intake.BlockResult;
import io.tallybook.intake.IntakeContext;
import io.tallybook.intake.Profiles;
import io.tallybook.intake.Recogniser;
import io.tallybook.intake.Recogniser.Recognised;
import io.tallybook.intake.TableIntake;
import io.tallybook.ledger.LedgerRow;
import io.tallybook.ledger.LedgerStore.ControlTotal;
import io.tallybook.ledger.Reject;
import io.tallybook.ledger.SourceTable;
import io.tallybook.ledger.SourceTable.Counts;
import io.tallybook.sheet.Limits;
import io.tallybook.sheet.RowBlock;
import io.tallybook.sheet.SheetInfo;
import io.tallybook.sheet.SourceFile;
import io.tallybook.sheet.SourceFiles;
import io.tallybook.sheet.TableReader;
import io.tallybook.sheet.UnreadableFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A sheet of a file, read as a run reads it: recognised, and row by row turned into ledger rows and rejects. Every id leads
 * to account A.
 */
record TableRead(
        String sheet,
        Recognised what,
        List<LedgerRow> rows,
        List<Reject> rejects,
        Counts counts,
        List<ControlTotal> totals,
        List<String> notices) {

    static List<TableRead> of(Path file) throws UnreadableFileException {
        Profiles profiles = Profiles.builtIn();
        Recogniser recogniser = new Recogniser(profiles, Map.of());
        List<TableRead> tables = new ArrayList<>();
        try (SourceFile source = SourceFiles.open(file, Limits.standard())) {
            for (SheetInfo sheet : source.sheets()) {
                tables.add(read(file, source, sheet, recogniser.recognise(source, sheet, ""), profiles));
            }
        }
        return tables;
    }

    private static TableRead read(Path file, SourceFile source, SheetInfo sheet, Recognised what, Profiles profiles)
            throws UnreadableFileException {
        List<LedgerRow> rows = new ArrayList<>();
        List<Reject> rejects = new ArrayList<>();
        if (!what.known()) {
            return new TableRead(sheet.name(), what, rows, rejects, Counts.NONE, List.of(), source.notices());
        }
        SourceTable table = new SourceTable(
                0,
                0,
                String.valueOf(file.getFileName()),
                sheet.index(),
                sheet.name(),
                what.record(),
                what.profile(),
                what.headerRow(),
                what.layout(),
                Counts.NONE,
                what.notices());
        IntakeContext context = new IntakeContext(
                LocalDate.of(2026, 10, 31), ZoneId.of("UTC"), Map.of(), record -> Map.of("0071", "A", "E1", "A"));
        TableIntake intake = new TableIntake(table, profiles, context);
        try (TableReader reader = source.read(sheet.index(), intake.reading(1_000))) {
            for (Optional<RowBlock> block = reader.next(); block.isPresent(); block = reader.next()) {
                BlockResult result = intake.take(block.get());
                rows.addAll(result.rows());
                rejects.addAll(result.rejects());
            }
        }
        BlockResult.End end = intake.finish().end().orElseThrow();
        List<String> notices = new ArrayList<>(source.notices());
        notices.addAll(what.notices());
        return new TableRead(sheet.name(), what, rows, rejects, end.counts(), end.totals(), notices);
    }
}
