package io.tallybook.analysis.azure;

import io.tallybook.analysis.Verdict;
import io.tallybook.ledger.Entry;
import io.tallybook.ledger.SolutionCharge;
import io.tallybook.ledger.YesNo;
import io.tallybook.money.FxRates;
import io.tallybook.result.Figure;
import io.tallybook.result.FindingStatus;
import io.tallybook.result.SourceRows;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares what one solution costs on Azure with what its end customers were charged (ACS-18 to ACS-21, ACS-38, ACS-39). */
final class SolutionCosts {
    private final String solution;
    private final String subject;
    private final SolutionLines lines;
    private final FxRates rates;
    private final AzureResults results;
    private final AzureTerms.Value limit;
    private final AzureTerms.Value inferencingLimit;
    private final SolutionSum.In currency;
    private final Share whole;

    SolutionCosts(String solution, SolutionLines lines, FxRates rates, AzureResults results) {
        this.solution = solution;
        this.subject = "solution:" + solution;
        this.lines = lines;
        this.rates = rates;
        this.results = results;
        this.limit = results.terms().costShareLimit(lines.period().end());
        this.inferencingLimit =
                results.terms().inferencingShareLimit(lines.period().end());
        this.currency = SolutionSum.In.of(lines.of(solution), lines.charged(solution));
        this.whole = share(lines.of(solution), lines.charged(solution));
    }

    private Share share(List<SolutionLines.Line> cost, List<Entry<SolutionCharge>> charged) {
        return new Share(
                "Azure cost of",
                SolutionSum.ofLines(currency, rates, cost),
                SolutionSum.ofCharges(currency, rates, charged),
                charged.size());
    }

    private boolean hasCharges() {
        return whole.chargeRows() > 0;
    }

    /** What no figure of the solution can be had for, as it cannot be put into its currency; empty if there is nothing. */
    private String notConverted() {
        return (whole.cost().notConverted() + " " + whole.charged().notConverted()).strip();
    }

    private String period() {
        return "In " + lines.period() + ": ";
    }

    /** Writes the sums and shares of the whole, of each month and of each end customer. */
    void writeFigures() {
        String notConverted = notConverted();
        Figure.Builder cost = results.figure("solution.azure-cost", subject)
                .unit(currency.unit().getCode())
                .work("solution period", lines.period().toString())
                .work(whole.cost().steps())
                .work(LeftOut.steps(lines.leftOut(solution)))
                .sources(whole.cost().sources());
        String problem = notConverted.isEmpty() ? whole.cost().problem() : notConverted + ".";
        results.add(problem.isEmpty() ? known(cost, whole.cost()) : cost.unknown(problem));
        Figure.Builder charged = results.figure("solution.charged", subject)
                .unit(currency.unit().getCode())
                .work("solution period", lines.period().toString())
                .work(whole.charged().steps())
                .sources(whole.charged().sources());
        if (!hasCharges()) {
            results.add(charged.unknown("No `solution_charges` row falls into " + lines.period() + ": deliver them."));
        } else {
            results.add(notConverted.isEmpty() ? known(charged, whole.charged()) : charged.unknown(notConverted + "."));
        }
        writeTestedShare("solution.azure-cost-share", whole, limit);
        for (YearMonth month : lines.months(solution)) {
            writeShare("solution.azure-cost-share-month", subject, month.toString(), ofMonth(month));
        }
        for (String customer : lines.endCustomers(solution)) {
            writeShare("solution.customer-cost-share", subject + "/end_customer:" + customer, "", ofCustomer(customer));
        }
    }

    private static Figure.Builder known(Figure.Builder figure, SolutionSum sum) {
        return figure.known(Amounts.text(sum.total().orElse(BigDecimal.ZERO), sum.currency()));
    }

    /** Writes the share of the whole, with the two sides of the exact test. */
    private void writeTestedShare(String measure, Share share, AzureTerms.Value tested) {
        writeShare(worked(measure, subject, share).work(share.sides(tested)), share);
    }

    private void writeShare(String measure, String about, String dimension, Share share) {
        writeShare(worked(measure, about, share).dimension(dimension), share);
    }

    private Figure.Builder worked(String measure, String about, Share share) {
        return results.figure(measure, about)
                .work(share.cost().steps())
                .work(share.charged().steps())
                .sources(sources(share));
    }

    private void writeShare(Figure.Builder figure, Share share) {
        results.add(share.percent()
                .map(percent -> figure.work(
                                share.cost().text() + " x 100 / "
                                        + share.charged().text() + ", cut after 4 decimals",
                                Amounts.plain(percent),
                                "percent")
                        .known(Amounts.plain(percent)))
                .orElseGet(() -> figure.unknown(noShare(share))));
    }

    private static String noShare(Share share) {
        if (share.chargeRows() == 0) {
            return "Nothing is known of what was charged: deliver `solution_charges`.";
        }
        return share.isKnown() ? share.text() + ": a share needs a positive price." : share.problem();
    }

    private static List<SourceRows> sources(Share share) {
        Set<SourceRows> sources = new LinkedHashSet<>(share.cost().sources());
        sources.addAll(share.charged().sources());
        return List.copyOf(sources);
    }

