package io.tallybook.analysis.coverage;

import io.tallybook.analysis.Bounded;
import io.tallybook.analysis.Numbers;
import io.tallybook.analysis.Sources;
import io.tallybook.analysis.Verdict;
import io.tallybook.analysis.coverage.Line.Relation;
import io.tallybook.ledger.Agreement;
import io.tallybook.ledger.Agreement.Program;
import io.tallybook.ledger.Entry;
import io.tallybook.ledger.Purchase.Offering;
import io.tallybook.ledger.SaTransition;
import io.tallybook.result.Figure;
import io.tallybook.terms.ProductKey;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Renewing a whole enrollment: expiring, renewed, moved and lapsing licenses, and deferred ones (SA-REN-05 to -08). */
final class EnterpriseRenewals {
    /** One product at the renewal. */
    private static final class Balance {
        private final String shown;
        private final List<Line> renewing = new ArrayList<>();
        private Optional<BigDecimal> ending = Optional.empty();
        private BigDecimal moved = BigDecimal.ZERO;
        private boolean anyMoved;

        Balance(String shown) {
            this.shown = shown;
        }

        BigDecimal renewed() {
            return renewing.stream().map(Line::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        /** What the renewal lines state, when all of them do; otherwise what ends by the lines of the agreement. */
        Optional<BigDecimal> expiring() {
            boolean stated = !renewing.isEmpty()
                    && renewing.stream().allMatch(line -> line.row().priorQuantity() != null);
            return stated
                    ? renewing.stream().map(line -> line.row().priorQuantity()).reduce(BigDecimal::add)
                    : ending;
        }

        String notKnown() {
            return "How much of " + shown + " expires is not known (prior_quantity, or a line that ends on that day).";
        }
    }

    private final Facts facts;
    private final CoverageResults out;

    EnterpriseRenewals(Facts facts, CoverageResults out) {
        this.facts = facts;
        this.out = out;
    }

    void write() {
        for (Entry<Agreement> entry : facts.agreements()) {
            if (entry.record().program() == Program.EA) {
                List<Line> renewals = facts.linesOf(entry.record()).stream()
                        .filter(line -> line.renewsFrom(Relation.SAME))
                        .toList();
                if (!renewals.isEmpty()) {
                    writeVersion(entry);
                    writeBalance(entry, renewals);
                }
            } else if (entry.record().program() == Program.EAP) {
                writeDeferred(entry);
            }
        }
    }

    private void writeVersion(Entry<Agreement> entry) {
        int oldest = facts.rules().number("ea-renewal-version");
        Integer agreement = entry.record().agreementVersion();
        Integer enrollment = entry.record().enrollmentVersion();
        String versions = "Agreement version " + (agreement == null ? "not known" : agreement) + ", enrollment version "
                + (enrollment == null ? "not known" : enrollment) + "; both have to be " + oldest + " or later.";
        boolean tooOld = (agreement != null && agreement < oldest) || (enrollment != null && enrollment < oldest);
        Verdict verdict = tooOld
                ? Verdict.fail(versions + " A new agreement or enrollment has to be signed.")
                : agreement == null || enrollment == null ? Verdict.undetermined(versions) : Verdict.pass(versions);
        out.find("SA-REN-05", Facts.subject(entry.record()), verdict.from(Sources.of(entry)));
    }

    private void writeBalance(Entry<Agreement> entry, List<Line> renewals) {
        Agreement agreement = entry.record();
        String subject = Facts.subject(agreement);
        boolean endsKnown = renewals.stream().allMatch(line -> line.priorEnd().isPresent());
        Optional<LocalDate> latest =
                renewals.stream().flatMap(line -> line.priorEnd().stream()).max(LocalDate::compareTo);
        Map<ProductKey, Balance> products = new LinkedHashMap<>();
        boolean anyMoved = false;
        if (latest.isPresent()) {
            fill(products, agreement, renewals, latest.get());
            products.forEach((product, balance) -> writeLapsing(subject, product, balance, agreement, latest.get()));
            anyMoved = products.values().stream().anyMatch(balance -> balance.anyMoved);
        }
        List<String> above = new ArrayList<>();
        List<String> open = new ArrayList<>();
        if (!endsKnown) {
            open.add("The end of the expiring SA of a renewal line is not known (prior_sa_end).");
        }
        List<String> aboveWithMoved = new ArrayList<>();
        List<String> openWithMoved = new ArrayList<>();
        for (Balance balance : products.values()) {
            Optional<BigDecimal> expiring = balance.expiring();
            if (expiring.isEmpty()) {
                open.add(balance.notKnown());
                if (balance.anyMoved) {
                    openWithMoved.add(balance.notKnown());
                }
                continue;
            }
            BigDecimal together = balance.renewed().add(balance.moved);
            if (balance.renewed().compareTo(expiring.get()) > 0) {
                above.add(balance.shown + ": " + Numbers.plain(balance.renewed()) + " renewed of "
                        + Numbers.plain(expiring.get()) + ".");
            }
            if (balance.anyMoved && together.compareTo(expiring.get()) > 0) {
                aboveWithMoved.add(balance.shown + ": " + Numbers.plain(balance.renewed()) + " renewed and "
                        + Numbers.plain(balance.moved) + " moved of " + Numbers.plain(expiring.get()) + ".");
            }
        }
        out.find("SA-REN-06", subject, verdict(above, open, "No product is renewed above what expires.", renewals));
        if (anyMoved) {
            out.find(
                    "SA-REN-07",
                    subject,
                    verdict(
                            aboveWithMoved,
                            openWithMoved,
                            "Renewed and moved licenses stay within what expires.",
                            renewals));
        }
    }

    private static Verdict verdict(List<String> failed, List<String> open, String passed, List<Line> renewals) {
        Verdict verdict = !failed.isEmpty()
                ? Verdict.fail(String.join(" ", failed))
                : !open.isEmpty() ? Verdict.undetermined(String.join(" ", open)) : Verdict.pass(passed);
        return verdict.from(Sources.of(renewals.stream().map(Line::entry).toList()));
    }

    private void fill(Map<ProductKey, Balance> products, Agreement agreement, List<Line> renewals, LocalDate day) {
        for (Line line : Expiring.lines(facts, agreement, day)) {
            Balance balance = balance(products, line.name(), agreement);
            balance.ending = Optional.of(balance.ending.orElse(BigDecimal.ZERO).add(line.quantity()));
        }
        renewals.stream()
                .filter(line -> line.priorEnd().filter(day::equals).isPresent())
                .forEach(line ->
                        balance(products, line.name(), agreement).renewing.add(line));
        for (Entry<SaTransition> entry : facts.transitions()) {
            SaTransition row = entry.record();
            boolean atRenewal =
                    row.transitionedOn().equals(day) || row.transitionedOn().equals(day.plusDays(1));
            if (row.agreement().equals(agreement.agreement()) && atRenewal) {
                Balance balance = balance(products, ProductName.of(row.product(), row.edition()), agreement);
                balance.moved = balance.moved.add(row.quantity());
                balance.anyMoved = true;
            }
        }
    }

    private Balance balance(Map<ProductKey, Balance> products, ProductName name, Agreement agreement) {
        return products.computeIfAbsent(
                name.full(), key -> new Balance(Shown.product(facts, agreement, key, name.shown())));
    }

    private void writeLapsing(String subject, ProductKey product, Balance balance, Agreement agreement, LocalDate day) {
        Bounded lapsing = balance.expiring()
                .map(expiring -> Bounded.known(expiring.subtract(balance.renewed())
                        .subtract(balance.moved)
                        .max(BigDecimal.ZERO)))
                .orElseGet(() -> Bounded.unknown(balance.notKnown()));
        Figure.Builder figure = out.figure("sa-renewal.lapsing", subject)
                .dimension(balance.shown)
                .work("end of the expiring SA", day.toString(), "date");
        balance.expiring().ifPresent(expiring -> figure.work("expiring", Numbers.plain(expiring), "licenses"));
        figure.work("renewed", Numbers.plain(balance.renewed()), "licenses")
                .work("moved to an Online Service or From SA", Numbers.plain(balance.moved), "licenses");
        List<Line> lines = new ArrayList<>(balance.renewing);
        Expiring.lines(facts, agreement, day).stream()
                .filter(line -> line.name().full().equals(product))
                .forEach(lines::add);
        out.add(figure.sources(Sources.of(lines.stream().map(Line::entry).toList())), lapsing);
    }

    private void writeDeferred(Entry<Agreement> entry) {
        Map<ProductKey, List<Line>> deferred = new LinkedHashMap<>();
        List<Line> lines = facts.linesOf(entry.record());
        lines.stream()
                .filter(line -> line.offers(Offering.SA_PRIOR_L))
                .forEach(line -> deferred.computeIfAbsent(line.name().full(), key -> new ArrayList<>())
                        .add(line));
        deferred.forEach((product, of) -> {
            List<Line> boughtOut = lines.stream()
                    .filter(line ->
                            line.offers(Offering.BUYOUT) && line.name().full().equals(product))
                    .toList();
            BigDecimal before = sum(of);
            BigDecimal paid = sum(boughtOut);
            List<Line> all = new ArrayList<>(of);
            all.addAll(boughtOut);
            out.add(
                    out.figure("sa-prior-l.open", Facts.subject(entry.record()))
                            .dimension(Shown.product(
                                    facts,
                                    entry.record(),
                                    product,
                                    of.get(0).name().shown()))
                            .work("deferred", Numbers.plain(before), "licenses")
                            .work("bought out", Numbers.plain(paid), "licenses")
                            .sources(Sources.of(all.stream().map(Line::entry).toList())),
                    Bounded.known(before.subtract(paid).max(BigDecimal.ZERO)));
        });
    }

    private static BigDecimal sum(List<Line> lines) {
        return lines.stream().map(Line::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
