package io.tallybook.ledger;

import org.joda.money.CurrencyUnit;

/** Azure credits granted through the program. */
@RecordType(
        name = "azure_credits",
        about = "Azure credits granted through the program",
        area = "partner",
        key = {"azure_credit"})
public record AzureCredit(
        @Column(type = ColumnType.ID, required = true) String azureCredit,
        @Column(type = ColumnType.ID, required = true) String account,

        @Column(
                type = ColumnType.CODE,
                required = true,
                about = "what it was granted for; GITHUB = GitHub Enterprise and GitHub Copilot together")
        Purpose purpose,

        @Column(type = ColumnType.CURRENCY, required = true) CurrencyUnit currency)
        implements LedgerRecord {

    /** Values of the column {@code purpose}. */
    public enum Purpose {
        GENERAL,
        SECURITY_COPILOT,
        GITHUB,
        GITHUB_ENTERPRISE,
        GITHUB_COPILOT
    }
}
