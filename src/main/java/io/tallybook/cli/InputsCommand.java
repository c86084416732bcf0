package io.tallybook.cli;

import io.tallybook.analysis.Setting;
import io.tallybook.intake.Profiles;
import io.tallybook.job.RunSettings;
import io.tallybook.ledger.ColumnDefinition;
import io.tallybook.ledger.RecordDefinition;
import io.tallybook.ledger.RecordTypes;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tallybook inputs}: the tables, settings and import profiles that a run understands. */
@Command(
        name = "inputs",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Lists the tables that Tallybook reads, or says what one of them holds.")
final class InputsCommand implements Callable<Integer> {
    static final int WIDTH = 120;

    /** What to list; at most one. */
    static final class What {
        @Parameters(index = "0", paramLabel = "TABLE", description = "say what this table holds, e.g. purchases")
        private @Nullable String table;

        @Option(names = "--markdown", description = "print docs/inputs.md: all of it")
        private boolean markdown;

        @Option(names = "--settings", description = "list the settings that a job may give a value")
        private boolean settings;

        @Option(names = "--profiles", description = "list the real exports that are understood as they are")
        private boolean profiles;
    }

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the command runs
    private CommandSpec spec;

    @ArgGroup(exclusive = true)
    private What what = new What();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        String table = what.table;
        if (table != null) {
            table(table).forEach(out::println);
        } else if (what.markdown) {
            out.print(InputsPage.text());
        } else if (what.settings) {
            settings().forEach(out::println);
        } else if (what.profiles) {
            TextTable lines = new TextTable(WIDTH);
            Profiles.builtIn().titles().forEach(lines::row);
            lines.lines().forEach(out::println);
        } else {
            tables().forEach(out::println);
        }
        out.flush();
        return ExitCode.DONE.code();
    }

    private static List<String> tables() {
        TextTable lines = new TextTable(WIDTH);
        RecordTypes.all().forEach(type -> lines.row(type.area(), type.name(), type.about()));
        return lines.lines();
    }

    private List<String> table(String name) {
        RecordDefinition<?> type = RecordTypes.named(name)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        Closest.message(
                                "table",
                                name,
                                RecordTypes.all().stream()
                                        .<String>map(RecordDefinition::name)
                                        .toList())));
        TextTable lines = new TextTable(WIDTH)
                .row(type.name() + ": " + type.about())
                .row("one row for each " + RecordText.key(type) + "; account: " + RecordText.account(type))
                .row("");
        TextTable columns = new TextTable(WIDTH).row("column", "type", "", "");
        for (ColumnDefinition column : type.columns()) {
            columns.row(
                    column.name(),
                    RecordText.type(column),
                    column.required() ? "required" : "",
                    RecordText.about(column));
        }
        List<String> all = new java.util.ArrayList<>(lines.lines());
        all.addAll(columns.lines());
        return all;
    }

    private static List<String> settings() {
        TextTable lines = new TextTable(WIDTH).row("setting", "default", "about");
        for (Setting setting : RunSettings.known()) {
            // A long default would push what follows off the screen.
            boolean isLong = setting.defaultValue().length() > 30;
            lines.row(
                    setting.name(),
                    isLong ? "(below)" : setting.defaultValue(),
                    setting.about() + "; " + setting.expected()
                            + (isLong ? "; default " + setting.defaultValue() : ""));
        }
        return lines.lines();
    }
}
