package io.tallybook.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A run of a sample job through the built jar, without reports.
 *
 * @param exit  its exit code
 * @param summary  its last line
 * @param results  its results, each as one text: what it is about, its dimension, its state, its value
 */
record SampleRun(int exit, String summary, List<String> results) {
    /**
     * Runs a job for October 2026.
     *
     * @param job  the job file
     * @param folder  takes the output in {@code out}
     */
    static SampleRun of(String job, Path folder) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        System.getProperty("tallybook.jar", "target/tallybook.jar"),
                        "run",
                        job,
                        "--period",
                        "2026-10",
                        "--no-reports",
                        "--out",
                        folder.resolve("out").toString())
                .redirectError(folder.resolve("err").toFile())
                .redirectOutput(folder.resolve("summary").toFile())
                .start();
        int exit = process.waitFor();
        List<String> results = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve("out/results.jsonl"))) {
            results.add(words(JsonMapper.shared().readTree(line)));
        }
        return new SampleRun(exit, Files.readString(folder.resolve("summary")), List.copyOf(results));
    }

    private static String words(JsonNode result) {
        boolean isFigure = result.path("kind").asString().equals("figure");
        List<String> words = new ArrayList<>();
        for (String key : isFigure
                ? List.of("account", "measure", "subject", "dimension", "state", "value", "unit")
                : List.of("account", "clause", "subject", "status", "date")) {
            if (result.has(key)) {
                words.add(result.path(key).asString());
            }
        }
        return String.join(" ", words);
    }
}
