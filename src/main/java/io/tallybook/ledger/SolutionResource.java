package io.tallybook.ledger;

import org.jspecify.annotations.Nullable;

/** Azure resources that host a solution. */
@RecordType(
        name = "solution_resources",
        about = "Azure resources that host a solution",
        area = "azure",
        key = {"solution", "resource"},
        account = "solutions")
public record SolutionResource(
        @Column(type = ColumnType.ID, required = true) String solution,
        @Column(type = ColumnType.ID, required = true) String resource,

        @Column(type = ColumnType.INTEGER, about = "number of end customers that it serves") @Nullable
        Integer endCustomers)
        implements LedgerRecord {}
