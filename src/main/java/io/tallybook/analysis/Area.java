package io.tallybook.analysis;

import io.tallybook.ledger.Dossier;
import io.tallybook.ledger.LedgerRecord;
import java.util.List;
import java.util.Set;

/**
 * One area of the terms: what it needs to be told, what it says, and how it assesses an account.
 *
 * <p>An area is added by adding a package below {@code analysis} with one implementation of this, and naming it in the
 * list of areas of {@code job}.
 */
public interface Area {
    /** Short name as it stands in job files, e.g. {@code support}. */
    String name();

    /** Title for people, e.g. {@code Software Assurance support benefits}. */
    String title();

    /** The settings that it reads, with their defaults. */
    List<Setting> settings();

    /** The results it can say and the clauses it leaves to people, read from {@code results/}. */
    ResultCatalogue catalogue();

    /**
     * Assesses one account: a pure function of the dossier and the context.
     *
     * @param dossier  all records of the account
     * @param context  as-of date, settings, terms and shared records
     * @param assessment  takes the results and the lines that the rules had to refuse
     */
    void assess(Dossier dossier, Context context, Assessment assessment);

    /**
     * Says what belongs to no account, e.g. the size of the patent list. Called once a run.
     *
     * @param context  as for {@link #assess}
     * @param assessment  takes the results
     */
    default void assessShared(Context context, Assessment assessment) {}

    /** The record types of which rows of several accounts bear on each other, e.g. requests for one patent. */
    default Set<Class<? extends LedgerRecord>> contested() {
        return Set.of();
    }

    /**
     * Says what only several accounts together decide, e.g. who is first in line for a patent. Called once a run.
     *
     * @param dossiers  the accounts that have a {@link #contested} record, in the order of their ids; each is looked at once
     * @param context  as for {@link #assess}
     * @param assessment  takes the results, which name their accounts
     */
    default void assessTogether(Iterable<Dossier> dossiers, Context context, Assessment assessment) {}
}
