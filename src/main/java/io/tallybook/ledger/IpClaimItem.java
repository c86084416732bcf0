package io.tallybook.ledger;

import org.jspecify.annotations.Nullable;

/** The technologies that a claim attacks, one row each. */
@RecordType(
        name = "ip_claim_items",
        about = "the technologies that a claim attacks, one row each",
        area = "azure",
        key = {"claim", "item"},
        account = "ip_claims")
public record IpClaimItem(
        @Column(type = ColumnType.ID, required = true) String claim,
        @Column(type = ColumnType.ID, required = true) String item,
        @Column(type = ColumnType.TEXT) String name,

        @Column(
                type = ColumnType.CODE,
                about =
                        "OPEN_SOURCE = open source code, whoever supplies it; NON_MICROSOFT = other third-party products; supported configuration is no CUSTOMER_MODIFICATION; blank = not known")
        @Nullable
        Origin origin,

        @Column(type = ColumnType.YESNO, about = "open source: did Microsoft build it into the service")
        YesNo incorporatedByMicrosoft,

        @Column(
                type = ColumnType.YESNO,
                about = "open source: is the service a first-party Azure service under Microsoft's brand")
        YesNo firstParty,

        @Column(
                type = ColumnType.CODE,
                about = "open source: under whose license terms it is supplied; OTHER = a license of its own")
        @Nullable
        Terms terms)
        implements LedgerRecord {

    /** Values of the column {@code origin}. */
    public enum Origin {
        MICROSOFT,
        OPEN_SOURCE,
        OWN_DATA,
        NON_MICROSOFT,
        CUSTOMER_MODIFICATION
    }

    /** Values of the column {@code terms}. */
    public enum Terms {
        MICROSOFT,
        OTHER
    }
}
