package io.tallybook.ledger;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Patent assertions that the account made itself. */
@RecordType(
        name = "patent_assertions",
        about = "patent assertions that the account made itself",
        area = "azure",
        key = {"assertion"})
public record PatentAssertion(
        @Column(type = ColumnType.ID, required = true) String assertion,
        @Column(type = ColumnType.ID, required = true) String account,
        @Column(type = ColumnType.DATE, required = true) LocalDate filed,

        @Column(type = ColumnType.DATE, notBefore = "filed", about = "blank = still pending") @Nullable
        LocalDate ended,

        @Column(type = ColumnType.YESNO, about = "is an Azure workload the target")
        YesNo targetAzure,

        @Column(type = ColumnType.YESNO, about = "made in defense against a suit of the other side")
        YesNo counterclaim,

        @Column(type = ColumnType.YESNO, about = "made by an affiliate of the account")
        YesNo byAffiliate,

        @Column(type = ColumnType.ID, about = "filled when a patent picked under the program is used")
        String patent,

        @Column(type = ColumnType.ID, about = "the suit in which it is a counter-assertion")
        String lawsuit)
        implements LedgerRecord {}
