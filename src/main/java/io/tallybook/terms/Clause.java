package io.tallybook.terms;

/**
 * A clause of a source document, in our own words.
 *
 * @param id  e.g. {@code SA-PRS-15}
 * @param document  the document it stands in
 * @param section  section and lines
 * @param text  what it says
 * @param kind  {@code entitlement}, {@code rule}, {@code deadline}, {@code lookup}, {@code attestation}, {@code information}
 * @param reading  the reading we take of it, with its edge cases
 */
public record Clause(String id, String document, String section, String text, String kind, String reading) {}
