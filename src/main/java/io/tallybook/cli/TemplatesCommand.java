package io.tallybook.cli;

import io.tallybook.report.Reports;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Works on the templates of workbooks and pages. */
@Command(
        name = "templates",
        description = "Works on a folder of templates for workbooks and pages.",
        mixinStandardHelpOptions = true,
        subcommands = TemplatesCommand.Check.class)
final class TemplatesCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the command runs
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing: check");
    }

    /** Proves templates before a job uses them. */
    @Command(
            name = "check",
            description = {
                "Fills every template of a folder with sample results and prints what is wrong, one line each.",
                "Exit code 0 if nothing is, 78 otherwise."
            },
            mixinStandardHelpOptions = true)
    static final class Check implements Callable<Integer> {
        @Spec
        @SuppressWarnings("NullAway.Init") // picocli sets it before the command runs
        private CommandSpec spec;

        @Parameters(paramLabel = "DIR", description = "Folder with templates; what it lacks is built in.")
        @SuppressWarnings("NullAway.Init") // picocli sets it before the command runs
        private Path folder;

        @Override
        public Integer call() {
            if (!Files.isDirectory(folder)) {
                throw new ParameterException(spec.commandLine(), folder + " is no folder");
            }
            List<String> problems = Reports.check(folder);
            PrintWriter out = spec.commandLine().getOut();
            problems.forEach(out::println);
            if (problems.isEmpty()) {
                out.println("Every template of " + folder + " can be filled.");
            }
            return (problems.isEmpty() ? ExitCode.DONE : ExitCode.CONFIGURATION).code();
        }
    }
}
