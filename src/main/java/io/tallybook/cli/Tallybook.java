package io.tallybook.cli;

import io.tallybook.job.Version;
import io.tallybook.yaml.YamlException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Entry point of the command line. */
@Command(
        name = "tallybook",
        mixinStandardHelpOptions = true,
        versionProvider = Tallybook.VersionText.class,
        description = {
            "Reads the spreadsheets that licensing and cloud portals export, computes what the terms give and demand,",
            "and writes workbooks and pages in which every figure can be traced to a clause and to its rows."
        },
        footer = {
            "",
            "Start here:",
            "  tallybook run jobs/monthly-benefits.yaml --period 2026-10",
            "  tallybook run --in exports/ --out report/ --as-of 2026-10-31",
            "  tallybook template inputs.xlsx        a blank input workbook to fill in"
        },
        subcommands = {
            RunCommand.class,
            TermsCommand.class,
            TemplateCommand.class,
            TemplatesCommand.class,
            InputsCommand.class
        })
public final class Tallybook implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the command runs
    private CommandSpec spec;

    private Tallybook() {}

    public static void main(String[] args) {
        System.exit(execute(args));
    }

    /** Runs one command and returns its exit code. */
    static int execute(String... args) {
        CommandLine line = new CommandLine(new Tallybook());
        line.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setUsageHelpWidth(110);
        line.setParameterExceptionHandler((e, given) -> usage(e));
        line.setExecutionExceptionHandler((e, command, result) -> failed(e, command));
        return line.execute(args);
    }

    private static int usage(ParameterException e) {
        e.getCommandLine()
                .getErr()
                .println("tallybook: " + Lines.one(e.getMessage()) + "; see tallybook " + path(e.getCommandLine())
                        + "--help");
        return ExitCode.USAGE.code();
    }

    private static String path(CommandLine line) {
        String name = line.getCommandName();
        return name.equals("tallybook") ? "" : name + " ";
    }

    private static int failed(Exception e, CommandLine command) {
        if (e instanceof YamlException) {
            command.getErr().println("tallybook: " + Lines.one(e.getMessage()));
            return ExitCode.CONFIGURATION.code();
        }
        command.getErr()
                .println("tallybook: a fault of the program: " + Lines.one(String.valueOf(e)) + "; please report it");
        return ExitCode.FAULT.code();
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing: run, terms, template or inputs");
    }

    /** The version for {@code --version}. */
    static final class VersionText implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"tallybook " + Version.TEXT};
        }
    }
}
