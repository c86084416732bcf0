package io.tallybook.corpus;

import io.tallybook.corpus.CorpusCells.Cell;
import io.tallybook.intake.BlockResult;
import io.tallybook.intake.IntakeContext;
import io.tallybook.intake.Profiles;
import io.tallybook.intake.Recogniser;
import io.tallybook.intake.Recogniser.Recognised;
import io.tallybook.intake.TableIntake;
import io.tallybook.ledger.Reject;
import io.tallybook.ledger.SourceTable;
import io.tallybook.ledger.SourceTable.Counts;
import io.tallybook.sheet.Limits;
import io.tallybook.sheet.ReadOptions;
import io.tallybook.sheet.RowBlock;
import io.tallybook.sheet.SheetInfo;
import io.tallybook.sheet.SourceFile;
import io.tallybook.sheet.SourceFiles;
import io.tallybook.sheet.TableReader;
import io.tallybook.sheet.UnreadableFileException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Reads files the way a run does, and writes down what came of each: cells, rows, rejects, notices, or the refusal. */
final class CorpusReading {
    private static final int MOST_CELLS_SHOWN = 60;
    private static final int LONGEST_VALUE_SHOWN = 120;

    private static final Map<String, Map<String, String>> OWNERS =
            Map.of("agreements", Map.of("E1", "A1"), "azure_subscriptions", Map.of("S1", "A1"));

    private final Profiles profiles = Profiles.builtIn();
    private final IntakeContext context = new IntakeContext(
            LocalDate.of(2026, 10, 31), ZoneOffset.UTC, Map.of(), record -> OWNERS.getOrDefault(record, Map.of()));

    /** Reads the files of a folder that standard input names, one a line, each within some seconds; prints a section for each. */
    public static void main(String[] args) throws Exception {
        int longest = Integer.parseInt(args[1]);
        CorpusReading reading = new CorpusReading();
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        ExecutorService one = Executors.newSingleThreadExecutor();
        for (String name : new String(System.in.readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList()) {
            Future<List<String>> lines = one.submit(() -> reading.lines(Path.of(args[0], name)));
            out.println(Corpus.heading(name));
            try {
                lines.get(longest, TimeUnit.SECONDS).forEach(out::println);
            } catch (ExecutionException e) {
                out.println("FAILED " + e.getCause());
            } catch (TimeoutException e) {
                out.println("FAILED to end within " + longest + " s");
                // The thread cannot be stopped, so the files after it are not read: they will be missed.
                System.exit(1);
            }
        }
        one.shutdown();
    }

    List<String> lines(Path file) {
        List<String> lines = new ArrayList<>();
        try (SourceFile source = SourceFiles.open(file, Limits.standard())) {
            int shown = 0;
            for (SheetInfo sheet : source.sheets()) {
                Cells cells = new Cells();
                CorpusCells.each(source, sheet, cells::add);
                shown += cells.count;
                lines.addAll(cells.lines(sheet, shown <= MOST_CELLS_SHOWN));
                lines.addAll(table(file, source, sheet));
            }
            source.notices().forEach(notice -> lines.add("notice: " + notice));
            return lines;
        } catch (UnreadableFileException e) {
            // What was read before belongs to nobody: a file is read whole or not at all.
            return List.of("refused " + e.code() + ": " + e.getMessage());
        }
    }

    /** The cells of a sheet: the first of them, and a digest of all. */
    private static final class Cells {
        private final MessageDigest digest = sha256();
        private final List<String> first = new ArrayList<>();
        private int count;

        void add(Cell cell) {
            count++;
            digest.update((cell + "\n").getBytes(StandardCharsets.UTF_8));
            if (first.size() < MOST_CELLS_SHOWN) {
                first.add(shown(cell));
            }
        }

        List<String> lines(SheetInfo sheet, boolean show) {
            List<String> lines = new ArrayList<>();
            lines.add("sheet \"" + sheet.name() + "\": " + count + " cells"
                    + (show ? "" : ", digest " + HexFormat.of().formatHex(digest.digest(), 0, 8)));
            if (show) {
                lines.addAll(first);
            }
            return lines;
        }
    }

    private static String shown(Cell cell) {
        String line = cell.toString();
        return line.length() <= LONGEST_VALUE_SHOWN
                ? line
                : line.substring(0, 40) + "... " + cell.value().length() + " characters, digest " + digest(line);
    }

    private List<String> table(Path file, SourceFile source, SheetInfo sheet) throws UnreadableFileException {
        Recognised what = new Recogniser(profiles, Map.of()).recognise(source, sheet, "");
        if (!what.known()) {
            return List.of("not recognised: " + what.reason());
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
        TableIntake intake = new TableIntake(table, profiles, context);
        List<String> lines = new ArrayList<>();
        List<Reject> rejects = new ArrayList<>();
        ReadOptions options = intake.reading(1_000);
        try (TableReader reader = source.read(sheet.index(), options)) {
            for (Optional<RowBlock> block = reader.next(); block.isPresent(); block = reader.next()) {
                rejects.addAll(intake.take(block.get()).rejects());
            }
        }
        BlockResult last = intake.finish();
        rejects.addAll(last.rejects());
        BlockResult.End end = last.end().orElseThrow();
        Counts counts = end.counts();
        lines.add("table " + what.record() + ": " + counts.rows() + " rows = " + counts.accepted() + " accepted + "
                + counts.rejected() + " rejected + " + counts.passedOver() + " passed over");
        rejects.forEach(reject -> lines.add("reject row " + reject.origin().row() + " " + reject.column() + " "
                + reject.code() + ": found \"" + shown(reject.found()) + "\"; expected " + reject.expected() + "; "
                + reject.remedy()));
        end.totals()
                .forEach(
                        total -> lines.add("control total row " + total.origin().row() + " " + total.column() + ": "
                                + total.stated() + " stated, " + total.summed() + " summed, " + total.verdict()));
        what.notices().forEach(notice -> lines.add("table notice: " + notice));
        end.notices().stream()
                .filter(notice -> !what.notices().contains(notice))
                .forEach(notice -> lines.add("table notice: " + notice));
        return lines;
    }

    private static String shown(String text) {
        String line = CorpusCells.onOneLine(text);
        return line.length() <= LONGEST_VALUE_SHOWN
                ? line
                : line.substring(0, 40) + "... " + text.length() + " characters";
    }

    private static String digest(String text) {
        byte[] digest = sha256().digest(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest, 0, 8);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
