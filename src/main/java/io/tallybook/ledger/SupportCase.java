package io.tallybook.ledger;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Support requests as exported from the vendor's portal, one row per case (or per subordinate issue). */
@RecordType(
        name = "support_cases",
        about = "support requests as exported from the vendor's portal, one row per case (or per subordinate issue)",
        area = "support",
        key = {"case"})
public record SupportCase(
        @Column(type = ColumnType.ID, name = "case", required = true)
        String caseId,

        @Column(type = ColumnType.ID, required = true) String account,

        @Column(
                type = ColumnType.ID,
                about =
                        "enrollment, registration, authorization or purchasing account that the case belongs to; blank = not known")
        String agreement,

        @Column(
                type = ColumnType.ID,
                about = "the agreement whose balance the vendor charged; blank = the case's own agreement")
        String chargedTo,

        @Column(type = ColumnType.ID, about = "the case of which this row is a subordinate issue")
        String parent,

        @Column(
                type = ColumnType.INTEGER,
                min = "1",
                about = "number of subordinate issues of this case, 1 or more; blank = 1 (with a warning)")
        @Nullable
        Integer issues,

        @Column(type = ColumnType.CODE, required = true, about = "how the case was opened")
        Channel channel,

        @Column(type = ColumnType.DATETIME, required = true) Instant opened,

        @Column(
                type = ColumnType.CODE,
                about = "final severity; A = critical (business critical), B = moderate, C = minimum impact")
        @Nullable
        Severity severity,

        @Column(type = ColumnType.TEXT) String product,
        @Column(type = ColumnType.TEXT) String edition,
        @Column(type = ColumnType.TEXT, about = "e.g. 2019") String version,

        @Column(type = ColumnType.ID, about = "the license position of the server copy that the case is about")
        String license,

        @Column(type = ColumnType.CODE, about = "blank = RESOLVED when `resolved` is filled, otherwise OPEN") @Nullable
        Status status,

        @Column(
                type = ColumnType.CODE,
                about =
                        "web cases - who brought the case to the phone; NONE = nobody, it stayed electronic; blank = not known")
        @Nullable
        ConvertedBy convertedBy,

        @Column(
                type = ColumnType.CODE,
                about =
                        "web cases - how the resolution was carried on; ELECTRONIC = web, email or other electronic means")
        @Nullable
        ResolutionChannel resolutionChannel,

        @Column(type = ColumnType.DATETIME, notBefore = "opened") @Nullable
        Instant resolved,

        @Column(type = ColumnType.DATETIME, about = "first call or first answer of the vendor") @Nullable
        Instant firstResponse,

        @Column(
                type = ColumnType.DATETIME,
                about =
                        "when the vendor asked something of the customer - severity B: access to the change control authority; severity C: an answer")
        @Nullable
        Instant customerAsked,

        @Column(type = ColumnType.DATETIME) @Nullable Instant customerAnswered,

        @Column(
                type = ColumnType.YESNO,
                about =
                        "was the server a qualifying server with Extended Security Updates for this version on the opening day")
        YesNo esuCovered,

        @Column(
                type = ColumnType.DATE,
                about = "day on which the vendor notified that this implementation cannot be supported")
        @Nullable
        LocalDate noticeDate,

        @Column(type = ColumnType.DATE, about = "day on which the implementation was made supportable again") @Nullable
        LocalDate remediated)
        implements LedgerRecord {

    /** Values of the column {@code channel}. */
    public enum Channel {
        PHONE,
        WEB
    }

    /** Values of the column {@code severity}. */
    public enum Severity {
        A,
        B,
        C
    }

    /** Values of the column {@code status}. */
    public enum Status {
        OPEN,
        RESOLVED,
        CANCELLED,
        REFUSED
    }

    /** Values of the column {@code converted_by}. */
    public enum ConvertedBy {
        CUSTOMER,
        MICROSOFT,
        NONE
    }

    /** Values of the column {@code resolution_channel}. */
    public enum ResolutionChannel {
        PHONE,
        ELECTRONIC
    }
}
