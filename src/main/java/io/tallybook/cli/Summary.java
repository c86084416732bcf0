package io.tallybook.cli;

import io.tallybook.job.MissedPeriods;
import io.tallybook.job.PeriodRule;
import io.tallybook.job.RunOutcome;
import io.tallybook.job.RunRequest;
import io.tallybook.job.Runner;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** How a run ended: a few lines for the person on stderr, one line of JSON for the scheduler on stdout. */
final class Summary {
    private static final Logger LOG = Logger.getLogger(Summary.class.getName());
    private static final String SCHEMA = "tallybook.summary.v1";
    private static final String FILE = "summary.json";

    private Summary() {}

    /**
     * A run that has ended.
     *
     * @param millis  how long it took
     * @param missed  the periods that the job has missed
     */
    record Ended(RunRequest request, RunOutcome outcome, ExitCode exit, long millis, MissedPeriods missed) {}

    static void print(CommandLine line, Ended ended, Path log) {
        PrintWriter err = line.getErr();
        RunOutcome outcome = ended.outcome();
        if (outcome.counts().containsKey("rows")) {
            err.println(String.format(
                    Locale.ROOT,
                    "tallybook: %,d rows read: %,d accepted, %,d rejected, %,d passed over; %,d accounts, %,d findings FAIL, %,d"
                            + " not known",
                    outcome.counts().getOrDefault("rows", 0L),
                    outcome.counts().getOrDefault("accepted", 0L),
                    outcome.counts().getOrDefault("rejected", 0L),
                    outcome.counts().getOrDefault("passed_over", 0L),
                    outcome.counts().getOrDefault("accounts", 0L),
                    outcome.failed(),
                    outcome.unknown()));
        }
        switch (outcome.status()) {
            case COMPLETE, INCOMPLETE -> published(err, outcome);
            case BLOCKED ->
                err.println("tallybook: the inputs are refused; nothing was published"
                        + (ended.request().withReports()
                                ? "; " + shown(ended.request().outputFolder().resolve(RunOutcome.RUN_REPORT))
                                        + " says why"
                                : ""));
            case FAULT, NOT_WRITTEN -> err.println("tallybook: nothing was published; log: " + log);
            default -> err.println("tallybook: nothing was done");
        }
        err.flush();
        String json = json(ended);
        // A start that was turned away leaves the file to the run that has the lock.
        if (outcome.status() != RunOutcome.Status.BUSY) {
            keep(ended.request(), json);
        }
        line.getOut().println(json);
        line.getOut().flush();
    }

    /** The same line in a file beside the log, for programs that did not start the run. */
    private static void keep(RunRequest request, String json) {
        try {
            Runner.keep(request, FILE, json + "\n");
        } catch (IOException e) {
            LOG.log(Level.WARNING, "The summary is not kept", e);
        }
    }

    private static void published(PrintWriter err, RunOutcome outcome) {
        Path out = outcome.out();
        String incomplete = outcome.status() == RunOutcome.Status.INCOMPLETE ? ", marked incomplete" : "";
        err.println("tallybook: " + (outcome.unchanged() ? "nothing new in " : "published ") + shown(out) + incomplete);
        for (String report : List.of("portfolio.html", "portfolio.xlsx")) {
            if (Files.exists(out.resolve(report))) {
                err.println("tallybook:   " + shown(out.resolve(report)));
            }
        }
    }

    /** Relative to where the person stands, if that is shorter. */
    private static String shown(Path path) {
        Path here = Path.of("").toAbsolutePath();
        return path.startsWith(here) ? here.relativize(path).toString() : path.toString();
    }

    /** The line for the scheduler when no run came to be. */
    static void print(CommandLine line, String status, ExitCode exit, String message) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeStringProperty("schema", SCHEMA);
            json.writeStringProperty("status", status);
            json.writeNumberProperty("exit", exit.code());
            json.writeArrayPropertyStart("messages");
            json.writeString(message);
            json.writeEndArray();
            json.writeEndObject();
        }
        line.getOut().println(text);
        line.getOut().flush();
    }

    /** The last line of several runs, and how they ended: like the worst of them. */
    static ExitCode print(CommandLine line, RunRequest due, List<Ended> all) {
        Ended worst = Collections.max(all, Comparator.comparing(Ended::exit));
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeStringProperty("schema", SCHEMA);
            json.writeStringProperty("status", worst.outcome().status().name());
            json.writeNumberProperty("exit", worst.exit().code());
            json.writeStringProperty("job", due.job().name());
            json.writeArrayPropertyStart("runs");
            for (Ended ended : all) {
                json.writeStartObject();
                json.writeStringProperty("as_of", ended.request().asOf().toString());
                json.writeStringProperty("status", ended.outcome().status().name());
                json.writeNumberProperty("exit", ended.exit().code());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeNumberProperty(
                    "duration_ms", all.stream().mapToLong(Ended::millis).sum());
            json.writeEndObject();
        }
        line.getOut().println(text);
        line.getOut().flush();
        return worst.exit();
    }

    /** Names periods that follow each other, e.g. {@code 2026-08 to 2026-10 (3 periods)}. */
    static String named(PeriodRule rule, List<LocalDate> periods) {
        String first = rule.name(periods.get(0));
        return periods.size() == 1
                ? first
                : first + " to " + rule.name(periods.get(periods.size() - 1)) + " (" + periods.size() + " periods)";
    }

    private static String json(Ended ended) {
        RunRequest request = ended.request();
        RunOutcome outcome = ended.outcome();
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeStringProperty("schema", SCHEMA);
            json.writeStringProperty("status", outcome.status().name());
            json.writeNumberProperty("exit", ended.exit().code());
            json.writeStringProperty("run", UUID.randomUUID().toString());
            json.writeStringProperty("job", request.job().name());
            json.writeStringProperty("as_of", request.asOf().toString());
            if (!outcome.out().toString().isEmpty()) {
                json.writeStringProperty("out", outcome.out().toString());
                json.writeBooleanProperty("unchanged", outcome.unchanged());
            }
            json.writeObjectPropertyStart("counts");
            outcome.counts().forEach(json::writeNumberProperty);
            json.writeEndObject();
            json.writeObjectPropertyStart("sums");
            outcome.sums().forEach((name, sum) -> json.writeStringProperty(name, sum.toPlainString()));
            json.writeEndObject();
            json.writeArrayPropertyStart("messages");
            outcome.messages().stream().limit(20).map(Lines::one).forEach(json::writeString);
            json.writeEndArray();
            if (!ended.missed().asOf().isEmpty()) {
                json.writeArrayPropertyStart("missed");
                ended.missed().asOf().forEach(asOf -> json.writeString(asOf.toString()));
                json.writeEndArray();
            }
            json.writeNumberProperty("duration_ms", ended.millis());
            json.writeEndObject();
        }
        return text.toString();
    }
}
