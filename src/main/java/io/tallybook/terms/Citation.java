package io.tallybook.terms;

/**
 * Where a value stands.
 *
 * @param document  title of the document
 * @param section  section or table within it
 * @param place  lines of the captured page, or an address
 */
public record Citation(String document, String section, String place) {
    @Override
    public String toString() {
        return document + ", " + section + (place.isEmpty() ? "" : " (" + place + ")");
    }
}
