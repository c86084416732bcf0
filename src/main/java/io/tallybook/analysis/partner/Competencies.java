package io.tallybook.analysis.partner;

import io.tallybook.analysis.ResultWriter;
import io.tallybook.analysis.Sources;
import io.tallybook.analysis.Verdict;
import io.tallybook.ledger.Competency;
import io.tallybook.ledger.Entry;
import io.tallybook.ledger.Partner;
import io.tallybook.result.Figure;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Optional;

/** Former competencies: their end, their badges, and how long their benefits were kept (MPP-124 to MPP-126). */
final class Competencies {
    private final Partnership partnership;
    private final LocalDate end;
    private final ResultWriter out;

    Competencies(Partnership partnership, ResultWriter out) {
        this.partnership = partnership;
        this.end = partnership.rules().legacyEnd();
        this.out = out;
    }

    void write() {
        for (Entry<Competency> entry : partnership.upToDate(Competency.class, Competency::heldFrom)) {
            find("MPP-124", entry, valid(entry.record()));
            LocalDate badge = partnership.rules().happened(entry.record().badgeLastUsed());
            if (badge != null) {
                find(
                        "MPP-125",
                        entry,
                        badge.isAfter(end)
                                ? Verdict.fail("The badge was used on " + badge + "; badges ended on " + end + ".")
                                : Verdict.pass("The badge was last used on " + badge + ", by " + end + "."));
            }
            writeBenefits(entry);
        }
    }

    private void find(String clause, Entry<Competency> entry, Verdict verdict) {
        out.find(clause, subject(entry), verdict.from(Sources.of(entry)));
    }

    private static String subject(Entry<Competency> entry) {
        return "competency:" + entry.record().competency();
    }

    private Verdict valid(Competency row) {
        LocalDate until = row.until();
        if (!partnership.asOf().isAfter(end) || (until != null && !until.isAfter(end))) {
            return Verdict.pass("Not carried as valid after " + end + ", when competencies ended.");
        }
        return Verdict.fail("Competencies ended on " + end + "; it is carried as valid "
                + (until == null ? "still." : "until " + until + "."));
    }

    private boolean isHeldAtEnd(Competency row) {
        LocalDate from = row.heldFrom();
        LocalDate until = row.until();
        return (from == null || !from.isAfter(end)) && (until == null || !until.isBefore(end));
    }

    private void writeBenefits(Entry<Competency> entry) {
        if (!isHeldAtEnd(entry.record())) {
            find("MPP-126", entry, Verdict.notApplicable("Not held on " + end + ": it left no benefits."));
            return;
        }
        Optional<LocalDate> until = partnership
                .profile()
                .map(Partner::anniversary)
                .map(anniversary -> nextAnniversary(MonthDay.from(anniversary)).minusDays(1));
        Figure.Builder figure = out.figure("competency.benefits-until", subject(entry))
                .work("held on", end.toString())
                .sources(Sources.of(entry));
        if (until.isEmpty()) {
            String reason = "The anniversary of the membership is not known: fill `anniversary` in `partners`.";
            out.add(figure.unknown(reason));
            find("MPP-126", entry, Verdict.undetermined("Cannot determine: " + reason));
            return;
        }
        LocalDate last = until.get();
        out.add(figure.work("next anniversary", last.plusDays(1).toString()).known(last.toString()));
        find(
                "MPP-126",
                entry,
                last.isBefore(partnership.asOf())
                        ? Verdict.notApplicable("Its benefits were kept until " + last + ".")
                        : Verdict.pass("Its benefits are kept until " + last + ", that day included."));
    }

    /** The first anniversary after the end; one on the end itself is not the next. 29 February is 28 February in other years. */
    private LocalDate nextAnniversary(MonthDay anniversary) {
        LocalDate ofYear = anniversary.atYear(end.getYear());
        return ofYear.isAfter(end) ? ofYear : anniversary.atYear(end.getYear() + 1);
    }
}
