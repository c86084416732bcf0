package io.tallybook.ledger;

/** Values of the column {@code operator} of {@code azure_subscriptions}, {@code azure_usage}, {@code ip_claims}. */
public enum Operator {
    MICROSOFT,
    _21VIANET,
    AZURE_STACK
}
