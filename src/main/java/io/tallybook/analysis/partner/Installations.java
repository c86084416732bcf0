package io.tallybook.analysis.partner;

import io.tallybook.analysis.Codes;
import io.tallybook.analysis.ResultWriter;
import io.tallybook.analysis.Sources;
import io.tallybook.analysis.Verdict;
import io.tallybook.ledger.Entry;
import io.tallybook.ledger.ProductRelease;
import io.tallybook.ledger.ProgramUse.Family;
import io.tallybook.ledger.ProgramUse.Kind;
import io.tallybook.ledger.YesNo;
import io.tallybook.result.Figure;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Version, Software Assurance, activation and membership of what is installed (MPP-25, -26, -49, -50, -61, -63). */
final class Installations {
    private final Partnership partnership;
    private final Rulebook rules;
    private final ResultWriter out;

    Installations(Partnership partnership, ResultWriter out) {
        this.partnership = partnership;
        this.rules = partnership.rules();
        this.out = out;
    }

    void write() {
        for (Use use : partnership.uses()) {
            if (!use.row().version().isBlank()) {
                find("MPP-25", use, version(use));
            }
            if (!use.row().saBenefit().isBlank()) {
                find(
                        "MPP-26",
                        use,
                        Codes.of(use.row().saBenefit()).equals("NONE")
                                ? Verdict.pass("No Software Assurance benefit is used with it.")
                                : Verdict.fail("The Software Assurance benefit "
                                        + use.row().saBenefit() + " is used with a program license, which has none."));
            }
            if (use.is(Kind.ON_PREMISES)) {
                if (use.isInForce()) {
                    writeActivation(use);
                }
                find("MPP-61", use, duringMembership(use));
                partnership
                        .offers()
                        .named(use.row().offer())
                        .filter(offer -> !offer.isVoid())
                        .ifPresent(offer -> writeAfterwards(use, offer));
            }
        }
    }

    private void find(String clause, Use use, Verdict verdict) {
        out.find(clause, use.subject(), verdict.sources().isEmpty() ? verdict.from(use.sources()) : verdict);
    }

    private Verdict version(Use use) {
        String installed = use.row().version();
        String granted = use.row().grantedVersion();
        if (granted.isBlank()) {
            return Verdict.undetermined("The version that was granted is not known: fill `granted_version`.");
        }
        if (Versions.name(installed).equals(Versions.name(granted))) {
            return Verdict.pass("Installed is " + installed + ", as granted.");
        }
        Optional<Entry<ProductRelease>> mine = rules.versions().release(use.product(), installed);
        Optional<Entry<ProductRelease>> theirs = rules.versions().release(use.product(), granted);
        if (mine.isEmpty() || theirs.isEmpty()) {
            return Verdict.undetermined("Cannot determine: " + use.product() + " "
                    + (mine.isEmpty() ? installed : granted) + " is not in the release calendar: add it to"
                    + " `product_releases`.");
        }
        LocalDate day = mine.get().record().released();
        LocalDate grantedDay = theirs.get().record().released();
        String what = installed + " (released " + day + ") is installed under a license for " + granted + " (released "
                + grantedDay + ")";
        Verdict verdict = day.equals(grantedDay)
                ? Verdict.pass(what + ", of the same day.")
                : day.isBefore(grantedDay)
                        ? Verdict.fail(what + ": there are no downgrade rights.")
                        : Verdict.fail(what + ": the newer version was not granted.");
        return verdict.from(Sources.of(List.of(use.entry(), mine.get(), theirs.get())));
    }

    private void writeActivation(Use use) {
        Family family = use.family();
        if (family == null) {
            find(
                    "MPP-49",
                    use,
                    Verdict.attest("Does " + use.product()
                            + " need no activation, or is it activated? Its family is not known: fill `family`."));
        } else if (family != Family.OTHER) {
            YesNo activated = use.row().activated();
            find(
                    "MPP-50",
                    use,
                    switch (activated) {
                        case YES -> Verdict.pass(use.product() + " (" + family + ") is activated.");
                        case NO ->
                            Verdict.fail(
                                    use.product() + " (" + family + ") is not activated; there is no grace period.");
                        case UNKNOWN ->
                            Verdict.undetermined("Whether " + use.product() + " (" + family
                                    + ") is activated is not known: fill `activated`.");
                    });
        }
    }

