package io.tallybook.ledger;

/** Values of the column {@code pool} of {@code products}, {@code purchases}. */
public enum Pool {
    APPLICATIONS,
    SYSTEMS,
    SERVER,
    CAL
}
