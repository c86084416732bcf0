package io.tallybook.result;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.MinimalPrettyPrinter;

/**
 * Results as lines of JSON, in the form of {@code results.jsonl}, and back.
 *
 * <p>Keys stand in a fixed order and empty texts are left out, so that equal results are equal bytes.
 */
public final class ResultLines {
    private static final JsonFactory JSON =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private static final ObjectWriteContext LINE_BY_LINE = new ObjectWriteContext.Base() {
        @Override
        public PrettyPrinter getPrettyPrinter() {
            return new MinimalPrettyPrinter("\n");
        }
    };

    private ResultLines() {}

    /** Writes one line for each result, in the order given. */
    public static void write(List<Result> results, OutputStream out) throws IOException {
        if (results.isEmpty()) {
            return;
        }
        try (JsonGenerator json = JSON.createGenerator(LINE_BY_LINE, out)) {
            for (Result result : results) {
                json.writeStartObject();
                if (result instanceof Figure figure) {
                    write(figure, json);
                } else if (result instanceof Finding finding) {
                    write(finding, json);
                }
                json.writeEndObject();
            }
            json.writeRaw('\n');
        } catch (JacksonException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static void write(Figure figure, JsonGenerator json) {
        json.writeStringProperty("kind", "figure");
        json.writeStringProperty("measure", figure.measure());
        text(json, "account", figure.account());
        json.writeStringProperty("subject", figure.subject());
        text(json, "dimension", figure.dimension());
        json.writeStringProperty("state", figure.state().name());
        text(json, "value", figure.value());
        text(json, "unit", figure.unit());
        text(json, "reason", figure.reason());
        texts(json, "clauses", figure.clauses());
        text(json, "edition", figure.edition());
        texts(json, "assumptions", figure.assumptions());
        json.writeArrayPropertyStart("working");
        for (WorkingStep step : figure.working()) {
            json.writeStartObject();
            json.writeStringProperty("what", step.what());
            json.writeStringProperty("value", step.value());
            text(json, "unit", step.unit());
            json.writeEndObject();
        }
        json.writeEndArray();
        sources(json, figure.sources());
    }

    private static void write(Finding finding, JsonGenerator json) {
        json.writeStringProperty("kind", "finding");
        json.writeStringProperty("clause", finding.clause());
        text(json, "account", finding.account());
        json.writeStringProperty("subject", finding.subject());
        json.writeStringProperty("status", finding.status().name());
        text(json, "date", finding.date());
        text(json, "reason", finding.reason());
        text(json, "edition", finding.edition());
        texts(json, "assumptions", finding.assumptions());
        sources(json, finding.sources());
    }

    private static void text(JsonGenerator json, String name, String value) {
        if (!value.isEmpty()) {
            json.writeStringProperty(name, value);
        }
    }

    private static void texts(JsonGenerator json, String name, List<String> values) {
        json.writeArrayPropertyStart(name);
        values.forEach(json::writeString);
        json.writeEndArray();
    }

    private static void sources(JsonGenerator json, List<SourceRows> sources) {
        json.writeArrayPropertyStart("sources");
        for (SourceRows source : sources) {
            json.writeStartObject();
            json.writeStringProperty("file", source.file());
            json.writeStringProperty("sheet", source.sheet());
            json.writeStringProperty("rows", source.rows());
            json.writeNumberProperty("count", source.count());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /**
     * Reads a line that {@link #write} wrote.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static Result parse(String line) {
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), line)) {
            json.nextToken();
            Fields fields = new Fields();
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = json.currentName();
                json.nextToken();
                fields.take(name, json);
            }
            return fields.result();
        } catch (JacksonException e) {
            throw new IllegalArgumentException("No result: " + line, e);
        }
    }

    /** The fields of one line while they are read. */
    private static final class Fields {
        private String kind = "";
        private String name = "";
        private String account = "";
        private String subject = "";
        private String dimension = "";
        private String state = "";
        private String value = "";
        private String unit = "";
        private String date = "";
        private String reason = "";
        private String edition = "";
        private List<String> clauses = List.of();
        private List<String> assumptions = List.of();
        private final List<WorkingStep> working = new ArrayList<>();
        private final List<SourceRows> sources = new ArrayList<>();

        private void take(String field, JsonParser json) {
            switch (field) {
                case "kind" -> kind = json.getString();
                case "measure", "clause" -> name = json.getString();
                case "account" -> account = json.getString();
                case "subject" -> subject = json.getString();
                case "dimension" -> dimension = json.getString();
                case "state", "status" -> state = json.getString();
                case "value" -> value = json.getString();
                case "unit" -> unit = json.getString();
                case "date" -> date = json.getString();
                case "reason" -> reason = json.getString();
                case "edition" -> edition = json.getString();
                case "clauses" -> clauses = strings(json);
                case "assumptions" -> assumptions = strings(json);
                case "working" -> working(json);
                case "sources" -> sources(json);
                default -> throw new IllegalArgumentException("No field of a result: " + field);
            }
        }

        private static List<String> strings(JsonParser json) {
            List<String> strings = new ArrayList<>();
            while (json.nextToken() != JsonToken.END_ARRAY) {
                strings.add(json.getString());
            }
            return strings;
        }

        private void working(JsonParser json) {
            while (json.nextToken() != JsonToken.END_ARRAY) {
                String what = "";
                String stepValue = "";
                String stepUnit = "";
                while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                    String field = json.currentName();
                    json.nextToken();
                    switch (field) {
                        case "what" -> what = json.getString();
                        case "value" -> stepValue = json.getString();
                        default -> stepUnit = json.getString();
                    }
                }
                working.add(new WorkingStep(what, stepValue, stepUnit));
            }
        }

        private void sources(JsonParser json) {
            while (json.nextToken() != JsonToken.END_ARRAY) {
                String file = "";
                String sheet = "";
                String rows = "";
                long count = 0;
                while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                    String field = json.currentName();
                    json.nextToken();
                    switch (field) {
                        case "file" -> file = json.getString();
                        case "sheet" -> sheet = json.getString();
                        case "rows" -> rows = json.getString();
                        default -> count = json.getLongValue();
                    }
                }
                sources.add(new SourceRows(file, sheet, rows, count));
            }
        }

        private Result result() {
            if (kind.equals("finding")) {
                return new Finding(
                        name,
                        account,
                        subject,
                        FindingStatus.valueOf(state),
                        date,
                        reason,
                        edition,
                        assumptions,
                        sources);
            }
            return new Figure(
                    name,
                    account,
                    subject,
                    dimension,
                    FigureState.valueOf(state),
                    value,
                    unit,
                    clauses,
                    edition,
                    assumptions,
                    working,
                    sources,
                    reason);
        }
    }
}
