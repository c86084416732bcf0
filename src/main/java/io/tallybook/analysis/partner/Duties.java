package io.tallybook.analysis.partner;

import io.tallybook.analysis.Numbers;
import io.tallybook.analysis.ResultWriter;
import io.tallybook.analysis.Sources;
import io.tallybook.analysis.Verdict;
import io.tallybook.ledger.Entry;
import io.tallybook.ledger.Partner;
import io.tallybook.ledger.PartnerPerson;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What every partner has to see to, and the marketing benefits it has (MPP-10, -14, -16, -22, -23, -42, -110, -111). */
final class Duties {
    private final Partnership partnership;
    private final ResultWriter out;

    Duties(Partnership partnership, ResultWriter out) {
        this.partnership = partnership;
        this.out = out;
    }

    void write() {
        ask("MPP-10", "Are the use terms, policies and license limits of the guide followed?");
        ask("MPP-16", "Is a method described by which license and benefit use is tracked?");
        ask("MPP-22", "Was the governing license agreement reviewed?");
        ask("MPP-42", "Is the Partner Program Agreement kept?");
        writeAdministrator();
        writeRecords();
        Optional<Partner> profile = partnership.profile();
        find(
                "MPP-110",
                Membership.of(
                        profile.map(Partner::membershipStart).orElse(null),
                        profile.map(Partner::membershipEnd).orElse(null),
                        partnership.asOf()));
        writeIncremental();
    }

    private void find(String clause, Verdict verdict) {
        out.find(
                clause,
                partnership.subject(),
                verdict.sources().isEmpty() ? verdict.from(partnership.sources()) : verdict);
    }

    private void ask(String clause, String question) {
        find(clause, Verdict.attest(question));
    }

    private void writeAdministrator() {
        List<Entry<PartnerPerson>> administrators = partnership.dossier().all(PartnerPerson.class).stream()
                .filter(entry -> administers(entry.record(), partnership.asOf()))
                .toList();
        find(
                "MPP-14",
                administrators.isEmpty()
                        ? Verdict.fail("No administrator is on record for " + partnership.asOf()
                                + ": see `administrator_from` and `administrator_until` in `partner_people`.")
                        : Verdict.pass("Administrator on " + partnership.asOf() + ": "
                                        + String.join(
                                                ", ",
                                                administrators.stream()
                                                        .map(entry ->
                                                                entry.record().person())
                                                        .toList())
                                        + ".")
                                .from(Sources.of(administrators)));
    }

    private static boolean administers(PartnerPerson person, LocalDate day) {
        LocalDate from = person.administratorFrom();
        LocalDate until = person.administratorUntil();
        return from != null && !day.isBefore(from) && (until == null || !day.isAfter(until));
    }

    private void writeRecords() {
        List<Use> uses = partnership.usesInForce();
        if (uses.isEmpty()) {
            return;
        }
        List<Use> incomplete = uses.stream().filter(Duties::isIncomplete).toList();
        BigDecimal units = incomplete.stream().map(Use::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
        var sources = Sources.of((incomplete.isEmpty() ? uses : incomplete)
                .stream().map(Use::entry).toList());
        var figure = out.figure("audit.units-incomplete", partnership.subject())
                .sources(sources)
                .known(Numbers.plain(units));
        incomplete.forEach(use -> figure.work(
                use.row().use() + ", without "
                        + (use.row().start() == null ? "a first day" : "a person or machine that holds it"),
                Numbers.plain(use.quantity()),
                "units"));
        out.add(figure);
        out.find(
                "MPP-23",
                partnership.subject(),
                (incomplete.isEmpty()
                                ? Verdict.pass("Every unit in use has a holder and a first day.")
                                : Verdict.fail("Record incomplete: " + Numbers.plain(units)
                                        + " units in use lack a holder or a first day."))
                        .from(sources));
    }

    private static boolean isIncomplete(Use use) {
        @Nullable LocalDate start = use.row().start();
        return start == null
                || (use.row().person().isEmpty() && use.row().machine().isEmpty());
    }

    private void writeIncremental() {
        List<Offer> inForce = partnership.inForce();
        Optional<Offer> giving = inForce.stream()
                .filter(offer -> partnership.rules().hasIncrementalMarketing(offer.code()))
                .findFirst();
        Optional<Offer> unlisted =
                inForce.stream().filter(offer -> !offer.isListed()).findFirst();
        Verdict verdict = giving.map(offer -> Verdict.pass("Incremental marketing benefits by " + offer.named() + "."))
                .or(() -> unlisted.map(offer -> Verdict.undetermined(
                        "Not stated: " + offer.named() + " is not among the offers that the guide lists.")))
                .orElseGet(() -> Verdict.fail(
                        "No offer in force on " + partnership.asOf() + " adds marketing benefits: basic ones only."));
        find("MPP-111", verdict);
    }
}
