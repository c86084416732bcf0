package io.tallybook.ledger;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Requests for help that the partner made. */
@RecordType(
        name = "partner_requests",
        about = "requests for help that the partner made",
        area = "partner",
        key = {"partner_request"})
public record PartnerRequest(
        @Column(type = ColumnType.ID, required = true) String partnerRequest,
        @Column(type = ColumnType.ID, required = true) String account,

        @Column(
                type = ColumnType.CODE,
                required = true,
                about =
                        "PRESALES = technical presales and deployment services; ONPREM = On-Premises Product Support; SCS = Signature Cloud Support; PROGRAM_SUPPORT = partner support on the benefits themselves")
        Kind kind,

        @Column(type = ColumnType.DATE, required = true, about = "a row dated after the as-of date is ignored")
        LocalDate date,

        @Column(type = ColumnType.TEXT, about = "named as in product_releases and lifecycle, e.g. SQL Server")
        String product,

        @Column(type = ColumnType.TEXT) String version,
        @Column(type = ColumnType.CODE) @Nullable Topic topic,

        @Column(
                type = ColumnType.TEXT,
                about = "where it happens, e.g. PARTNER_CENTER, AZURE_PORTAL; compared like a code")
        String portal)
        implements LedgerRecord {

    /** Values of the column {@code kind}. */
    public enum Kind {
        PRESALES,
        ONPREM_INCIDENT,
        SCS_INCIDENT,
        PROGRAM_SUPPORT
    }

    /** Values of the column {@code topic}. */
    public enum Topic {
        ACTIVATION,
        TENANT,
        SUBSCRIPTION,
        LICENSING,
        OTHER_TECHNICAL,
        PROVISIONING,
        USER_ASSIGNMENT,
        KEY_REDEMPTION,
        DOWNLOAD,
        BENEFITS_WORKSPACE
    }
}
