package io.tallybook.analysis.partner;

import io.tallybook.analysis.Codes;
import io.tallybook.analysis.Numbers;
import io.tallybook.analysis.ResultWriter;
import io.tallybook.analysis.Sources;
import io.tallybook.analysis.Verdict;
import io.tallybook.ledger.Agreement;
import io.tallybook.ledger.Agreement.Program;
import io.tallybook.ledger.AgreementCount;
import io.tallybook.ledger.Entry;
import io.tallybook.ledger.LicenseNeed;
import io.tallybook.result.Figure;
import io.tallybook.terms.ProductKey;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Benefits stand in for no commercial license and lower no Enterprise Agreement (MPP-141, MPP-142). */
final class CommercialLicenses {
    private static final Set<Program> ENTERPRISE = Set.of(Program.EA, Program.EA_SUBSCRIPTION);
    private static final String PROGRAM_BENEFITS = "PROGRAM_BENEFITS";

    private final Partnership partnership;
    private final ResultWriter out;

    CommercialLicenses(Partnership partnership, ResultWriter out) {
        this.partnership = partnership;
        this.out = out;
    }

    void write() {
        partnership.dossier().all(LicenseNeed.class).forEach(this::writeNeed);
        writeCounts();
    }

    private void writeNeed(Entry<LicenseNeed> entry) {
        LicenseNeed row = entry.record();
        BigDecimal held = row.commercialHeld();
        BigDecimal program = row.programHeld();
        Figure.Builder figure = out.figure("license-need.uncovered", "need:" + row.need())
                .work("required", Numbers.plain(row.required()), "licenses")
                .work("held commercially", held == null ? "not known" : Numbers.plain(held), "licenses")
                .work(
                        "from the program, not counted",
                        program == null ? "not known" : Numbers.plain(program),
                        "licenses")
                .sources(Sources.of(entry));
        Verdict verdict;
        if (held == null) {
            String reason = "How many commercial licenses of " + row.product()
                    + " are held is not known: fill `commercial_held`.";
            figure.unknown(reason);
            verdict = Verdict.undetermined(reason);
        } else {
            BigDecimal open = row.required().subtract(held).max(BigDecimal.ZERO);
            figure.known(Numbers.plain(open));
            verdict = open.signum() == 0
                    ? Verdict.pass("Commercial licenses cover the need of " + row.product() + ".")
                    : Verdict.fail(Numbers.plain(open) + " licenses of " + row.product()
                            + " are covered by program benefits only, or not at all.");
        }
        out.add(figure);
        out.find("MPP-141", "need:" + row.need(), verdict.from(Sources.of(entry)));
    }

    private void writeCounts() {
        Set<String> enterprise = partnership.dossier().all(Agreement.class).stream()
                .map(Entry::record)
                .filter(agreement -> ENTERPRISE.contains(agreement.program()))
                .map(Agreement::agreement)
                .collect(Collectors.toSet());
        List<Entry<AgreementCount>> counts =
                partnership.upToDate(AgreementCount.class, AgreementCount::countedOn).stream()
                        .filter(entry -> enterprise.contains(entry.record().agreement()))
                        .toList();
        for (Entry<AgreementCount> count : counts) {
            counts.stream()
                    .filter(other -> isBefore(other.record(), count.record()))
                    .max(Comparator.comparing(other -> other.record().countedOn()))
                    .ifPresent(before -> out.find(
                            "MPP-142",
                            "agreement_count:" + count.record().agreementCount(),
                            compared(count.record(), before.record()).from(Sources.of(List.of(before, count)))));
        }
    }

    private static boolean isBefore(AgreementCount other, AgreementCount count) {
        return other.agreement().equals(count.agreement())
                && ProductKey.asWritten(other.product(), other.edition())
                        .equals(ProductKey.asWritten(count.product(), count.edition()))
                && other.countedOn().isBefore(count.countedOn());
    }

    private Verdict compared(AgreementCount count, AgreementCount before) {
        String what = count.product() + " under " + count.agreement() + ": " + Numbers.plain(count.quantity()) + " on "
                + count.countedOn() + ", " + Numbers.plain(before.quantity()) + " on " + before.countedOn();
        if (count.quantity().compareTo(before.quantity()) >= 0) {
            return Verdict.pass(what + ": not lower.");
        }
        String reason = Codes.of(count.reason());
        if (reason.equals(PROGRAM_BENEFITS)) {
            return Verdict.fail(what + ": lowered because program benefits were counted.");
        }
        if (!reason.isEmpty()) {
            return Verdict.pass(what + ": lowered for another reason, " + reason + ".");
        }
        Optional<Offer> held =
                partnership.offers().inForce(count.countedOn()).stream().findFirst();
        return held.map(offer -> Verdict.attest(what + ": lowered without a stated reason while " + offer.named()
                        + " was in force. Was it lowered for another reason than program benefits?"))
                .orElseGet(() -> Verdict.pass(what + ": lowered while no program offer was in force."));
    }
}
