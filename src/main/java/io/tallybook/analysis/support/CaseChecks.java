package io.tallybook.analysis.support;

import io.tallybook.ledger.Entry;
import io.tallybook.ledger.License;
import io.tallybook.ledger.Lifecycle;
import io.tallybook.ledger.SupportCase;
import io.tallybook.ledger.SupportCase.Channel;
import io.tallybook.ledger.SupportCase.Severity;
import io.tallybook.ledger.SupportCase.Status;
import io.tallybook.ledger.YesNo;
import io.tallybook.result.Finding;
import io.tallybook.result.FindingStatus;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether a support case was in order: product in support, right balance, right hours, covered copy (SA-PRS, SA-MPS, SA-WBI, SA-SCE). */
final class CaseChecks {
    private final Rulebook rules;
    private final CaseResults to;
    private final Map<String, Entry<License>> licenses;
    private final boolean hasMpsa;
    private final boolean hasOther;
    private final Map<String, Optional<LocalDate>> saStarts = new HashMap<>();

    /**
     * @param to  writes the findings
     * @param licenses  the account's license positions by id
     * @param hasMpsa  has the account an MPSA agreement
     * @param hasOther  has it another agreement with SA benefits
     */
    CaseChecks(
            Rulebook rules, CaseResults to, Map<String, Entry<License>> licenses, boolean hasMpsa, boolean hasOther) {
        this.rules = rules;
        this.to = to;
        this.licenses = licenses;
        this.hasMpsa = hasMpsa;
        this.hasOther = hasOther;
    }

    /**
     * Judges a case.
     *
     * @param unit  its agreement, or null if it names none that was delivered
     * @param unlimitedFrom  the unlimited starts of its agreement
     */
    void write(CaseFacts facts, @Nullable Unit unit, Map<SceComponent, LocalDate> unlimitedFrom) {
        if (!facts.isCancelledOrRefused()) {
            if (isUnlimited(facts, unlimitedFrom)) {
                writeExtended(facts);
            } else {
                writeMainstream(facts);
            }
            writeCopy(facts);
        }
        writeRemediation(facts);
        writeCharge(facts, unit);
        if (unit != null && unit.kind().givesBenefits() && !facts.isCancelled()) {
            writeHours(facts, unit);
            if (unit.kind() == ProgramKind.MPSA) {
                writeStart(facts, unit);
            }
        }
    }

    private static boolean isUnlimited(CaseFacts facts, Map<SceComponent, LocalDate> unlimitedFrom) {
        LocalDate from = facts.component() == null ? null : unlimitedFrom.get(facts.component());
        return from != null && !facts.opened().isBefore(from);
    }

    private boolean isOpen(CaseFacts facts) {
        Status status = facts.row().status();
        return (status == null || status == Status.OPEN || status == Status.RESOLVED)
                && !facts.isResolvedBy(rules.asOf());
    }

    /** SA-PRS-04. */
    private void writeMainstream(CaseFacts facts) {
        SupportCase row = facts.row();
        if (row.esuCovered().isYes()) {
            to.find(
                    "SA-PRS-04",
                    facts,
                    FindingStatus.PASS,
                    "The server had Extended Security Updates for this version.");
            return;
        }
        Optional<Entry<Lifecycle>> lifecycle = rules.lifecycles().find(row);
        LocalDate end = lifecycle.map(entry -> entry.record().mainstreamEnd()).orElse(null);
        boolean modern = lifecycle.map(entry -> entry.record().modern().isYes()).orElse(false);
        if (modern || end == null || row.product().isBlank()) {
            to.find("SA-PRS-04", facts, FindingStatus.UNDETERMINED, missing(row, lifecycle, modern));
            return;
        }
        if (facts.opened().isAfter(end)) {
            to.find(
                    "SA-PRS-04",
                    facts,
                    FindingStatus.FAIL,
                    "Opened on " + facts.opened() + ", after Mainstream Support ended on " + end + ".");
            return;
        }
        boolean soon = isOpen(facts)
                && !end.isBefore(rules.asOf())
                && !end.isAfter(rules.asOf().plusDays(rules.settings().warningDays()));
        Finding finding = to.finding(
                "SA-PRS-04",
                facts,
                soon ? FindingStatus.AT_RISK : FindingStatus.PASS,
                "Opened on " + facts.opened() + "; Mainstream Support runs through " + end
                        + (soon ? ", and the case is still open." : "."));
        to.add(soon ? finding.withDate(Optional.of(end)) : finding);
    }

