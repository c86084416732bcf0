package io.tallybook.analysis.support;

import io.tallybook.analysis.Assessment;
import io.tallybook.analysis.Bounded;
import io.tallybook.analysis.Numbers;
import io.tallybook.analysis.Sources;
import io.tallybook.ledger.Agreement;
import io.tallybook.ledger.Entry;
import io.tallybook.ledger.IncidentConversion;
import io.tallybook.ledger.IncidentConversion.Kind;
import io.tallybook.ledger.IncidentConversion.Target;
import io.tallybook.result.Figure;
import io.tallybook.result.Finding;
import io.tallybook.result.FindingStatus;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Conversions of incidents to Unified and Premier services (SA-CNV-01 to -05, -07, SA-SCE-13). */
final class ConversionResults {
    private final String account;
    private final Unit unit;
    private final Position now;
    private final Rulebook rules;
    private final Assessment out;
    private Position thatDay;

    ConversionResults(String account, Unit unit, Position now, Rulebook rules, Assessment out) {
        this.account = account;
        this.unit = unit;
        this.now = now;
        this.rules = rules;
        this.out = out;
        thatDay = now;
    }

    /** Judges the conversions in the order of their days and ids, so that each meets what the earlier ones left. */
    void write() {
        BigDecimal before = BigDecimal.ZERO;
        for (Entry<IncidentConversion> entry : unit.conversions()) {
            IncidentConversion row = entry.record();
            if (row.kind() != Kind.ADJUSTMENT) {
                boolean back = row.incidents() < 0;
                find(
                        "SA-CNV-07",
                        entry,
                        back ? FindingStatus.FAIL : FindingStatus.PASS,
                        back
                                ? "Converted incidents never go back; " + -row.incidents() + " would."
                                : "Nothing is given back.");
                if (row.incidents() > 0) {
                    writePositive(entry, before);
                }
            }
            before = before.add(Unit.counted(row, unit.kind(), unit.agreement()));
        }
    }

    private void writePositive(Entry<IncidentConversion> entry, BigDecimal before) {
        IncidentConversion row = entry.record();
        writeHours(entry);
        Bounded balance = unit.kind() == ProgramKind.MPSA
                ? Bounded.known(0)
                : positionOn(row.date()).balance(before);
        writeBalance(entry, balance);
        if (row.target() == Target.DSE_HOURS) {
            ask("SA-CNV-02", entry, "Do the engineer's hours serve reactive support only?");
        }
        writePlan(entry);
        ask("SA-CNV-05", entry, "Were extra Support Account Management hours bought where they were needed?");
        writeUnlimited(entry, balance);
    }

    /** One position a day: conversions of one day share it. */
    private Position positionOn(LocalDate day) {
        if (!thatDay.day().equals(day)) {
            thatDay = Position.on(day, unit, rules);
        }
        return thatDay;
    }

    private void writeHours(Entry<IncidentConversion> entry) {
        IncidentConversion row = entry.record();
        Figure.Builder figure = Figure.of("conversion.hours", account, subject(entry))
                .edition(rules.edition())
                .unit("hours")
                .clauses("SA-CNV-04")
                .assume("The rate is the one that the Premier account team gave; it is never assumed.")
                .work("incidents", row.incidents().toString(), "incidents")
                .sources(Sources.of(entry));
        BigDecimal rate = row.rate();
        out.add(
                rate == null
                        ? figure.unknown("The rate is blank; the Premier account team gives it.")
                                .build()
                        : figure.work("hours per incident", rate.toPlainString(), "hours")
                                .known(Numbers.plain(rate.multiply(BigDecimal.valueOf(row.incidents()))))
                                .build());
    }

    /** SA-CNV-01. */
    private void writeBalance(Entry<IncidentConversion> entry, Bounded balance) {
        IncidentConversion row = entry.record();
        BigDecimal number = BigDecimal.valueOf(row.incidents());
        CoverageEnd expiry = now.expiry();
        Optional<LocalDate> ended = expiry.isKnown() ? expiry.day() : Optional.empty();
        String asked = row.incidents() + " converted on " + row.date();
        if (unit.kind() == ProgramKind.MPSA) {
            find("SA-CNV-01", entry, FindingStatus.FAIL, "Incidents under MPSA cannot be converted.");
        } else if (ended.isPresent() && ended.get().isBefore(row.date())) {
            find("SA-CNV-01", entry, FindingStatus.FAIL, asked + ", after they expired on " + ended.get() + ".");
        } else if (balance.isBelow(number)) {
            find(
                    "SA-CNV-01",
                    entry,
                    FindingStatus.FAIL,
                    asked + ", but only " + Numbers.plain(balance.value()) + " were left.");
        } else if (row.target() == null) {
            find(
                    "SA-CNV-01",
                    entry,
                    FindingStatus.UNDETERMINED,
                    "The target of the conversion is blank; it settles it.");
        } else if (balance.isAtLeast(number)) {
            find(
                    "SA-CNV-01",
                    entry,
                    FindingStatus.PASS,
                    asked + " of " + Numbers.plain(balance.value()) + " that were left.");
        } else {
            find(
                    "SA-CNV-01",
                    entry,
                    FindingStatus.UNDETERMINED,
                    asked + "; what was left then is not known exactly. " + balance.reason());
        }
    }

    /** SA-CNV-03. */
    private void writePlan(Entry<IncidentConversion> entry) {
        IncidentConversion row = entry.record();
        Agreement agreement = unit.agreement();
        LocalDate start = agreement.premierStart();
        LocalDate end = agreement.premierEnd();
        boolean premier = row.target() == Target.PREMIER_PRS_HOURS || row.target() == Target.DSE_HOURS;
        if (premier
                && start != null
                && end != null
                && (row.date().isBefore(start) || row.date().isAfter(end))) {
            find(
                    "SA-CNV-03",
                    entry,
                    FindingStatus.FAIL,
                    "On " + row.date() + " no Premier agreement was active: it runs from " + start + " to " + end
                            + ".");
            return;
        }
        ask(
                "SA-CNV-03",
                entry,
                "Does the conversion fit the Premier or Unified plan that was active on " + row.date() + "?");
    }

    /** SA-SCE-13. */
    private void writeUnlimited(Entry<IncidentConversion> entry, Bounded balance) {
        IncidentConversion row = entry.record();
        List<LocalDate> starts = now.sce().starts();
        if (starts.isEmpty() || row.date().isBefore(starts.get(0))) {
            return;
        }
        boolean more = balance.isBelow(BigDecimal.valueOf(row.incidents()));
        find(
                "SA-SCE-13",
                entry,
                more ? FindingStatus.FAIL : FindingStatus.PASS,
                more
                        ? "Only " + Numbers.plain(balance.value().max(BigDecimal.ZERO))
                                + " incidents earned by spend were left; unlimited ones cannot be converted."
                        : "The incidents converted were earned by spend.");
    }

    private static String subject(Entry<IncidentConversion> entry) {
        return "conversion:" + entry.record().conversion();
    }

    private void find(String clause, Entry<IncidentConversion> entry, FindingStatus status, String reason) {
        out.add(Finding.of(clause, account, subject(entry), status, reason.strip())
                .withEdition(rules.edition())
                .withSources(Sources.of(entry)));
    }

    private void ask(String clause, Entry<IncidentConversion> entry, String question) {
        out.add(rules.statements()
                .finding(clause, account, subject(entry), rules.asOf(), question)
                .withEdition(rules.edition())
                .withSources(Sources.of(entry)));
    }
}
