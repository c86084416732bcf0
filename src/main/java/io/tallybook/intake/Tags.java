package io.tallybook.intake;

import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Finds one tag in the tags column of a cost export: a JSON object, or its inside without the braces. */
final class Tags {
    private static final JsonFactory JSON = new JsonFactory();

    private final String name;

    Tags(String name) {
        this.name = name.strip().toLowerCase(Locale.ROOT);
    }

    /** Returns the value of the tag, or empty if the text has no such tag or is no list of tags. */
    Optional<String> find(String text) {
        if (name.isEmpty() || !mentions(text)) {
            return Optional.empty();
        }
        String object = text.startsWith("{") ? text : "{" + text + "}";
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), object)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                // Exports hold keys with blanks around them, and the same key in several spellings: the first counts.
                boolean wanted =
                        parser.currentName().strip().toLowerCase(Locale.ROOT).equals(name);
                JsonToken value = parser.nextToken();
                if (wanted && value.isScalarValue() && value != JsonToken.VALUE_NULL) {
                    return Optional.of(parser.getString().strip());
                }
                parser.skipChildren();
            }
        } catch (JacksonException e) {
            // Tags that are cut off or badly quoted name no solution.
        }
        return Optional.empty();
    }

    /** A quick look, so that the rows without the tag are not parsed. */
    private boolean mentions(String text) {
        char lower = name.charAt(0);
        char upper = Character.toUpperCase(lower);
        for (int i = 0; i <= text.length() - name.length(); i++) {
            char first = text.charAt(i);
            if ((first == lower || first == upper || first > 127)
                    && text.regionMatches(true, i, name, 0, name.length())) {
                return true;
            }
        }
        return false;
    }
}
