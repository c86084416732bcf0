package io.tallybook.result;

import java.util.Comparator;
import java.util.List;

/** A figure or a finding. */
public sealed interface Result permits Figure, Finding {
    /** The order of all results in {@code results.jsonl}: account, subject, figures before findings, name, dimension. */
    Comparator<Result> ORDER = Result::compare;

    /** The account, or an empty text for a result that belongs to none. */
    String account();

    /** What it is about, as {@code type:id}, parts joined by {@code /}. */
    String subject();

    /** The measure of a figure, the clause of a finding. */
    String name();

    /** The dimension of a figure; empty where it has none, and for findings. */
    String dimension();

    boolean isFinding();

    /** Why the value is not known, or how the verdict came about; may be empty. */
    String reason();

    List<String> assumptions();

    List<SourceRows> sources();

    // Written out: millions of results are put in order, and a chain of comparators took twice as long.
    private static int compare(Result one, Result other) {
        // Mostly one text of one account, which equals sees at once.
        int order = one.account().equals(other.account()) ? 0 : one.account().compareTo(other.account());
        if (order == 0) {
            order = one.subject().compareTo(other.subject());
        }
        if (order == 0) {
            order = Boolean.compare(one.isFinding(), other.isFinding());
        }
        if (order == 0) {
            order = one.name().compareTo(other.name());
        }
        return order == 0 ? one.dimension().compareTo(other.dimension()) : order;
    }
}
