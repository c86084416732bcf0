package io.tallybook.publish;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;

/**
 * What a run read, computed under and wrote, with the digests of everything: {@code manifest.json}.
 *
 * @param version  version of the program
 * @param job  name of the job
 * @param asOf  the as-of date
 * @param complete  whether every input was read
 * @param settings  all settings, by name
 * @param editions  the editions of the terms used
 * @param terms  digest of each term used, by its id
 * @param inputs  the input files, in the order of reading
 * @param controlTotals  the totals stated in the inputs
 * @param outputs  digest of each file written, by its name
 */
public record Manifest(
        String version,
        String job,
        String asOf,
        boolean complete,
        SortedMap<String, String> settings,
        List<String> editions,
        SortedMap<String, String> terms,
        List<Input> inputs,
        List<ControlTotal> controlTotals,
        SortedMap<String, String> outputs) {

    private static final JsonFactory JSON = new JsonFactory();

    public Manifest {
        editions = List.copyOf(editions);
        inputs = List.copyOf(inputs);
        controlTotals = List.copyOf(controlTotals);
    }

    /** An input file; {@code reason} is empty for one that was read. */
    public record Input(
            String file, String sha256, String status, String reason, List<String> notices, List<Table> tables) {
        public Input {
            notices = List.copyOf(notices);
            tables = List.copyOf(tables);
        }
    }

    /** A table of an input file; accepted + rejected + passed over = rows. */
    public record Table(
            String sheet, String record, String profile, long rows, long accepted, long rejected, long passedOver) {}

    /** A total stated in an input and the sum of its rows. */
    public record ControlTotal(
            String file, String sheet, int row, String column, String stated, String summed, String verdict) {}

    /** Writes it as indented JSON. */
    public void write(OutputStream out) throws IOException {
        ObjectWriteContext indented = new ObjectWriteContext.Base() {
            @Override
            public PrettyPrinter getPrettyPrinter() {
                DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
                return new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
            }
        };
        try (JsonGenerator json = JSON.createGenerator(indented, out)) {
            json.writeStartObject();
            json.writeStringProperty("schema", "tallybook.manifest.v1");
            json.writeStringProperty("version", version);
            json.writeStringProperty("job", job);
            json.writeStringProperty("as_of", asOf);
            json.writeStringProperty("status", complete ? "COMPLETE" : "INCOMPLETE");
            texts(json, "settings", settings);
            json.writeArrayPropertyStart("editions");
            editions.forEach(json::writeString);
            json.writeEndArray();
            texts(json, "terms", terms);
            json.writeArrayPropertyStart("inputs");
            inputs.forEach(input -> write(json, input));
            json.writeEndArray();
            json.writeArrayPropertyStart("control_totals");
            controlTotals.forEach(total -> write(json, total));
            json.writeEndArray();
            json.writeArrayPropertyStart("outputs");
            outputs.forEach((file, sha256) -> {
                json.writeStartObject();
                json.writeStringProperty("file", file);
                json.writeStringProperty("sha256", sha256);
                json.writeEndObject();
            });
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
        } catch (JacksonException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static void texts(JsonGenerator json, String name, Map<String, String> texts) {
        json.writeObjectPropertyStart(name);
        texts.forEach(json::writeStringProperty);
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Input input) {
        json.writeStartObject();
        json.writeStringProperty("file", input.file());
        json.writeStringProperty("sha256", input.sha256());
        json.writeStringProperty("status", input.status());
        if (!input.reason().isEmpty()) {
            json.writeStringProperty("reason", input.reason());
        }
        if (!input.notices().isEmpty()) {
            json.writeArrayPropertyStart("notices");
            input.notices().forEach(json::writeString);
            json.writeEndArray();
        }
        json.writeArrayPropertyStart("tables");
        for (Table table : input.tables()) {
            json.writeStartObject();
            json.writeStringProperty("sheet", table.sheet());
            json.writeStringProperty("record", table.record());
            if (!table.profile().isEmpty()) {
                json.writeStringProperty("profile", table.profile());
            }
            json.writeNumberProperty("rows", table.rows());
            json.writeNumberProperty("accepted", table.accepted());
            json.writeNumberProperty("rejected", table.rejected());
            json.writeNumberProperty("passed_over", table.passedOver());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, ControlTotal total) {
        json.writeStartObject();
        json.writeStringProperty("file", total.file());
        json.writeStringProperty("sheet", total.sheet());
        json.writeNumberProperty("row", total.row());
        json.writeStringProperty("column", total.column());
        json.writeStringProperty("stated", total.stated());
        json.writeStringProperty("summed", total.summed());
        json.writeStringProperty("verdict", total.verdict());
        json.writeEndObject();
    }
}