    private Verdict duringMembership(Use use) {
        Optional<Offer> named = partnership.offers().named(use.row().offer());
        if (named.isEmpty()) {
            return Verdict.undetermined("The offer that the license comes from "
                    + (use.row().offer().isEmpty() ? "is not named" : use.row().offer() + " was not delivered")
                    + ": fill `offer` and deliver its row in `partner_offers`.");
        }
        Offer offer = named.get();
        List<Entry<?>> rows = new ArrayList<>(List.of(use.entry(), offer.entry()));
        return judged(use, offer).from(Sources.of(rows));
    }

    private Verdict judged(Use use, Offer offer) {
        if (offer.isVoid()) {
            return Verdict.fail(
                    "The offer " + offer.named() + " was bought after its end of sale and gives no rights.");
        }
        LocalDate first = partnership.offers().lineStart(offer);
        LocalDate end = partnership.offers().rightsEnd(offer);
        LocalDate start = use.row().start();
        if (start != null && start.isBefore(first)) {
            return Verdict.fail("Installed on " + start + ", before the membership of " + first + ".");
        }
        if (use.lastDay().isAfter(end) && !isCovered(use, end)) {
            return Verdict.fail(
                    "Installed without membership since " + end.plusDays(1) + ", until " + use.lastDay() + ".");
        }
        return start == null
                ? Verdict.undetermined("The day of installation is not known: fill `start`.")
                : Verdict.pass(
                        "Installed from " + start + " to " + use.lastDay() + ", with rights from " + first + " to "
                                + end + (use.lastDay().isAfter(end) ? " and a commercial license from then on." : "."));
    }

    /** Does a commercial license cover it from the day after the rights end at the latest? */
    private static boolean isCovered(Use use, LocalDate end) {
        LocalDate from = use.commercialFrom();
        return from != null && !from.isAfter(end.plusDays(1));
    }

    /** MPP-63 and how late: what has to happen by the last day of the rights, when nothing renews them. */
    private void writeAfterwards(Use use, Offer offer) {
        LocalDate end = partnership.offers().rightsEnd(offer);
        LocalDate start = use.row().start();
        if (!end.isBefore(partnership.asOf()) || (start != null && start.isAfter(end))) {
            return;
        }
        Figure.Builder figure = out.figure("use.days-late", use.subject())
                .work("rights end", end.toString())
                .assume(Offers.assumptions(offer))
                .sources(Sources.of(List.of(use.entry(), offer.entry())));
        if (start == null) {
            String reason = "The day of installation is not known: fill `start`.";
            find("MPP-63", use, Verdict.undetermined(reason));
            out.add(figure.unknown(reason));
            return;
        }
        LocalDate ended = use.row().ended();
        LocalDate commercial = use.commercialFrom();
        boolean inTime = (ended != null && !ended.isAfter(end)) || (commercial != null && !commercial.isAfter(end));
        LocalDate cured = cured(use, offer, end);
        long late = Math.max(0, ChronoUnit.DAYS.between(end, cured));
        String what = "Rights ended on " + end + "; "
                + (ended == null || ended.isAfter(partnership.asOf())
                        ? "it is still installed on " + partnership.asOf()
                        : "it was uninstalled on " + ended)
                + (commercial == null
                        ? ", without a commercial license"
                        : ", with a commercial license from " + commercial);
        find("MPP-63", use, inTime ? Verdict.pass(what + ".") : Verdict.fail(what + ": " + late + " days late."));
        out.add(figure.work("uninstalled, licensed or renewed, else as of", cured.toString())
                .known(late));
    }

    /** The first day of what ended the time without rights; the as-of date when nothing did yet. */
    private LocalDate cured(Use use, Offer offer, LocalDate end) {
        Stream<LocalDate> later = partnership.offers().followers(offer).stream()
                .map(Offer::start)
                .filter(day -> day.isAfter(end.plusDays(1)));
        Stream<LocalDate> own = Stream.of(
                        Optional.ofNullable(use.row().ended()), Optional.ofNullable(use.commercialFrom()))
                .flatMap(Optional::stream);
        return Stream.concat(own, later)
                .filter(day -> !day.isAfter(partnership.asOf()))
                .min(LocalDate::compareTo)
                .orElse(partnership.asOf());
    }
}