    private Share ofMonth(YearMonth month) {
        return share(
                lines.of(solution, line -> line.month().equals(month)),
                lines.charged(solution, row -> YearMonth.from(row.date()).equals(month)));
    }

    private Share ofCustomer(String customer) {
        return share(
                lines.of(solution, line -> line.endCustomer().equals(customer)),
                lines.charged(solution, row -> row.endCustomer().equals(customer)));
    }

    /**
     * Writes ACS-18, ACS-19 and ACS-20, and returns ACS-18.
     *
     * @param azureDelivered  whether Azure is delivered to end customers
     */
    Verdict writeFindings(YesNo azureDelivered) {
        Verdict test = azureDelivered.isNo() && !hasCharges()
                ? Verdict.notApplicable("Azure is not delivered to end customers, and nothing is charged for it.")
                : whole.test(limit);
        Verdict share = results.find(
                "ACS-18",
                subject,
                test.with(test.status(), period() + test.reason()).from(sources(whole)));
        if (hasCharges()) {
            results.find("ACS-19", subject, months());
            for (String customer : lines.endCustomers(solution)) {
                Share own = ofCustomer(customer);
                results.find(
                        "ACS-20",
                        subject + "/end_customer:" + customer,
                        customer(own).from(sources(own)));
            }
        }
        return share;
    }

    private Verdict months() {
        if (limit.isMissing()) {
            return Verdict.undetermined(limit.missing());
        }
        Map<String, Verdict> parts = new LinkedHashMap<>();
        for (YearMonth month : lines.months(solution)) {
            Share share = ofMonth(month);
            Verdict verdict = Verdict.pass(share.text());
            if (!share.isKnown()) {
                verdict = Verdict.undetermined(share.problem());
            } else if (share.isAtLimit(limit.number())) {
                verdict = Verdict.atRisk(share.text() + ".");
            }
            parts.put(month.toString(), verdict.from(sources(share)));
        }
        return Verdict.worst(parts);
    }

    private Verdict customer(Share share) {
        if (limit.isMissing()) {
            return Verdict.undetermined(limit.missing());
        }
        if (!share.isKnown()) {
            return Verdict.undetermined(share.problem());
        }
        if (!share.hasPositiveSide()) {
            return Verdict.undetermined(share.text() + ": neither is above zero.");
        }
        return share.isAtLimit(limit.number())
                ? Verdict.atRisk(period() + share.text() + ": review.")
                : Verdict.pass(period() + share.text() + ".");
    }

    /** Writes the inferencing charges with their share, and returns ACS-38. */
    Verdict writeInferencing() {
        List<Entry<SolutionCharge>> charged = lines.charged(solution);
        long stated = charged.stream()
                .filter(entry -> entry.record().inferencingAmount() != null)
                .count();
        Figure.Builder figure = results.figure("solution.inferencing-charges", subject)
                .unit(currency.unit().getCode());
        if (charged.isEmpty() || (stated > 0 && stated < charged.size())) {
            String reason = charged.isEmpty()
                    ? "No `solution_charges` row falls into " + lines.period() + ": deliver them."
                    : (charged.size() - stated) + " of " + charged.size()
                            + " charges do not say what part of them is inferencing: fill `inferencing_amount`, with 0"
                            + " where there is none.";
            return inferencingUnknown(figure, reason);
        }
        if (!notConverted().isEmpty()) {
            return inferencingUnknown(figure, notConverted() + ".");
        }
        boolean proxy = stated == 0;
        SolutionSum inferencing = proxy
                ? SolutionSum.ofLines(
                        currency,
                        rates,
                        lines.of(
                                solution,
                                line -> line.part()
                                        .charge()
                                        .line()
                                        .soldDirectly()
                                        .isYes()))
                : SolutionSum.ofInferencing(currency, rates, charged);
        if (proxy) {
            figure.assume(
                    "Proxy: no charge says what part of it is inferencing, so the provider's own cost of the models"
                            + " sold directly by Azure is taken.");
        }
        figure.work(inferencing.steps()).sources(inferencing.sources());
        results.add(
                inferencing.problem().isEmpty() ? known(figure, inferencing) : figure.unknown(inferencing.problem()));
        Share share = new Share("Inferencing charges of", inferencing, whole.charged(), charged.size());
        writeTestedShare("solution.inferencing-share", share, inferencingLimit);
        Verdict test = share.test(inferencingLimit);
        Verdict verdict = test.with(test.status(), period() + test.reason()).from(sources(share));
        return results.find(
                "ACS-38",
                subject,
                proxy && !verdict.is(FindingStatus.UNDETERMINED)
                        ? verdict.assuming("Proxy: the provider's own cost of the models is taken.")
                        : verdict);
    }

    private Verdict inferencingUnknown(Figure.Builder charges, String reason) {
        results.add(charges.unknown(reason));
        results.add(results.figure("solution.inferencing-share", subject).unknown(reason));
        return results.find("ACS-38", subject, Verdict.undetermined(reason));
    }

    /** Charge rows of the period that print an Azure meter. */
    List<Entry<SolutionCharge>> withMeter() {
        return new ArrayList<>(lines.charged(solution, row -> !row.azureMeter().isEmpty()));
    }
}
