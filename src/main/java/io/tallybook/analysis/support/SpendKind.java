package io.tallybook.analysis.support;

/** What a line is to SA spend. */
enum SpendKind {
    /** It holds none. */
    NONE,
    /** It counts, with a known amount and pool. */
    COUNTED,
    /** License and SA, or a step-up, without the SA component. */
    SPLIT_MISSING,
    /** It may hold spend, and its pool is not known. */
    NO_POOL,
    /** It may hold spend, and is in another currency than its agreement. */
    OTHER_CURRENCY
}
