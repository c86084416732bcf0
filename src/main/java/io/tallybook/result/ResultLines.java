package io.tallybook.result;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Reads the lines of {@code results.jsonl}. */
public final class ResultLines {
    private static final JsonFactory JSON = JsonFactory.builder().build();

    private ResultLines() {}

    /**
     * Reads a line that {@link LineWriter} wrote.
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
