package io.tallybook.intake;

import io.tallybook.ledger.AzureUsage;
import io.tallybook.ledger.RecordDefinition;
import io.tallybook.ledger.RecordType;
import io.tallybook.ledger.RecordTypes;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the account of a row: its own column, or the table that its record type names. */
final class AccountFinder {
    private final int own;
    private final int via;
    private final String viaTable;
    private final Map<String, String> owners;

    // Only for azure_usage, whose account has more ways.
    private final int billingAccount;
    private final Map<String, String> agreements;
    private final String lastResort;

    AccountFinder(RecordDefinition<?> type, IntakeContext context) {
        boolean routed = !type.account().equals(RecordType.OWN) && !type.isShared();
        own = type.indexOf("account").orElse(-1);
        viaTable = routed ? type.account() : "";
        via = routed ? viaColumn(type) : -1;
        owners = routed ? context.owners().apply(viaTable) : Map.of();
        boolean usage = type.type() == AzureUsage.class;
        billingAccount = usage ? type.indexOf("billing_account").orElse(-1) : -1;
        agreements = usage ? context.owners().apply("agreements") : Map.of();
        lastResort = usage ? context.setting("azure.account") : "";
    }

    private static int viaColumn(RecordDefinition<?> type) {
        RecordDefinition<?> masters = RecordTypes.named(type.account()).orElseThrow();
        return type.indexOf(masters.columns().get(masters.key()[0]).name()).orElseThrow();
    }

    /** Returns the account, or an empty text when there is no way to one. */
    String account(@Nullable Object[] values) {
        String account = text(values, own);
        if (account.isEmpty() && via >= 0) {
            account = owners.getOrDefault(text(values, via), "");
        }
        if (account.isEmpty() && billingAccount >= 0) {
            String billed = text(values, billingAccount);
            account = agreements.getOrDefault(billed, billed.isEmpty() ? lastResort : billed);
        }
        return account;
    }

    /** What a rejected row's account would be found through, as far as the row says it. */
    String owner(@Nullable Object[] values) {
        String account = text(values, own);
        if (!account.isEmpty()) {
            return "account:" + account;
        }
        String id = text(values, via);
        return id.isEmpty() ? "" : viaTable + ":" + id;
    }

    /** Position of the column that leads to the account. */
    int column() {
        return via >= 0 ? via : own;
    }

    String expected() {
        return billingAccount >= 0
                ? "a subscription, billing account or account that is known"
                : "one that is among the rows of " + viaTable;
    }

    String remedy() {
        return billingAccount >= 0
                ? "add the subscription to azure_subscriptions, or set azure.account"
                : "deliver it in " + viaTable + ", or mend the number";
    }

    private static String text(@Nullable Object[] values, int position) {
        return position >= 0 && values[position] instanceof String text ? text : "";
    }
}
