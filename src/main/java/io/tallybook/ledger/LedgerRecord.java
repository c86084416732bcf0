package io.tallybook.ledger;

/** A row of an input table, checked and typed: the mark of all record types. */
public interface LedgerRecord {}