    private static String missing(SupportCase row, Optional<Entry<Lifecycle>> lifecycle, boolean modern) {
        if (row.product().isBlank() || Lifecycles.version(row).isBlank()) {
            return "Product or version of the case is not known; these settle it.";
        }
        if (modern) {
            return "The product is under the Modern Lifecycle, which has no Mainstream phase.";
        }
        return lifecycle.isEmpty()
                ? "The table lifecycle has no row for " + row.product() + " " + Lifecycles.version(row)
                        + "; one settles it."
                : "The row of the table lifecycle gives no end; it settles it.";
    }

    /** SA-SCE-06. */
    private void writeExtended(CaseFacts facts) {
        SupportCase row = facts.row();
        if (row.esuCovered().isYes()) {
            to.find(
                    "SA-SCE-06",
                    facts,
                    FindingStatus.PASS,
                    "The server had Extended Security Updates for this version.");
            return;
        }
        Optional<Entry<Lifecycle>> lifecycle = rules.lifecycles().find(row);
        LocalDate extended =
                lifecycle.map(entry -> entry.record().extendedEnd()).orElse(null);
        LocalDate end = extended == null
                ? lifecycle.map(entry -> entry.record().mainstreamEnd()).orElse(null)
                : extended;
        if (end == null) {
            to.find("SA-SCE-06", facts, FindingStatus.UNDETERMINED, missing(row, lifecycle, false));
            return;
        }
        boolean late = facts.opened().isAfter(end);
        to.find(
                "SA-SCE-06",
                facts,
                late ? FindingStatus.FAIL : FindingStatus.PASS,
                "Opened on " + facts.opened() + "; support " + (late ? "ended on " : "runs through ") + end + ".");
    }

    /** SA-PRS-06. */
    private void writeRemediation(CaseFacts facts) {
        LocalDate notice = facts.row().noticeDate();
        Optional<Long> days = rules.table("remediation-days")
                .edition()
                .map(edition -> edition.number().longValueExact());
        if (notice == null || notice.isAfter(rules.asOf()) || days.isEmpty()) {
            return;
        }
        LocalDate deadline = notice.plusDays(days.get());
        LocalDate done = facts.row().remediated();
        FindingStatus status;
        String reason = "Notice was given on " + notice + "; the implementation had to be supportable by " + deadline;
        if (done != null && !done.isAfter(rules.asOf())) {
            status = done.isAfter(deadline) ? FindingStatus.FAIL : FindingStatus.PASS;
            reason += " and was on " + done + (done.equals(deadline) ? ", the last day." : ".");
        } else {
            status = deadline.isBefore(rules.asOf()) ? FindingStatus.FAIL : FindingStatus.AT_RISK;
            reason += status == FindingStatus.FAIL ? " and is not yet." : "; it is not yet.";
        }
        to.add(to.finding("SA-PRS-06", facts, status, reason).withDate(Optional.of(deadline)));
    }

    /** SA-PRS-21, under MPSA SA-MPS-10. */
    private void writeCharge(CaseFacts facts, @Nullable Unit unit) {
        SupportCase row = facts.row();
        if (row.agreement().isEmpty()) {
            String reason = "The case names no agreement and is charged to nobody; its agreement settles it.";
            if (hasOther) {
                to.find("SA-PRS-21", facts, FindingStatus.UNDETERMINED, reason);
            }
            if (hasMpsa) {
                to.find("SA-MPS-10", facts, FindingStatus.UNDETERMINED, reason);
            }
            return;
        }
        if (unit == null || !unit.kind().givesBenefits() || row.chargedTo().isEmpty()) {
            return;
        }
        boolean mpsa = unit.kind() == ProgramKind.MPSA;
        String clause = mpsa ? "SA-MPS-10" : "SA-PRS-21";
        if (row.chargedTo().equals(row.agreement())) {
            to.find(clause, facts, FindingStatus.PASS, "Charged to its own agreement " + row.agreement() + ".");
            return;
        }
        boolean merged = mpsa
                && rules.statements()
                        .valid(clause, facts.subject(), rules.asOf())
                        .filter(entry -> entry.record().answer() == YesNo.YES)
                        .isPresent();
        to.find(
                clause,
                facts,
                merged ? FindingStatus.PASS : FindingStatus.FAIL,
                "Charged to " + row.chargedTo() + " instead of its own agreement " + row.agreement()
                        + (merged ? "; the accounts are stated to be merged." : "; it counts against its own."));
    }

