package io.tallybook.report;

/**
 * A record type that the job waits for.
 *
 * @param what  its name, e.g. {@code purchases}
 * @param required  whether the run is incomplete without it
 * @param arrived  whether at least one table of it was read
 */
public record ExpectedInput(String what, boolean required, boolean arrived) {}
