package io.tallybook.result;

/** The verdict of a clause, from worst to best. */
public enum FindingStatus {
    FAIL,
    /** Data is missing; the reason names it. */
    UNDETERMINED,
    /** Only a person can state it, and no valid statement was given. */
    ATTEST,
    /** It passes today, and a dated event would change it. */
    AT_RISK,
    PASS,
    NOT_APPLICABLE;

    /** Returns the worse of the two. */
    public FindingStatus worse(FindingStatus other) {
        return compareTo(other) <= 0 ? this : other;
    }
}
