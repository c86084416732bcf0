package io.tallybook.analysis.azure;

import io.tallybook.analysis.Verdict;
import io.tallybook.ledger.Lawsuit;
import io.tallybook.ledger.Lawsuit.ClaimType;
import io.tallybook.ledger.Lawsuit.Indemnified;
import io.tallybook.ledger.Lawsuit.Kind;
import io.tallybook.ledger.Lawsuit.Status;
import io.tallybook.ledger.Lawsuit.Workloads;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a suit has to be like for the patent pick (IPA-48, IPA-55 to IPA-58): pure functions of its row. */
final class Suit {
    static final String FILED_AFTER = "patent-suit-filed-after";

    private Suit() {}

    /** IPA-48: the account is sued for patent infringement. */
    static Verdict sued(Lawsuit suit) {
        Kind kind = Objects.requireNonNullElse(suit.kind(), Kind.LAWSUIT);
        @Nullable ClaimType type = suit.claimType();
        if (kind != Kind.LAWSUIT) {
            return Verdict.fail("A " + words(kind) + " is no lawsuit.");
        }
        if (type != null && type != ClaimType.PATENT) {
            return Verdict.fail("The suit is about " + words(type) + ", not about patents.");
        }
        if (suit.defendant().isNo()) {
            return Verdict.fail("The account is not a defendant.");
        }
        if (type == null || !suit.defendant().isKnown()) {
            return Verdict.undetermined("Fill " + (type == null ? "`claim_type`" : "")
                    + (type == null && !suit.defendant().isKnown() ? " and " : "")
                    + (suit.defendant().isKnown() ? "" : "`defendant`") + " of the suit.");
        }
        return suit.status() == Status.CLOSED
                ? Verdict.atRisk("A patent suit against the account, but no longer pending: review.")
                : Verdict.pass("A pending patent suit against the account.");
    }

    private static String words(Enum<?> code) {
        return code.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }

    /** IPA-55: the accused workloads run on Azure. */
    static Verdict workloads(Lawsuit suit) {
        String named = suit.workloads().stream().map(Enum::name).sorted().collect(Collectors.joining(", "));
        if (suit.workloads().isEmpty()) {
            return Verdict.undetermined("Which workloads are accused is not known: fill `workloads`.");
        }
        if (!suit.workloads().contains(Workloads.OTHER)) {
            return Verdict.pass("All accused workloads are Azure workloads: " + named + ".");
        }
        return suit.workloads().size() == 1
                ? Verdict.fail("No accused workload is an Azure workload.")
                : Verdict.attest("The accused workloads are mixed: " + named + ".");
    }

    static boolean isInChina(Lawsuit suit) {
        return suit.courtCountry().equals("CN");
    }

    /**
     * IPA-56 and IPA-57: filed after the effective date, which is another one in China.
     *
     * @param elsewhere  effective date outside China
     * @param china  effective date in China
     */
    static Verdict filed(Lawsuit suit, LocalDate elsewhere, LocalDate china) {
        Optional<LocalDate> filed = Optional.ofNullable(suit.filed());
        if (filed.isEmpty()) {
            return Verdict.undetermined("When the suit was filed is not known: fill `filed`.");
        }
        LocalDate day = filed.get();
        if (isInChina(suit)) {
            return after(day, china, "in China");
        }
        if (!suit.courtCountry().isEmpty()) {
            return after(day, elsewhere, "in " + suit.courtCountry());
        }
        LocalDate earlier = elsewhere.isBefore(china) ? elsewhere : china;
        LocalDate later = elsewhere.isBefore(china) ? china : elsewhere;
        if (day.isAfter(later)) {
            return Verdict.pass("Filed on " + day + ", after " + later + " and so in time in any country.");
        }
        return day.isAfter(earlier)
                ? Verdict.undetermined("Filed on " + day + ", which is in time outside China but not in China: fill"
                        + " `court_country`.")
                : Verdict.fail("Filed on " + day + ", not after " + earlier + " and so too early in any country.");
    }

    private static Verdict after(LocalDate day, LocalDate effective, String where) {
        return day.isAfter(effective)
                ? Verdict.pass("Filed " + where + " on " + day + ", after " + effective + ".")
                : Verdict.fail("Filed " + where + " on " + day + ", not after " + effective + ".");
    }

    /** IPA-58: the account is not indemnified for the suit already. */
    static Verdict notIndemnified(Lawsuit suit) {
        @Nullable Indemnified indemnified = suit.indemnified();
        String by = suit.indemnitor().isEmpty() ? "" : " by " + suit.indemnitor();
        if (indemnified == null) {
            return Verdict.attest("Whether the account is indemnified for the suit is not known.");
        }
        return switch (indemnified) {
            case NONE -> Verdict.pass("The account is not indemnified for the suit.");
            case FULL -> Verdict.fail("The account is already indemnified" + by + ".");
            case PARTIAL -> Verdict.attest("The account is partly indemnified" + by + ".");
        };
    }
}
