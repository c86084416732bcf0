package io.tallybook.ledger;

import org.jspecify.annotations.Nullable;

/** Unified Solutions - the customer's own software together with Self-Hosted Applications, used by third parties. */
@RecordType(
        name = "unified_solutions",
        about =
                "Unified Solutions - the customer's own software together with Self-Hosted Applications, used by third parties",
        area = "deployment",
        key = {"solution"})
public record UnifiedSolution(
        @Column(type = ColumnType.ID, required = true) String solution,
        @Column(type = ColumnType.ID, required = true) String account,
        @Column(type = ColumnType.TEXT) String name,

        @Column(
                type = ColumnType.CODE,
                about =
                        "where Windows Server on the shared servers comes from: LM_PARTNER = License Mobility partner, SPLA = the customer's Services Provider Licensing Agreement, OTHER_VL_SHARED = another Volume Licensing offering that permits shared servers, OWN_LICENSE = the customer's ordinary licenses, NOT_USED = no Windows Server in the solution")
        @Nullable
        WindowsServerSource windowsServerSource,

        @Column(
                type = ColumnType.YESNO,
                about =
                        "end users can reach a Self-Hosted Application directly (access by the customer's own administrators does not count)")
        YesNo directAccess,

        @Column(
                type = ColumnType.YESNO,
                about = "the solution is loaded onto end users' devices (use in a browser does not count)")
        YesNo onEndUserDevice,

        @Column(type = ColumnType.CODE, about = "who has day-to-day control of the servers that deliver it") @Nullable
        Operator operator)
        implements LedgerRecord {

    /** Values of the column {@code windows_server_source}. */
    public enum WindowsServerSource {
        LM_PARTNER,
        SPLA,
        OTHER_VL_SHARED,
        OWN_LICENSE,
        NOT_USED
    }

    /** Values of the column {@code operator}. */
    public enum Operator {
        CUSTOMER,
        THIRD_PARTY,
        END_USER
    }
}
