package io.tallybook.analysis.support;

import io.tallybook.ledger.Pool;
import java.util.List;

/** The two groups of pools whose SA spend earns incidents. Nothing is ever carried from one to the other. */
enum SpendGroup {
    SERVER_CAL("Server and CAL", "SA-PRS-15"),
    IW_CLIENT("Systems and Applications", "SA-PRS-16");

    private final String words;
    private final String clause;

    SpendGroup(String words, String clause) {
        this.words = words;
        this.clause = clause;
    }

    String words() {
        return words;
    }

    /** The clause that gives incidents for this group. */
    String clause() {
        return clause;
    }

    List<Pool> pools() {
        return switch (this) {
            case SERVER_CAL -> List.of(Pool.SERVER, Pool.CAL);
            case IW_CLIENT -> List.of(Pool.SYSTEMS, Pool.APPLICATIONS);
        };
    }
}
