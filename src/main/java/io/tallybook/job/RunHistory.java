package io.tallybook.job;

import io.tallybook.publish.Publication;
import io.tallybook.report.PastRun;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The history of a job: {@code history/JOB.jsonl} beside its output folders, a line a run, and {@code history/JOB.html} made
 * from it. It lies outside what is published: a set is the same bytes for the same inputs, and a history has times.
 * A run without reports draws no page. A refused or failed run adds its line and takes nothing away. The oldest runs are dropped.
 */
final class RunHistory {
    private static final String FOLDER = "history";
    private static final int KEPT = 200;
    private static final JsonFactory JSON = new JsonFactory();

    private final Path folder;
    private final Path lock;
    private final String job;
    private final boolean isDrawn;
    private final Instant started = Instant.now();

    /** Begins to count the time of a run. */
    RunHistory(RunRequest request) {
        this.lock = Runner.workFolder(request).resolveSibling("history.lock");
        this.folder = request.outputFolder().resolveSibling(FOLDER);
        this.isDrawn = request.withReports();
        this.job = ReportFiles.name(request.job().name());
    }

    /** Draws the page of a history. */
    interface Page {
        void draw(List<PastRun> runs, ByteArrayOutputStream out) throws IOException;
    }

    /** Whether a file is a history beside an output folder: it is no input, also where the folder with inputs holds both. */
    static boolean isOurs(Path file, Path output) {
        String name = String.valueOf(file.getFileName());
        return output.resolveSibling(FOLDER).equals(file.getParent())
                && (name.endsWith(".jsonl") || name.endsWith(".html"));
    }

    boolean exists() {
        return Files.exists(lines());
    }

    private Path lines() {
        return folder.resolve(job + ".jsonl");
    }

    /** When the run ended. */
    String ended() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** How long the run has taken so far. */
    long seconds() {
        return ChronoUnit.SECONDS.between(started, Instant.now());
    }

    /** Adds a run, and draws the page anew where reports are wanted. Runs of other periods may do the same at the same time. */
    void add(PastRun run, Page page) throws IOException {
        synchronized (RunHistory.class) {
            Files.createDirectories(folder);
            try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock held = channel.lock()) {
                List<PastRun> runs = held.isValid() ? read() : new ArrayList<>();
                runs.add(run);
                List<PastRun> kept = runs.subList(Math.max(0, runs.size() - KEPT), runs.size());
                StringBuilder text = new StringBuilder();
                kept.forEach(each -> text.append(line(each)).append('\n'));
                Publication.replaceFile(lines(), text.toString().getBytes(StandardCharsets.UTF_8));
                Collections.reverse(kept);
                if (isDrawn) {
                    ByteArrayOutputStream html = new ByteArrayOutputStream();
                    page.draw(kept, html);
                    Publication.replaceFile(folder.resolve(job + ".html"), html.toByteArray());
                }
            }
        }
    }

    /** The runs that it has kept, oldest first. */
    List<PastRun> read() throws IOException {
        List<PastRun> runs = new ArrayList<>();
        if (exists()) {
            for (String line : Files.readAllLines(lines())) {
                try {
                    runs.add(parse(line));
                } catch (JacksonException | IllegalArgumentException e) {
                    throw new IOException(lines() + ": a line is no run; move the file away to begin a new history", e);
                }
            }
        }
        return runs;
    }

    private static String line(PastRun run) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeStringProperty("ended", run.ended());
            json.writeNumberProperty("seconds", run.seconds());
            json.writeStringProperty("as_of", run.asOf());
            json.writeStringProperty("out", run.out());
            json.writeStringProperty("version", run.version());
            json.writeStringProperty("status", run.status());
            json.writeObjectPropertyStart("counts");
            run.counts().forEach(json::writeNumberProperty);
            json.writeEndObject();
            list(json, "messages", run.messages());
            list(json, "missing", run.missing());
            list(json, "rejects", run.rejects());
            list(json, "changes", run.changes());
            json.writeEndObject();
        }
        return text.toString();
    }

    private static void list(JsonGenerator json, String name, List<String> texts) {
        json.writeArrayPropertyStart(name);
        texts.forEach(json::writeString);
        json.writeEndArray();
    }

    private static PastRun parse(String line) {
        Map<String, String> texts = new HashMap<>();
        Map<String, List<String>> lists = new HashMap<>();
        SortedMap<String, Long> counts = new TreeMap<>();
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), line)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = json.currentName();
                JsonToken value = json.nextToken();
                if (value == JsonToken.START_ARRAY) {
                    List<String> list = new ArrayList<>();
                    while (json.nextToken() != JsonToken.END_ARRAY) {
                        list.add(json.getString());
                    }
                    lists.put(name, list);
                } else if (value == JsonToken.START_OBJECT) {
                    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                        String what = json.currentName();
                        json.nextToken();
                        counts.put(what, json.getLongValue());
                    }
                } else {
                    texts.put(name, json.getString());
                }
            }
        }
        return new PastRun(
                texts.getOrDefault("ended", ""),
                Long.parseLong(texts.getOrDefault("seconds", "0")),
                texts.getOrDefault("as_of", ""),
                texts.getOrDefault("out", ""),
                texts.getOrDefault("version", ""),
                texts.getOrDefault("status", ""),
                counts,
                lists.getOrDefault("messages", List.of()),
                lists.getOrDefault("missing", List.of()),
                lists.getOrDefault("rejects", List.of()),
                lists.getOrDefault("changes", List.of()));
    }
}
