package io.tallybook.result;

/**
 * One step of how a figure was computed.
 *
 * @param what  what the value is, in words
 * @param value  the value as a plain decimal, date or word
 * @param unit  its unit; may be empty
 */
public record WorkingStep(String what, String value, String unit) {
    public static WorkingStep of(String what, String value) {
        return new WorkingStep(what, value, "");
    }
}
