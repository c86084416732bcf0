package io.tallybook.intake.profiles;

import io.tallybook.intake.BlockResult;
import io.tallybook.intake.IntakeContext;
import io.tallybook.intake.Profiles;
import io.tallybook.intake.Recogniser;
import io.tallybook.intake.Recogniser.Recognised;
import io.tallybook.intake.TableIntake;
import io.tallybook.ledger.AzureUsage;
import io.tallybook.ledger.LedgerRow;
import io.tallybook.ledger.RecordTypes;
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
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** An export written for a test: the headers of a real one, and rows that fill some of its columns. */
final class ExportFile {
    private static final LocalDate AS_OF = LocalDate.parse("2026-12-31");

    /** Whom the accounts of the tests' subscriptions and enrollments belong to. */
    private static final Map<String, Map<String, String>> OWNERS = Map.of(
            "azure_subscriptions",
            Map.of("listed", "A1"),
            "agreements",
            Map.of("8611537", "A1"),
            "vs_subscriptions",
            Map.of("vs-1", "P1"));

    private final List<String> headers;
    private final List<String> lines = new ArrayList<>();
    private String preamble = "";
    private char separator = ',';
    private String lineEnd = "\n";

    private ExportFile(List<String> headers) {
        this.headers = headers;
    }

    /** An export with the headers of a version, by the name of its file below {@code headers/}. */
    static ExportFile of(String version) {
        return withHeaders(resource("/headers/" + version + ".csv").strip().split(",", -1));
    }

    static ExportFile withHeaders(String... headers) {
        return new ExportFile(new ArrayList<>(Arrays.asList(headers)));
    }

    static String resource(String name) {
        try (InputStream in = ExportFile.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalArgumentException("no resource " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ExportFile below(String titles) {
        preamble = titles;
        return this;
    }

    ExportFile separatedBy(char character) {
        separator = character;
        return this;
    }

    ExportFile endingLinesWith(String characters) {
        lineEnd = characters;
        return this;
    }

    ExportFile without(String header) {
        assertKnown(header);
        headers.remove(header);
        return this;
    }

    /** Columns in the opposite order; rows that follow are laid out by it. */
    ExportFile turnedAround() {
        java.util.Collections.reverse(headers);
        return this;
    }

    /** Adds a row of header, value, header, value ...; the other columns are blank. */
    ExportFile row(String... cells) {
        Map<String, String> byHeader = new LinkedHashMap<>();
        for (int i = 0; i < cells.length; i += 2) {
            assertKnown(cells[i]);
            byHeader.put(cells[i], cells[i + 1]);
        }
        lines.add(headers.stream()
                .map(header -> quoted(byHeader.getOrDefault(header, "")))
                .collect(Collectors.joining(String.valueOf(separator))));
        return this;
    }

    private void assertKnown(String header) {
        if (!headers.contains(header)) {
            throw new IllegalArgumentException("the export has no column " + header);
        }
    }

    private String quoted(String cell) {
        boolean plain = cell.indexOf('"') < 0 && cell.indexOf('\n') < 0 && cell.indexOf(separator) < 0;
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }

    String text() {
        String head = headers.stream().map(this::quoted).collect(Collectors.joining(String.valueOf(separator)));
        return preamble
                + head
                + lineEnd
                + lines.stream().map(line -> line + lineEnd).collect(Collectors.joining());
    }

    Path in(Path folder, String name) {
        return write(folder.resolve(name), text().getBytes(StandardCharsets.UTF_8));
    }

    static Path write(Path file, byte[] bytes) {
        try {
            return Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What became of a file.
     *
     * @param recognised  what it was taken for
     * @param sums  its usage lines, those alike summed
     * @param rows  its other rows
     * @param rejects  what was refused
     * @param counts  how many rows it had
     */
    record Reading(
            Recognised recognised,
            List<UsageSum> sums,
            List<LedgerRow> rows,
            List<Reject> rejects,
            Optional<Counts> counts) {
        /** The one sum of a file with a single line. */
        AzureUsage line() {
            if (sums.size() != 1 || !rejects.isEmpty()) {
                throw new AssertionError("not one line but " + sums + ", rejects " + rejects + ", " + recognised);
            }
            return sums.get(0).line();
        }

        /** What the accepted rows hold in a column, as the ledger keeps it. */
        List<String> column(String column) {
            int index = RecordTypes.named(recognised.record())
                    .orElseThrow()
                    .indexOf(column)
                    .orElseThrow();
            return rows.stream()
                    .map(row -> row.text().split("\u001f", -1))
                    // Blanks at the end are not kept.
                    .map(cells -> index < cells.length ? cells[index] : "")
                    .toList();
        }

        BigDecimal total() {
            return sums.stream().map(sum -> sum.line().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }

    static Reading read(Path file) {
        return read(file, Map.of("azure.solution-tag", "app"));
    }

    static Reading read(Path file, Map<String, String> settings) {
        return read(file, settings, Profiles.builtIn());
    }

    static Reading read(Path file, Map<String, String> settings, Profiles profiles) {
        try (SourceFile source = SourceFiles.open(file, Limits.standard())) {
            SheetInfo sheet = source.sheets().get(0);
            Recognised what = new Recogniser(profiles, settings).recognise(source, sheet, "");
            if (!what.known()) {
                return new Reading(what, List.of(), List.of(), List.of(), Optional.empty());
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
            return read(source, table, what, settings, profiles);
        } catch (UnreadableFileException e) {
            throw new AssertionError(e);
        }
    }

    private static Reading read(
            SourceFile source, SourceTable table, Recognised what, Map<String, String> settings, Profiles profiles)
            throws UnreadableFileException {
        IntakeContext context =
                new IntakeContext(AS_OF, ZoneOffset.UTC, settings, record -> OWNERS.getOrDefault(record, Map.of()));
        TableIntake intake = new TableIntake(table, profiles, context);
        List<LedgerRow> rows = new ArrayList<>();
        List<Reject> rejects = new ArrayList<>();
        List<UsageSum> sums = new ArrayList<>();
        try (TableReader reader = source.read(table.sheetIndex(), intake.reading(100))) {
            for (Optional<RowBlock> block = reader.next(); block.isPresent(); block = reader.next()) {
                BlockResult result = intake.take(block.get());
                rows.addAll(result.rows());
                rejects.addAll(result.rejects());
                result.sums().forEach(month -> sums.addAll(month.sums()));
            }
        }
        BlockResult.End end = intake.finish().end().orElseThrow();
        end.sums().forEach(month -> sums.addAll(month.sums()));
        return new Reading(what, sums, rows, rejects, Optional.of(end.counts()));
    }
}
