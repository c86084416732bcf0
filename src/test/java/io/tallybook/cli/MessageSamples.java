package io.tallybook.cli;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is said of commands, job files and inputs as a whole, each with a sample that is run: a part of docs/problems.md. */
public final class MessageSamples {
    private static final String FOLDER = "{folder}";

    private static final Map<String, String> GOOD =
            Map.of("in/accounts.csv", """
            account,name
            A1,Contoso
            """, "in/agreements.csv", """
            agreement,account,program,currency,start,end
            E1,A1,EA,USD,2024-01-01,2026-12-31
            """, "in/purchases.csv", """
            agreement,line,order_date,product,pool,offering,quantity,amount,currency
            E1,1,2025-02-01,SQL Server,SERVER,SA,1,10.00,USD
            """);

    private MessageSamples() {}

    /**
     * A sample.
     *
     * @param name  the name of what is wrong
     * @param about  what it means
     * @param files  the files that differ from the good ones, by their place; without a text there is no such file
     * @param run  the arguments
     * @param exit  the exit code
     * @param says  the line for the person
     * @param tested  the test of what cannot be run as a sample; empty for a sample
     * @param encoding  the encoding of the files
     */
    record Sample(
            String name,
            String about,
            Map<String, String> files,
            String run,
            int exit,
            String says,
            String tested,
            Charset encoding) {
        /** Runs it in a folder; the lines lack the name of that folder. */
        CommandRun in(Path folder) throws IOException {
            Map<String, String> all = new LinkedHashMap<>(GOOD);
            all.putAll(files);
            for (Map.Entry<String, String> file : all.entrySet()) {
                if (!file.getValue().isEmpty() || file.getKey().endsWith(".yaml")) {
                    Path path = folder.resolve(file.getKey());
                    Files.createDirectories(path.getParent());
                    Files.writeString(path, file.getValue(), encoding);
                }
            }
            String arguments = run.replace(FOLDER, folder.toString());
            CommandRun done = CommandRun.of(arguments.isEmpty() ? new String[0] : arguments.split(" "));
            return new CommandRun(done.exit(), done.out(), done.err().replace(folder + "/", ""));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static List<Sample> all() {
        return SampleNode.read(
                "samples.yaml",
                MessageSamples::sample,
                "about",
                "job",
                "files",
                "run",
                "exit",
                "says",
                "tested",
                "encoding");
    }

    private static Sample sample(SampleNode node) {
        Map<String, String> files = new LinkedHashMap<>(node.texts("files"));
        String tested = node.text("tested");
        String run = "";
        if (node.has("job")) {
            files.put("job.yaml", node.text("job"));
            run = "run " + FOLDER + "/job.yaml";
        } else if (tested.isEmpty()) {
            run = node.required("run");
        }
        int exit = Integer.parseInt(node.required("exit"));
        // Pages and workbooks say nothing that these samples are about, unless a job has templates of its own.
        String reports = node.text("job").contains("templates:") ? "" : " --no-reports";
        boolean isRun = run.startsWith("run ") && exit != 64;
        return new Sample(
                node.name(),
                node.required("about"),
                files,
                isRun ? run + " --as-of 2026-10-31" + reports : run,
                exit,
                node.required("says"),
                tested,
                node.encoding());
    }

    /** The part of docs/problems.md on commands, job files and inputs as a whole. */
    public static String document() {
        StringBuilder text = new StringBuilder("""

                ## Commands, job files and inputs as a whole

                The line stands on stderr, and among the `messages` of the summary. The exit code tells what to do with it:
                64 and 78 mend the command or the job file, 65 and 66 mend or deliver the inputs, 74 make room.

                | name | what it means | what is said | exit code |
                |---|---|---|---|
                """);
        for (Sample sample : all()) {
            text.append("| `")
                    .append(sample.name())
                    .append("` | ")
                    .append(sample.about())
                    .append(" | ")
                    .append(sample.says().replace("|", "\\|").replace("<", "&lt;"))
                    .append(" | ")
                    .append(sample.exit())
                    .append(" |\n");
        }
        return text.toString();
    }
}
