package io.tallybook.ledger;

/** Hosting providers. */
@RecordType(
        name = "providers",
        about = "hosting providers",
        area = "core",
        key = {"provider"},
        account = RecordType.SHARED)
public record Provider(
        @Column(type = ColumnType.ID, required = true) String provider,
        @Column(type = ColumnType.TEXT) String name,

        @Column(type = ColumnType.YESNO, about = "qualified License Mobility through SA Partner")
        YesNo mobilityPartner,

        @Column(type = ColumnType.YESNO) YesNo listedProvider,

        @Column(type = ColumnType.YESNO, about = "for hosted ESU")
        YesNo authorizedServicesProvider)
        implements LedgerRecord {}
