package io.tallybook.ledger;

import org.jspecify.annotations.Nullable;

/** Azure subscriptions and Azure Stack registrations - whose they are, who runs the cloud, how they are bought. */
@RecordType(
        name = "azure_subscriptions",
        about =
                "Azure subscriptions and Azure Stack registrations - whose they are, who runs the cloud, how they are bought",
        area = "azure",
        key = {"subscription"})
public record AzureSubscription(
        @Column(type = ColumnType.ID, required = true, about = "subscription id as in the cost exports")
        String subscription,

        @Column(type = ColumnType.ID, required = true, about = "the customer who is charged for it")
        String account,

        @Column(type = ColumnType.TEXT) String name,

        @Column(
                type = ColumnType.CODE,
                required = true,
                about = "21VIANET = Azure in China; AZURE_STACK = Azure Stack in the customer's own environment")
        Operator operator,

        @Column(type = ColumnType.CODE, about = "how Azure is bought; MOSP = web direct, CSP = through a reseller")
        @Nullable
        Channel channel,

        @Column(type = ColumnType.ID, about = "the agreement it is bought under")
        String agreement,

        @Column(
                type = ColumnType.ID,
                about = "the customer who uses it, where that is not the account; blank = the account itself")
        String consumer,

        @Column(type = ColumnType.ID, about = "all its charges belong to this solution, unless a line names another")
        String solution)
        implements LedgerRecord {

    /** Values of the column {@code channel}. */
    public enum Channel {
        EA,
        MOSP,
        CSP,
        MCA,
        OTHER
    }
}
