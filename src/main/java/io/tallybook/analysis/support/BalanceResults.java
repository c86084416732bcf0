package io.tallybook.analysis.support;

import io.tallybook.analysis.Bounded;
import io.tallybook.analysis.Numbers;
import io.tallybook.analysis.Sources;
import io.tallybook.ledger.Entry;
import io.tallybook.ledger.Origin;
import io.tallybook.ledger.SupportCase;
import io.tallybook.result.Figure;
import io.tallybook.result.FindingStatus;
import io.tallybook.result.SourceRows;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Incidents used, pending, converted, subtracted, expired, lost, and the balance (SA-PRS-20, SA-MPS-09, SA-ADD-03, SA-SCE-12). */
final class BalanceResults {
    private static final String INCIDENTS = "incidents";
    private static final String ALL_CASES = "The support cases are taken as a complete list: no row means no case.";
    private static final String ALL_CONVERSIONS = "The conversions are taken as a complete list: no row means none.";

    private final UnitResults to;
    private final Position now;
    private final BigDecimal converted;

    private BalanceResults(UnitResults to) {
        this.to = to;
        now = to.now();
        converted = to.unit().converted(to.asOf());
    }

    static void write(UnitResults to) {
        BalanceResults results = new BalanceResults(to);
        results.writeUse();
        results.writeConverted();
        results.writeSubtracted();
        results.writeExpiry();
        results.writeBalance();
        if (to.unit().kind().givesBenefits()) {
            results.writeExpiryFinding();
            results.writeLost();
        }
    }

    private void writeUse() {
        List<Entry<SupportCase>> taken = new ArrayList<>();
        List<Entry<SupportCase>> open = new ArrayList<>();
        Figure.Builder used = to.figureWithoutLines("incidents.used").clauses("SA-PRS-07", "SA-PRS-08", "SA-WBI-05");
        Figure.Builder pending = to.figureWithoutLines("incidents.pending").clauses("SA-WBI-05", "SA-WBI-06");
        for (CaseFacts facts : to.unit().cases()) {
            CaseUse use = CaseUse.on(to.asOf(), facts, now.sce().unlimitedFrom());
            if (use.incidents() > 0
                    && !use.day().orElseThrow().isBefore(to.unit().agreement().start())) {
                used.work(
                        "case " + facts.row().caseId() + ", " + use.day().orElseThrow(),
                        Long.toString(use.incidents()));
                taken.add(facts.entry());
            }
            if (use.pending()) {
                pending.work("case " + facts.row().caseId(), Long.toString(facts.issues()));
                open.add(facts.entry());
            }
        }
        List<String> rejected = to.rejections().of("support_cases", to.unit().id());
        to.add(
                used.assume(ALL_CASES).assume(rejected).sources(Sources.of(taken)),
                Bounded.known(now.used()),
                INCIDENTS);
        to.add(
                pending.assume(ALL_CASES)
                        .assume("Pending incidents are not deducted from the balance.")
                        .assume(rejected)
                        .sources(Sources.of(open)),
                Bounded.known(now.pending()),
                INCIDENTS);
    }

    private void writeConverted() {
        Figure.Builder figure = to.figureWithoutLines("incidents.converted")
                .clauses("SA-CNV-01", "SA-CNV-06")
                .assume(ALL_CONVERSIONS)
                .assume(to.rejections().of("incident_conversions", to.unit().id()))
                .sources(Sources.of(to.unit().conversions()));
        for (var row : to.unit().conversions()) {
            BigDecimal counted =
                    Unit.counted(row.record(), to.unit().kind(), to.unit().agreement());
            figure.work(
                    "conversion " + row.record().conversion() + ", "
                            + row.record().date() + (counted.signum() == 0 ? ", not counted" : ""),
                    Numbers.plain(counted));
        }
        to.add(figure, Bounded.known(converted), INCIDENTS);
    }

