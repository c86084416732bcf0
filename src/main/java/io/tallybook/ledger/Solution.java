package io.tallybook.ledger;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Solutions built on Azure that the account sells - one row of answers each. */
@RecordType(
        name = "solutions",
        about = "solutions built on Azure that the account sells - one row of answers each",
        area = "azure",
        key = {"solution"})
public record Solution(
        @Column(type = ColumnType.ID, required = true) String solution,
        @Column(type = ColumnType.ID, required = true) String account,
        @Column(type = ColumnType.TEXT) String name,

        @Column(type = ColumnType.ID, about = "the agreement that Azure is bought under")
        String agreement,

        @Column(type = ColumnType.TEXT, about = "e.g. SaaS; for information")
        String deliveryModel,

        @Column(
                type = ColumnType.TEXT,
                about =
                        "what the account's own application does, several separated by `;`, compared like codes. Known words: BILLING, LICENSE_MGMT, INFRASTRUCTURE, MANAGED_SERVICES, COST_OPTIMIZATION, SUPPORT. Words of setting azure.infrastructure-functions count as INFRASTRUCTURE, those of azure.no-functions are dropped, every other word is a function of its own")
        String functions,

        @Column(type = ColumnType.INTEGER, about = "number of application components of the account's own") @Nullable
        Integer ownComponents,

        @Column(
                type = ColumnType.YESNO,
                about =
                        "N = Azure only serves the account's own operation, e.g. secures its servers, and nothing of it is delivered to end customers; blank = Y")
        YesNo azureDelivered,

        @Column(type = ColumnType.YESNO, about = "is Azure named in the offer; for information, never used")
        YesNo azureNamed,

        @Column(type = ColumnType.YESNO, about = "are Azure services resold")
        YesNo resale,

        @Column(type = ColumnType.YESNO, about = "do end customers see single Azure meters")
        YesNo metersExposed,

        @Column(type = ColumnType.YESNO, about = "do end customers see prices of Azure meters")
        YesNo meterPricesExposed,

        @Column(type = ColumnType.YESNO, about = "Foundry: are inferencing APIs plainly resold")
        YesNo apiResale,

        @Column(type = ColumnType.CODE, about = "Foundry: what happens to the output of the APIs") @Nullable
        OutputHandling outputHandling,

        @Column(
                type = ColumnType.YESNO,
                about = "Foundry: are the APIs embedded in own applications, tools and workflows")
        YesNo embedded,

        @Column(type = ColumnType.YESNO, about = "Foundry: is the output substantially altered")
        YesNo adapted,

        @Column(type = ColumnType.CODES, about = "Foundry: by what of the platform's own")
        Set<AdaptationMeans> adaptationMeans,

        @Column(
                type = ColumnType.YESNO,
                about =
                        "Foundry: are the APIs always used together with the own capability or context; N = only now and then")
        YesNo alwaysCombined,

        @Column(type = ColumnType.YESNO, about = "Foundry: are the APIs distributed separately from the platform")
        YesNo apiSeparate,

        @Column(type = ColumnType.YESNO, about = "Foundry: are raw API keys or endpoints given to third parties")
        YesNo apiKeysOut,

        @Column(type = ColumnType.YESNO, about = "is the solution as a whole redistributed; never counts against it")
        YesNo redistributed,

        @Column(type = ColumnType.TEXT, about = "who gave these answers")
        String statedBy,

        @Column(type = ColumnType.DATE) @Nullable LocalDate statedOn)
        implements LedgerRecord {

    /** Values of the column {@code output_handling}. */
    public enum OutputHandling {
        RAW,
        THIN_WRAP,
        LIGHT,
        SUBSTANTIAL,
        EMBEDDED
    }

    /** Values of the column {@code adaptation_means}. */
    public enum AdaptationMeans {
        IP,
        DATA,
        CONTEXT,
        CUSTOMIZATION
    }
}
