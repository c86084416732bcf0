package io.tallybook.ledger;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** License Mobility verification forms, one row per form sent to a partner. */
@RecordType(
        name = "mobility_forms",
        about = "License Mobility verification forms, one row per form sent to a partner",
        area = "deployment",
        key = {"form"})
public record MobilityForm(
        @Column(type = ColumnType.ID, required = true) String form,
        @Column(type = ColumnType.ID, required = true) String account,
        @Column(type = ColumnType.ID, required = true) String provider,

        @Column(type = ColumnType.DATE, about = "day of submission; blank = not known whether it was submitted")
        @Nullable
        LocalDate submitted)
        implements LedgerRecord {}