    private void writeSubtracted() {
        now.subtracted().ifPresent(subtracted -> {
            Figure.Builder figure = to.figure("incidents.subtracted")
                    .clauses("SA-SCE-12")
                    .assume("All incidents of the enrollment are meant, not only those of the component.")
                    .sources(to.saSources());
            for (LocalDate start : now.sce().starts()) {
                figure.work("unlimited from", start.toString());
            }
            to.add(figure, subtracted, INCIDENTS);
        });
    }

    private void writeExpiry() {
        CoverageEnd expiry = now.expiry();
        if (expiry.held() && to.unit().kind().givesBenefits()) {
            addEnd(to, to.figure("incidents.expiry").clauses(expiryClause()), expiry);
        }
    }

    /** Adds a coverage end as a date. */
    static void addEnd(UnitResults to, Figure.Builder figure, CoverageEnd end) {
        String reason = end.isKnown()
                ? ""
                : "Lines without coverage_end may run longer; coverage_end of those lines settles it.";
        String day = end.day().map(LocalDate::toString).orElse("");
        to.out()
                .add(figure.unit("date")
                        .state(end.state(), day, reason)
                        .assume(
                                "The latest end among the lines of products that are still held; the day itself is included.")
                        .work("lines looked at", Integer.toString(end.lines().size()), "lines")
                        .sources(UnitResults.rows(end.lines()))
                        .build());
    }

    private String expiryClause() {
        return to.unit().kind() == ProgramKind.MPSA ? "SA-MPS-09" : "SA-PRS-20";
    }

    private void writeBalance() {
        Bounded expired = now.expired(converted);
        Bounded balance = now.balance(converted);
        List<SourceRows> sources = balanceSources();
        Figure.Builder lapsed = to.figure("incidents.expired")
                .clauses(expiryClause())
                .assume("Unused incidents can be used through the last day of SA; a renewal does not carry them over.")
                .sources(sources);
        Figure.Builder left = to.figure("incidents.balance")
                .clauses(balanceClauses())
                .assume(ALL_CASES)
                .assume(ALL_CONVERSIONS)
                .assume("Pending incidents are not deducted; a balance below zero is overdrawn and stays so.")
                .assume(to.rejections().of("support_cases", to.unit().id()))
                .assume(to.rejections().of("incident_conversions", to.unit().id()))
                .sources(sources);
        Bounded total = now.awards().total();
        left.work("awarded", total.isUnknown() ? "unknown" : Numbers.plain(total.value()), INCIDENTS)
                .work("less used", Numbers.plain(now.used()), INCIDENTS)
                .work("less converted", Numbers.plain(converted), INCIDENTS);
        now.subtracted().ifPresent(sub -> left.work("less subtracted", Numbers.plain(sub.value()), INCIDENTS));
        left.work("less expired", expired.isUnknown() ? "unknown" : Numbers.plain(expired.value()), INCIDENTS);
        now.expiry().day().ifPresent(day -> lapsed.work("SA ends", day.toString()));
        to.add(lapsed, expired, INCIDENTS);
        to.add(left, balance, INCIDENTS);
    }

    private List<SourceRows> balanceSources() {
        List<Origin> rows = new ArrayList<>();
        to.unit().saLines().forEach(line -> rows.add(line.origin()));
        to.unit().cases().forEach(facts -> rows.add(facts.entry().origin()));
        to.unit().conversions().forEach(conversion -> rows.add(conversion.origin()));
        return Sources.ofOrigins(rows);
    }

    private List<String> balanceClauses() {
        return to.unit().kind() == ProgramKind.MPSA
                ? List.of("SA-MPS-06", "SA-MPS-09", "SA-ADD-03")
                : List.of("SA-PRS-15", "SA-PRS-16", "SA-PRS-20", "SA-PRS-21", "SA-CNV-06", "SA-ADD-03");
    }