    /** SA-PRS-23, under MPSA SA-MPS-11. */
    private void writeHours(CaseFacts facts, Unit unit) {
        SupportCase row = facts.row();
        if (row.channel() != Channel.PHONE) {
            return;
        }
        String clause = unit.kind() == ProgramKind.MPSA ? "SA-MPS-11" : "SA-PRS-23";
        Optional<BusinessCalendar> hours = rules.settings().calendar();
        if (row.severity() == Severity.A) {
            to.find(clause, facts, FindingStatus.PASS, "A critical case may be opened at any hour.");
        } else if (hours.isEmpty()) {
            to.find(
                    clause,
                    facts,
                    FindingStatus.UNDETERMINED,
                    "Business hours are not known; the setting business-hours settles it.");
        } else if (hours.get().isOpen(row.opened())) {
            to.find(clause, facts, FindingStatus.PASS, "Opened within business hours.");
        } else {
            boolean known = row.severity() != null;
            to.find(
                    clause,
                    facts,
                    known ? FindingStatus.FAIL : FindingStatus.UNDETERMINED,
                    known
                            ? "Opened by phone outside business hours with severity " + row.severity()
                                    + "; only critical cases may be."
                            : "Opened by phone outside business hours; its severity is not known and settles it.");
        }
    }

    /** SA-MPS-07. */
    private void writeStart(CaseFacts facts, Unit unit) {
        if (facts.row().channel() != Channel.PHONE) {
            return;
        }
        Optional<LocalDate> first = saStarts.computeIfAbsent(unit.id(), id -> saStart(unit));
        if (first.isEmpty()) {
            to.find(
                    "SA-MPS-07",
                    facts,
                    FindingStatus.UNDETERMINED,
                    "No SA line gives the first day of its coverage; coverage_start settles it.");
            return;
        }
        boolean early = facts.opened().isBefore(first.get());
        to.find(
                "SA-MPS-07",
                facts,
                early ? FindingStatus.FAIL : FindingStatus.PASS,
                "Opened on " + facts.opened() + "; the account's SA begins on " + first.get() + ".");
    }

    private static Optional<LocalDate> saStart(Unit unit) {
        return unit.saLines().stream()
                .flatMap(line -> Optional.ofNullable(line.coverageStart()).stream())
                .min(LocalDate::compareTo);
    }

    /** SA-WBI-08. */
    private void writeCopy(CaseFacts facts) {
        SupportCase row = facts.row();
        if (row.channel() != Channel.WEB) {
            return;
        }
        if (row.license().isEmpty()) {
            to.ask("SA-WBI-08", facts, "Was the request about a licensed copy of server software with active SA?");
            return;
        }
        Entry<License> license = licenses.get(row.license());
        YesNo sa = license == null ? YesNo.UNKNOWN : WebSupport.saOn(facts.opened(), license.record());
        switch (sa) {
            case YES ->
                to.find(
                        "SA-WBI-08",
                        facts,
                        FindingStatus.PASS,
                        "SA of " + row.license() + " was active on " + facts.opened() + ".");
            case NO ->
                to.find(
                        "SA-WBI-08",
                        facts,
                        FindingStatus.FAIL,
                        "SA of " + row.license() + " was not active on " + facts.opened() + ".");
            case UNKNOWN ->
                to.find(
                        "SA-WBI-08",
                        facts,
                        FindingStatus.UNDETERMINED,
                        license == null
                                ? "The license " + row.license() + " is not in the table licenses; its row settles it."
                                : "The SA dates of " + row.license() + " are not complete; they settle it.");
        }
    }
}
