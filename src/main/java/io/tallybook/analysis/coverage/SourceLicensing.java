package io.tallybook.analysis.coverage;

import io.tallybook.analysis.Bounded;
import io.tallybook.analysis.Numbers;
import io.tallybook.analysis.Sources;
import io.tallybook.analysis.Verdict;
import io.tallybook.ledger.Agreement;
import io.tallybook.ledger.Agreement.Program;
import io.tallybook.ledger.Entry;
import io.tallybook.ledger.Pool;
import io.tallybook.ledger.Purchase.LicenseModel;
import io.tallybook.ledger.YesNo;
import io.tallybook.result.Figure;
import io.tallybook.result.FigureState;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Desktops with SA in the Systems pool, from which source licensing is possible (SA-ESL). */
final class SourceLicensing {
    private final Facts facts;
    private final CoverageResults out;

    SourceLicensing(Facts facts, CoverageResults out) {
        this.facts = facts;
        this.out = out;
    }

    void write() {
        Bounded total = Bounded.known(0);
        List<Entry<Agreement>> agreements = new ArrayList<>();
        List<Entry<Agreement>> counted = new ArrayList<>();
        List<String> open = new ArrayList<>();
        for (Entry<Agreement> entry : facts.agreements()) {
            boolean concerned =
                    facts.linesOf(entry.record()).stream().anyMatch(line -> line.isSaLine() && isSystems(line));
            if (!concerned) {
                continue;
            }
            agreements.add(entry);
            Bounded desktops = write(entry, "source-licensing.desktops", LicenseModel.DEVICE);
            write(entry, "source-licensing.users", LicenseModel.USER);
            YesNo academic = academic(entry.record());
            if (academic.isNo()) {
                counted.add(entry);
                total = total.plus(desktops);
            } else if (!academic.isKnown()) {
                if (!desktops.isKnown() || desktops.value().signum() > 0) {
                    open.add(entry.record().agreement());
                }
            }
            writeAcademic(entry, academic);
        }
        if (!agreements.isEmpty()) {
            writeTotal(total, agreements, counted, open);
        }
    }

    private static boolean isSystems(Line line) {
        return line.pool().filter(Pool.SYSTEMS::equals).isPresent();
    }

    /** Campus and EES agreements are academic throughout. */
    private static YesNo academic(Agreement agreement) {
        boolean always = agreement.program() == Program.CAMPUS_SCHOOL || agreement.program() == Program.EES;
        return always ? YesNo.YES : agreement.academic();
    }

    private Bounded write(Entry<Agreement> entry, String measure, LicenseModel wanted) {
        Agreement agreement = entry.record();
        BigDecimal sum = BigDecimal.ZERO;
        List<Line> counted = new ArrayList<>();
        List<Line> open = new ArrayList<>();
        for (Line line : facts.linesOf(agreement)) {
            LicenseModel model = line.row().licenseModel();
            boolean systems = isSystems(line);
            boolean mayCount = (model == null || model == wanted)
                    && line.isSaLine()
                    && (systems || line.pool().isEmpty())
                    && !isExcluded(line)
                    && !line.certainlyMisses(facts.asOf());
            if (mayCount && systems && model == wanted && line.coverage().isPresent()) {
                sum = sum.add(line.quantity());
                counted.add(line);
            } else if (mayCount) {
                open.add(line);
            }
        }
        Bounded result = bounded(sum, open);
        List<Entry<?>> rows = new ArrayList<>(List.of(entry));
        counted.forEach(line -> rows.add(line.entry()));
        open.forEach(line -> rows.add(line.entry()));
        Figure.Builder figure = out.figure(measure, Facts.subject(agreement)).sources(Sources.of(rows));
        counted.forEach(
                line -> figure.work("line " + line.id() + ", " + line.name().shown(), Numbers.plain(line.quantity())));
        out.add(figure, result);
        return result;
    }

    private boolean isExcluded(Line line) {
        String name = line.name().full().toString();
        return facts.rules().settings().noDesktops().stream().anyMatch(name::contains);
    }

    private static Bounded bounded(BigDecimal sum, List<Line> open) {
        if (open.isEmpty()) {
            return Bounded.known(sum);
        }
        Line first = open.get(0);
        String reason = open.size() + (open.size() == 1 ? " line is" : " lines are")
                + " not counted because pool, license_model or coverage is not known, e.g. line " + first.id() + ", "
                + first.name().shown() + ".";
        boolean negative = open.stream().anyMatch(line -> line.quantity().signum() < 0);
        return negative ? Bounded.unknown(reason) : new Bounded(FigureState.LOWER_BOUND, sum, reason);
    }

    private void writeAcademic(Entry<Agreement> entry, YesNo academic) {
        String subject = Facts.subject(entry.record());
        if (academic.isYes()) {
            out.find(
                    "SA-ESL-03",
                    subject,
                    Verdict.pass(
                                    "Academic: the research source licensing program applies, without a count of desktops.")
                            .from(Sources.of(entry)));
        } else if (!academic.isKnown()) {
            out.find(
                    "SA-ESL-03",
                    subject,
                    Verdict.undetermined("Whether the agreement is academic is not known (academic).")
                            .from(Sources.of(entry)));
        }
    }

    private void writeTotal(
            Bounded sum, List<Entry<Agreement>> agreements, List<Entry<Agreement>> counted, List<String> open) {
        Bounded total = open.isEmpty()
                ? sum
                : sum.plus(new Bounded(
                        FigureState.LOWER_BOUND,
                        BigDecimal.ZERO,
                        "Whether " + String.join(", ", open)
                                + " is academic is not known; its desktops are not counted."));
        Figure.Builder figure = out.figure("source-licensing.total-desktops", out.accountSubject())
                .sources(Sources.of(agreements));
        figure.work("agreements counted (not academic)", Integer.toString(counted.size()));
        out.add(figure, total);
        BigDecimal limit = BigDecimal.valueOf(facts.rules().number("source-licensing-desktops"));
        String numbers = "Desktops with SA: " + (total.isUnknown() ? "not known" : Numbers.plain(total.value())) + ", "
                + Numbers.plain(limit) + " or more make source licensing possible.";
        Verdict verdict;
        if (total.isAtLeast(limit)) {
            verdict = Verdict.pass(numbers);
        } else if (total.isKnown()) {
            verdict = Verdict.fail(numbers);
        } else {
            verdict = Verdict.undetermined(numbers + " " + total.reason());
        }
        out.find("SA-ESL-01", out.accountSubject(), verdict.from(Sources.of(agreements)));
        if (total.isAtLeast(limit)) {
            out.find(
                    "SA-ESL-02",
                    out.accountSubject(),
                    Verdict.attest(
                                    "The program accepted the customer, and the source is used for internal development and"
                                            + " support alone.")
                            .from(Sources.of(agreements)));
        }
    }
}
