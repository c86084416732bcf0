package io.tallybook.cli;

import io.tallybook.ledger.ColumnDefinition;
import io.tallybook.ledger.ColumnType;
import io.tallybook.ledger.RecordDefinition;
import io.tallybook.ledger.RecordTypes;
import io.tallybook.sheet.BlankWorkbook;
import io.tallybook.sheet.BlankWorkbook.Cells;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tallybook template}: a blank workbook to fill in. */
@Command(
        name = "template",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Writes a blank input workbook: a sheet a table, with its columns, notes on what they mean, and lists to choose from.",
            "Without --records it has the tables of the core and support areas and those of Azure usage."
        })
final class TemplateCommand implements Callable<Integer> {
    private static final Set<String> USUAL_AREAS = Set.of("core", "support");
    private static final Set<String> USUAL_RECORDS = Set.of("azure_subscriptions", "azure_usage", "azure_exports");

    private static final List<String> HOW_TO = List.of(
            "Fill in the sheets that you have data for; a sheet left empty, or taken out, is no fault.",
            "The name of a sheet and of its columns is what Tallybook finds them by; their order does not matter.",
            "A note on each header says what the column means. A blank cell means: not known.",
            "Dates are date cells, or text like 2026-10-31. Amounts have no thousands separators and no currency signs.",
            "Then run: tallybook run --in THIS-FILE.xlsx --out report --as-of 2026-10-31");

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the command runs
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "OUT.xlsx", description = "the workbook to write; it must not exist yet")
    @SuppressWarnings("NullAway.Init") // picocli sets it before the command runs
    private Path out;

    @Option(
            names = "--records",
            split = ",",
            paramLabel = "TABLE",
            description = "only these tables, e.g. agreements,purchases (tallybook inputs lists them)")
    private List<String> records = new ArrayList<>();

    @Option(names = "--all", description = "every table that Tallybook reads")
    private boolean all;

    @Option(names = "--force", description = "write over a file that exists")
    private boolean force;

    @Override
    public Integer call() {
        List<BlankWorkbook.Table> tables =
                chosen().stream().map(TemplateCommand::table).toList();
        if (Files.exists(out) && !force) {
            throw usage(out + " exists; name another file, or write over it with --force");
        }
        try {
            Files.write(out, workbook(tables));
        } catch (IOException e) {
            spec.commandLine().getErr().println("tallybook: cannot write " + Lines.one(out.toString()));
            return ExitCode.NOT_WRITTEN.code();
        }
        spec.commandLine()
                .getErr()
                .println("tallybook: wrote " + Lines.one(out.toString()) + ", " + tables.size() + " tables");
        return ExitCode.DONE.code();
    }

    static byte[] workbook(List<BlankWorkbook.Table> tables) throws IOException {
        return BlankWorkbook.bytes("Input workbook for Tallybook", HOW_TO, tables);
    }

    private List<RecordDefinition<?>> chosen() {
        if (all && !records.isEmpty()) {
            throw usage("--all and --records exclude each other");
        }
        List<String> names =
                RecordTypes.all().stream().<String>map(RecordDefinition::name).toList();
        for (String record : records) {
            if (!names.contains(record)) {
                throw usage("--records: " + Closest.message("table", record, names));
            }
        }
        return RecordTypes.all().stream()
                .filter(type -> records.isEmpty() ? all || isUsual(type) : records.contains(type.name()))
                .toList();
    }

    private static boolean isUsual(RecordDefinition<?> type) {
        return USUAL_AREAS.contains(type.area()) || USUAL_RECORDS.contains(type.name());
    }

    static BlankWorkbook.Table table(RecordDefinition<?> type) {
        return new BlankWorkbook.Table(
                type.name(),
                type.about(),
                type.columns().stream().map(TemplateCommand::column).toList());
    }

    private static BlankWorkbook.Column column(ColumnDefinition column) {
        List<String> note = new ArrayList<>();
        note.add(column.name() + (column.required() ? " (every row fills it)" : ""));
        if (!column.about().isEmpty()) {
            note.add(column.about());
        }
        // The values stand in the list; a note of all of them would hide the sheet.
        note.add(
                column.type() == ColumnType.CODES
                        ? column.type().about() + ": " + String.join(", ", column.values())
                        : column.type().about());
        note.addAll(RecordText.rules(column));
        return new BlankWorkbook.Column(
                column.name(), column.required(), String.join("\n", note), cells(column), RecordText.choices(column));
    }

    private static Cells cells(ColumnDefinition column) {
        return switch (column.type()) {
            case ID, TEXT, CODE, CODES, MONTH, YESNO, CURRENCY, COUNTRY -> Cells.TEXT;
            case DATE -> Cells.DATE;
            case DATETIME -> Cells.TIME;
            case DECIMAL, MONEY -> Cells.NUMBER;
            case INTEGER -> Cells.WHOLE_NUMBER;
        };
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
