package io.tallybook.ledger;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Statements by a named person on what no export can show. */
@RecordType(
        name = "attestations",
        about = "statements by a named person on what no export can show",
        area = "core",
        key = {"clause", "subject", "stated_on"},
        account = RecordType.SHARED)
public record Attestation(
        @Column(type = ColumnType.TEXT, required = true, about = "clause id")
        String clause,

        @Column(type = ColumnType.ID, required = true, about = "type:id as in the results, e.g. instance:B1")
        String subject,

        @Column(type = ColumnType.YESNO, required = true, about = "is the clause's condition met")
        YesNo answer,

        @Column(type = ColumnType.TEXT, required = true) String statedBy,
        @Column(type = ColumnType.DATE, required = true) LocalDate statedOn,

        @Column(
                type = ColumnType.DATE,
                notBefore = "stated_on",
                about = "last day it holds; blank = the same date one year after stated_on, inclusive")
        @Nullable
        LocalDate validTo,

        @Column(type = ColumnType.TEXT) String evidence)
        implements LedgerRecord {}
