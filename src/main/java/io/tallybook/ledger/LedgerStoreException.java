package io.tallybook.ledger;

import java.sql.SQLException;

/** The store cannot be read or written: the disk is full, or the database is away. */
public final class LedgerStoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LedgerStoreException(SQLException cause) {
        super(cause.getMessage(), cause);
    }
}
