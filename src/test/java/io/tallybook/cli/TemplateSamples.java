package io.tallybook.cli;

import io.tallybook.report.excel.SampleWorkbook;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is said of templates, each with a folder of templates that is checked: a part of docs/problems.md. */
public final class TemplateSamples {
    private TemplateSamples() {}

    /**
     * A sample.
     *
     * @param name  the name of what is wrong
     * @param about  what it means
     * @param files  the files of the folder, by name; without any it holds the workbook
     * @param encoding  the encoding of the files
     * @param workbook  the workbook
     * @param tested  the test of what cannot be made as a sample; empty for a sample
     * @param says  the line for the person
     */
    record Sample(
            String name,
            String about,
            Map<String, String> files,
            Charset encoding,
            SampleWorkbook workbook,
            String tested,
            String says) {
        /** Checks the templates in a folder; the lines lack the name of that folder. */
        CommandRun in(Path folder) throws IOException {
            for (Map.Entry<String, String> file : files.entrySet()) {
                Files.writeString(folder.resolve(file.getKey()), file.getValue(), encoding);
            }
            if (files.isEmpty()) {
                Files.write(folder.resolve("account.xlsx"), workbook.bytes());
            }
            CommandRun done = CommandRun.of("templates", "check", folder.toString());
            return new CommandRun(done.exit(), done.out().replace(folder + "/", ""), done.err());
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static List<Sample> all() {
        return SampleNode.read(
                "templates.yaml",
                TemplateSamples::sample,
                "about",
                "files",
                "encoding",
                "cells",
                "notes",
                "parts",
                "tested",
                "says");
    }

    private static Sample sample(SampleNode node) {
        Map<String, Map<String, String>> parts = new LinkedHashMap<>();
        node.field("parts")
                .ifPresent(named ->
                        named.entries().forEach((part, changes) -> parts.put(part, SampleNode.texts(changes))));
        return new Sample(
                node.name(),
                node.required("about"),
                node.texts("files"),
                node.encoding(),
                new SampleWorkbook(node.texts("cells"), node.texts("notes"), parts),
                node.text("tested"),
                node.required("says"));
    }

    /** The part of docs/problems.md on templates. */
    public static String document() {
        StringBuilder text = new StringBuilder("""

                ## Templates

                What `tallybook templates check` prints. A run with such a template says the first of these lines on stderr
                before anything is published. The exit code is 78; a template that shows what the results do not say ends a
                run with 70.

                | name | what it means | what is said |
                |---|---|---|
                """);
        for (Sample sample : all()) {
            text.append("| `")
                    .append(sample.name())
                    .append("` | ")
                    .append(sample.about())
                    .append(" | ")
                    .append(sample.says().replace("|", "\\|").replace("<", "&lt;"))
                    .append(" |\n");
        }
        return text.toString();
    }
}
