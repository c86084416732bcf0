package io.tallybook.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Reads from the {@code manifest.json} that Cost Management writes beside the parts of a run when the run was started. */
final class ExportManifest {
    private static final JsonFactory JSON = new JsonFactory();

    /** Manifests are a few kilobytes; what is bigger is something else. */
    private static final long LARGEST = 1 << 20;

    private ExportManifest() {}

    /** Returns {@code runInfo.submittedTime} to the second, as digits, or an empty text where nothing says it. */
    static String submitted(Path part) {
        Path manifest = part.resolveSibling("manifest.json");
        try {
            if (!Files.isRegularFile(manifest) || Files.size(manifest) > LARGEST) {
                return "";
            }
            return submitted(Files.readString(manifest));
        } catch (IOException | JacksonException e) {
            // A manifest that cannot be read tells nothing; the caller says what is missing.
            return "";
        }
    }

    private static String submitted(String text) {
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), text)) {
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token == JsonToken.PROPERTY_NAME && json.currentName().equalsIgnoreCase("submittedTime")) {
                    json.nextToken();
                    String digits = json.getString().replaceAll("\\D", "");
                    return digits.length() < 14 ? "" : digits.substring(0, 14);
                }
            }
        }
        return "";
    }
}
