package io.tallybook.cli;

import io.tallybook.job.Preload;
import io.tallybook.job.Version;
import io.tallybook.yaml.YamlException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
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
        })
public final class Tallybook implements Runnable {
    private static final Map<String, Class<?>> COMMANDS = new LinkedHashMap<>();

    private static final String NO_FLIGHT_RECORDER = "jfr.unsupported.vm";

    static {
        COMMANDS.put("run", RunCommand.class);
        COMMANDS.put("terms", TermsCommand.class);
        COMMANDS.put("template", TemplateCommand.class);
        COMMANDS.put("templates", TemplatesCommand.class);
        COMMANDS.put("inputs", InputsCommand.class);
    }

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the command runs
    private CommandSpec spec;

    private Tallybook() {}

    public static void main(String[] args) {
        if (args.length > 0 && args[0].equals("run")) {
            leaveOutFlightRecorder();
            QuickCompiler.start();
            Preload.start();
        }
        System.exit(execute(args));
    }

    /**
     * Spring Batch has events for Java's flight recorder. To describe the first of them to it takes a fifth of a second, whether
     * anybody records or not; a Java that knows of no recorder does without. A recording that Java's own command line asks for
     * has begun by now and goes on.
     */
    private static void leaveOutFlightRecorder() {
        System.setProperty(NO_FLIGHT_RECORDER, System.getProperty(NO_FLIGHT_RECORDER, "true"));
    }

    /** Runs one command and returns its exit code. */
    static int execute(String... args) {
        return execute(
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                args);
    }

    static int execute(PrintWriter out, PrintWriter err, String... args) {
        CommandLine line = new CommandLine(new Tallybook());
        String first = args.length == 0 ? "" : args[0];
        // Reading the options of every command takes a tenth of a second; a command that is named needs its own only.
        COMMANDS.forEach((name, command) -> {
            if (!COMMANDS.containsKey(first) || first.equals(name)) {
                line.addSubcommand(name, command);
            }
        });
        line.setOut(out);
        line.setErr(err);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setUsageHelpWidth(110);
        // A mistyped option behind --in is no file to read.
        line.setUnmatchedOptionsAllowedAsOptionParameters(false);
        line.setParameterExceptionHandler((e, given) -> usage(e));
        line.setExecutionExceptionHandler((e, command, result) -> failed(e, command));
        try {
            return line.execute(args);
        } catch (StackOverflowError | OutOfMemoryError e) {
            // Without this the virtual machine would print a stack trace and end with 1, which says "done".
            String what = e instanceof OutOfMemoryError ? "the memory is used up; give it more with -Xmx" : "too deep";
            CommandLine command = line.getSubcommands().getOrDefault(first, line);
            return ended(command, "a fault of the program: " + what, "FAULT", ExitCode.FAULT);
        }
    }

    private static int usage(ParameterException e) {
        CommandLine command = e.getCommandLine();
        String help = "; see " + command.getCommandSpec().qualifiedName() + " --help";
        return ended(command, Lines.one(e.getMessage()) + help, "USAGE", ExitCode.USAGE);
    }

    /** One line for the person; and for a run, that never came to be one, the line for the scheduler. */
    private static int ended(CommandLine command, String message, String status, ExitCode exit) {
        command.getErr().println("tallybook: " + message);
        if (command.getCommandName().equals("run")) {
            Summary.print(command, status, exit, message);
        }
        return exit.code();
    }

    private static int failed(Exception e, CommandLine command) {
        if (e instanceof YamlException) {
            return ended(command, Lines.one(e.getMessage()), "CONFIGURATION", ExitCode.CONFIGURATION);
        }
        String what = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return ended(
                command,
                "a fault of the program: " + Lines.one(what) + "; the log file has the details, please report it",
                "FAULT",
                ExitCode.FAULT);
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
