package io.tallybook.ledger;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Microsoft products in a Unified Solution, one row each. */
@RecordType(
        name = "unified_solution_components",
        about = "Microsoft products in a Unified Solution, one row each",
        area = "deployment",
        key = {"solution", "component"},
        account = "unified_solutions")
public record UnifiedSolutionComponent(
        @Column(type = ColumnType.ID, required = true) String solution,

        @Column(type = ColumnType.ID, required = true, about = "unique within the solution")
        String component,

        @Column(
                type = ColumnType.CODE,
                required = true,
                about =
                        "SELF_HOSTED = runs as a Self-Hosted Application; ACCESS = access license that makes the solution available to External Users; SUPPORTING = any other Microsoft software used to create or deliver it, e.g. development tools or the provider's operating system")
        Use use,

        @Column(type = ColumnType.TEXT, required = true) String product,

        @Column(type = ColumnType.ID, about = "the server that it runs on")
        String server,

        @Column(type = ColumnType.ID, about = "the license position that covers it")
        String license,

        @Column(
                type = ColumnType.DECIMAL,
                about = "number of licenses the component needs, in the metric of its license position")
        @Nullable
        BigDecimal required)
        implements LedgerRecord {

    /** Values of the column {@code use}. */
    public enum Use {
        SELF_HOSTED,
        ACCESS,
        SUPPORTING
    }
}
