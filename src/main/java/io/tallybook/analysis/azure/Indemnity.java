package io.tallybook.analysis.azure;

import io.tallybook.analysis.Sources;
import io.tallybook.analysis.Verdict;
import io.tallybook.ledger.Account;
import io.tallybook.ledger.Agreement;
import io.tallybook.ledger.AzureSubscription;
import io.tallybook.ledger.Entry;
import io.tallybook.ledger.Operator;
import io.tallybook.ledger.RecordDefinition;
import io.tallybook.result.Figure;
import io.tallybook.result.FigureState;
import io.tallybook.result.FindingStatus;
import io.tallybook.terms.TermEdition;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Says whether an account is indemnified, from when, by whom and under which document (IPA-05, IPA-08, IPA-22, IPA-23, IPA-32,
 * IPA-33). Indemnity is uncapped and begins with the first use of Azure, whatever its amount.
 */
final class Indemnity {
    private static final String DOCUMENTS = "indemnity-documents";

    private final Facts facts;
    private final AzureResults results;

    Indemnity(Facts facts, AzureResults results) {
        this.facts = facts;
        this.results = results;
    }

    /** Writes IPA-08 with the limit and the first day of indemnity, and returns it. */
    Verdict writeCover() {
        Verdict cover = results.find("IPA-08", facts.subject(), cover());
        if (cover.is(FindingStatus.PASS)) {
            results.add(results.figure("indemnity.limit", facts.subject()).unlimited());
        }
        writeCoveredFrom(cover);
        return cover;
    }

    private Verdict cover() {
        Optional<LocalDate> first = facts.firstUse();
        if (first.isPresent()) {
            return Verdict.pass("Azure was first used on " + first.get() + " at the latest; the amount plays no part.")
                    .on(first.get())
                    .from(Sources.of(facts.dossier().all(Account.class)));
        }
        return facts.exports().isEmpty()
                ? Verdict.undetermined("No usage of Azure and no export is on record: deliver the usage, an"
                        + " `azure_exports` row, or `first_azure_use` of the account.")
                : Verdict.fail("No Azure usage recorded in the months that were exported.")
                        .from(Sources.of(facts.exports()));
    }

    private void writeCoveredFrom(Verdict cover) {
        if (cover.is(FindingStatus.FAIL)) {
            return;
        }
        Figure.Builder figure = results.figure("indemnity.covered-from", facts.subject());
        facts.statedFirstUse().ifPresent(day -> figure.work("first use stated for the account", day.toString()));
        facts.firstUseOnRecord().ifPresent(day -> figure.work("first day with a usage line", day.toString()));
        Optional<LocalDate> first = facts.firstUse();
        if (first.isEmpty()) {
            results.add(figure.unknown(cover.reason()));
        } else if (facts.statedFirstUse().isPresent()) {
            results.add(figure.known(first.get().toString())
                    .sources(Sources.of(facts.dossier().all(Account.class))));
        } else {
            results.add(
                    figure.state(
                            FigureState.UPPER_BOUND,
                            first.get().toString(),
                            "Only usage lines show the first use; it may have been earlier. Fill `first_azure_use` of the account."));
        }
    }

    /** Writes indemnitor and governing document of every subscription, and the statement on each agreement. */
    void writeSubscriptions() {
        TreeSet<String> agreements = new TreeSet<>();
        for (Entry<AzureSubscription> entry : facts.subscriptions()) {
            AzureSubscription row = entry.record();
            String subject = "subscription:" + row.subscription();
            String indemnitor = RecordDefinition.code(
                    row.operator() == Operator._21VIANET ? Operator._21VIANET : Operator.MICROSOFT);
            results.find(
                    "IPA-22",
                    subject + "/indemnitor:" + indemnitor,
                    Verdict.pass("The subscription is operated by " + RecordDefinition.code(row.operator())
                                    + ", so indemnity is given by " + indemnitor + ".")
                            .from(Sources.of(entry)));
            results.find("IPA-33", subject, document(entry));
            if (!row.agreement().isEmpty()) {
                agreements.add(row.agreement());
            }
        }
        for (String agreement : agreements) {
            results.findAttested(
                    "IPA-32",
                    "agreement:" + agreement,
                    "The agreement governs the details of indemnity and has to be read.");
        }
    }

    private Verdict document(Entry<AzureSubscription> entry) {
        Optional<TermEdition> table = results.terms().edition(DOCUMENTS, facts.asOf());
        if (table.isEmpty()) {
            return Verdict.undetermined(results.terms().notInForce(DOCUMENTS, facts.asOf()));
        }
        AzureSubscription row = entry.record();
        if (row.operator() == Operator._21VIANET) {
            return named(table.get(), "21VIANET", "Operated by 21Vianet").from(Sources.of(entry));
        }
        if (row.agreement().isEmpty()) {
            return Verdict.undetermined(
                            "The subscription names no agreement: fill `agreement` in" + " `azure_subscriptions`.")
                    .from(Sources.of(entry));
        }
        return agreement(facts, row.agreement())
                .map(agreement -> named(
                                table.get(),
                                RecordDefinition.code(agreement.record().program()),
                                "Agreement " + row.agreement() + " is of program "
                                        + RecordDefinition.code(
                                                agreement.record().program()))
                        .from(Sources.of(agreement)))
                .orElseGet(() -> Verdict.undetermined(
                                "Agreement " + row.agreement() + " has no row in `agreements`: deliver it.")
                        .from(Sources.of(entry)));
    }

    private static Verdict named(TermEdition table, String key, String because) {
        Optional<Map<String, String>> row = table.row("for", key);
        return row.map(found -> Verdict.pass(because + ": the indemnity text is in the " + found.get("document") + "."))
                .orElseGet(() -> Verdict.attest(
                        because + ", which the guidance does not list: a person has to say which document governs."));
    }

    /** The agreement with an id; a reseller's serves its customers. */
    static Optional<Entry<Agreement>> agreement(Facts facts, String id) {
        return Stream.concat(
                        facts.dossier().all(Agreement.class).stream(), facts.dossier().agreementsOfOthers().stream())
                .filter(entry -> entry.record().agreement().equals(id))
                .findFirst();
    }
}
