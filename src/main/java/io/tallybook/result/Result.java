package io.tallybook.result;

import java.util.Comparator;
import java.util.List;

/** A figure or a finding. */
public sealed interface Result permits Figure, Finding {
    /** The order of all results in {@code results.jsonl}: account, subject, figures before findings, name, dimension. */
    Comparator<Result> ORDER = Comparator.comparing(Result::account)
            .thenComparing(Result::subject)
            .thenComparing(Result::isFinding)
            .thenComparing(Result::name)
            .thenComparing(Result::dimension);

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
}
