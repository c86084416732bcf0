package io.tallybook.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** Benefits listed for each offer, from the benefits guide or the legacy license table. */
@RecordType(
        name = "offer_benefits",
        about = "benefits listed for each offer, from the benefits guide or the legacy license table",
        area = "partner",
        key = {"offer_code", "designation", "benefit", "credit", "currency", "listed_from"},
        account = RecordType.SHARED)
public record OfferBenefit(
        @Column(type = ColumnType.TEXT, required = true) String offerCode,

        @Column(
                type = ColumnType.TEXT,
                about = "blank = for every designation; a row of the offer's own designation goes before it")
        String designation,

        @Column(
                type = ColumnType.TEXT,
                required = true,
                about = "e.g. Windows Server Standard, Microsoft 365 E5, Visual Studio Enterprise")
        String benefit,

        @Column(
                type = ColumnType.DECIMAL,
                min = "0",
                about = "licenses, seats or incidents; 0 = not included, blank = not known")
        @Nullable
        BigDecimal quantity,

        @Column(type = ColumnType.CODE, about = "filled when the row states a number of support incidents") @Nullable
        IncidentType incidentType,

        @Column(type = ColumnType.CODE, about = "filled when the row states an Azure credit") @Nullable
        Credit credit,

        @Column(type = ColumnType.MONEY, about = "amount of the Azure credit") @Nullable
        BigDecimal amount,

        @Column(type = ColumnType.CURRENCY, about = "of the amount") @Nullable
        CurrencyUnit currency,

        @Column(type = ColumnType.DATE, about = "blank = always") @Nullable
        LocalDate listedFrom,

        @Column(type = ColumnType.DATE, notBefore = "listed_from", about = "last day; blank = still listed") @Nullable
        LocalDate listedUntil,

        @Column(type = ColumnType.TEXT, about = "document and edition that the number comes from")
        String source)
        implements LedgerRecord {

    /** Values of the column {@code incident_type}. */
    public enum IncidentType {
        ONPREM,
        SCS
    }

    /** Values of the column {@code credit}. */
    public enum Credit {
        MONTHLY,
        YEARLY
    }
}