    /** SA-PRS-20, under MPSA SA-MPS-09. */
    private void writeExpiryFinding() {
        Bounded total = now.awards().total();
        if (total.isKnown() && total.value().signum() == 0) {
            return;
        }
        CoverageEnd expiry = now.expiry();
        Bounded expired = now.expired(converted);
        Bounded balance = now.balance(converted);
        Optional<LocalDate> day = expiry.day();
        LocalDate warnUntil = to.asOf().plusDays(to.rules().settings().warningDays());
        boolean soon = day.map(end -> !end.isBefore(to.asOf()) && !end.isAfter(warnUntil))
                .orElse(false);
        FindingStatus status;
        String reason;
        if (expired.isAbove(BigDecimal.ZERO)) {
            status = FindingStatus.FAIL;
            reason = Numbers.plain(expired.value()) + " unused incidents have expired"
                    + day.map(end -> " with the SA on " + end).orElse(": no product with SA is left") + ".";
        } else if (soon && expiry.isKnown() && balance.isAbove(BigDecimal.ZERO)) {
            status = FindingStatus.AT_RISK;
            reason = Numbers.plain(balance.value()) + " incidents are left and can be used through " + day.orElseThrow()
                    + ".";
        } else if (expiry.isUnknown() || balance.isUnknown() || isUndecided(expired, balance, soon)) {
            status = FindingStatus.UNDETERMINED;
            reason = "What is left, or when it expires, is not known exactly. " + balance.reason()
                    + (expiry.held() && !expiry.isKnown() ? " Lines without coverage_end may run longer." : "");
        } else {
            status = FindingStatus.PASS;
            reason = "No unused incident has expired, and none expires by " + warnUntil + ".";
        }
        to.find(expiryClause(), to.unit().subject(), status, day, reason.strip());
    }

    /** Would the exact number change the verdict? */
    private boolean isUndecided(Bounded expired, Bounded balance, boolean soon) {
        boolean expiredOpen = !expired.isKnown() && !expired.isAtMost(BigDecimal.ZERO);
        boolean balanceOpen = soon && !balance.isAtMost(BigDecimal.ZERO);
        return expiredOpen || balanceOpen;
    }

    /** incidents.lost, and SA-ADD-03 or under MPSA SA-PTS-04. */
    private void writeLost() {
        List<PurchaseLine> negative = to.unit().saLines().stream()
                .filter(PurchaseLine::isNegativeSaOfTerm)
                .toList();
        if (negative.isEmpty()) {
            return;
        }
        String clause = to.unit().kind() == ProgramKind.MPSA ? "SA-PTS-04" : "SA-ADD-03";
        Bounded total = now.awards().total();
        if (!total.isKnown()) {
            to.find(
                    clause,
                    FindingStatus.UNDETERMINED,
                    "Returns or credits take part, and the award is not known exactly. " + total.reason());
            return;
        }
        BigDecimal without = now.totalWithoutNegativeLines().value();
        BigDecimal lost = without.subtract(total.value());
        to.add(
                to.figure("incidents.lost")
                        .clauses(clause)
                        .assume("A return is deducted in its own agreement and pool, whatever sign it is printed with.")
                        .work(
                                "award without the negative lines (" + negative.size() + ")",
                                Numbers.plain(without),
                                INCIDENTS)
                        .work("less the award", Numbers.plain(total.value()), INCIDENTS)
                        .sources(UnitResults.rows(negative)),
                Bounded.known(lost),
                INCIDENTS);
        writeLostFinding(clause, lost);
    }

    private void writeLostFinding(String clause, BigDecimal lost) {
        Bounded balance = now.balance(converted);
        boolean eligibilityLost = !to.active().isAnyActive()
                && SaActivity.of(
                                to.unit().saLines().stream()
                                        .filter(line -> !line.isNegativeSaOfTerm())
                                        .toList(),
                                to.asOf())
                        .isAnyActive();
        boolean overdrawn = lost.signum() > 0 && balance.isBelow(BigDecimal.ZERO);
        String took = "Returns and credits took away " + Numbers.plain(lost) + " incidents";
        if (overdrawn || eligibilityLost) {
            to.find(
                    clause,
                    FindingStatus.FAIL,
                    took + (overdrawn ? "; the balance is overdrawn at " + Numbers.plain(balance.value()) : "")
                            + (eligibilityLost ? "; without them SA would still be active" : "") + ".");
        } else {
            boolean some = lost.signum() > 0;
            to.find(clause, some ? FindingStatus.AT_RISK : FindingStatus.PASS, took + ".");
        }
    }
}
