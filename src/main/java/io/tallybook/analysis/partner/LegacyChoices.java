package io.tallybook.analysis.partner;

import io.tallybook.analysis.Numbers;
import io.tallybook.analysis.ResultWriter;
import io.tallybook.analysis.Sources;
import io.tallybook.analysis.Verdict;
import io.tallybook.ledger.Entry;
import io.tallybook.ledger.LegacyChoice;
import io.tallybook.ledger.LegacyChoice.Renewed;
import io.tallybook.ledger.OfferFee;
import io.tallybook.ledger.YesNo;
import io.tallybook.result.Figure;
import io.tallybook.result.FindingStatus;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** What a partner chose at an anniversary of its legacy benefits, and what that costs (MPP-127 to MPP-136). */
final class LegacyChoices {
    private static final String SOLUTIONS_PARTNER = "SOLUTIONS_PARTNER";

    private final Partnership partnership;
    private final Rulebook rules;
    private final ResultWriter out;

    LegacyChoices(Partnership partnership, ResultWriter out) {
        this.partnership = partnership;
        this.rules = partnership.rules();
        this.out = out;
    }

    void write() {
        partnership.dossier().all(LegacyChoice.class).forEach(this::write);
    }

    private void write(Entry<LegacyChoice> entry) {
        LegacyChoice row = entry.record();
        if (find("MPP-127", entry, applies(row.anniversary())).is(FindingStatus.PASS)) {
            if (!row.qualifies().isNo()) {
                find("MPP-128", entry, onlyOne(row));
                find("MPP-129", entry, designationKept(row));
            }
            if (row.qualifies().isYes()
                    && row.option1().isYes()
                    && !row.option2().isYes()) {
                find("MPP-130", entry, paid(row));
                find("MPP-131", entry, aligned(row, SOLUTIONS_PARTNER));
            }
            if (row.qualifies().isYes()
                    && row.option2().isYes()
                    && !row.option1().isYes()) {
                find("MPP-132", entry, retained(row));
                tier(row).ifPresent(tier -> find("MPP-133", entry, aligned(row, code(tier))));
            }
            if (row.qualifies().isNo()) {
                find("MPP-134", entry, notQualified(row));
                if (row.option2().isYes()) {
                    tier(row).ifPresent(tier -> find("MPP-135", entry, aligned(row, code(tier))));
                }
            }
            writeFee(entry);
        }
        goldOnly(row).ifPresent(verdict -> find("MPP-136", entry, verdict));
    }

    private Verdict find(String clause, Entry<LegacyChoice> entry, Verdict verdict) {
        return out.find(clause, subject(entry), verdict.from(Sources.of(entry)));
    }

    private static String subject(Entry<LegacyChoice> entry) {
        return "legacy_choice:" + entry.record().legacyChoice();
    }

    private static String code(Renewed tier) {
        return "LEGACY_" + tier;
    }

    private Verdict applies(LocalDate anniversary) {
        if (rules.isOpenAnniversary(anniversary)) {
            return Verdict.pass("The options apply to the anniversary of " + anniversary + ".");
        }
        if (rules.isUnsettledAnniversary(anniversary)) {
            return Verdict.attest("The guide leaves open whether the options apply to the anniversary of " + anniversary
                    + ": do they?");
        }
        boolean late = rules.openAnniversaries()
                .filter(open -> anniversary.isAfter(open.to()))
                .isPresent();
        return late
                ? Verdict.fail("No legacy option: the anniversary of " + anniversary + " is after the last one.")
                : Verdict.notApplicable("The anniversary of " + anniversary + " came before the options.");
    }

    private boolean isOver(LegacyChoice row) {
        return partnership.asOf().isAfter(row.anniversary());
    }

    private static boolean isNone(LegacyChoice row) {
        return row.option1().isNo() && row.option2().isNo();
    }

    private static boolean isBoth(LegacyChoice row) {
        return row.option1().isYes() && row.option2().isYes();
    }

    private static boolean isExactlyOne(LegacyChoice row) {
        return (row.option1().isYes() && row.option2().isNo())
                || (row.option1().isNo() && row.option2().isYes());
    }

    private static final Verdict QUALIFICATION_NOT_KNOWN = Verdict.undetermined(
            "Cannot determine: whether the partner qualified on the anniversary is not known: fill `qualifies`.");

    private static final Verdict OPTIONS_NOT_KNOWN =
            Verdict.undetermined("Cannot determine: what was chosen is not known: fill `option_1` and `option_2`.");

    private static Verdict onlyOne(LegacyChoice row) {
        if (!row.qualifies().isYes()) {
            return QUALIFICATION_NOT_KNOWN;
        }
        if (isBoth(row)) {
            return Verdict.fail("Both options were chosen; only one is allowed.");
        }
        return row.option1().isNo() || row.option2().isNo()
                ? Verdict.pass("No more than one option was chosen.")
                : OPTIONS_NOT_KNOWN;
    }

    private Verdict designationKept(LegacyChoice row) {
        if (!row.qualifies().isYes()) {
            return QUALIFICATION_NOT_KNOWN;
        }
        if (isExactlyOne(row)) {
            return Verdict.pass("One option was chosen: the designation is kept.");
        }
        if (isBoth(row)) {
            return Verdict.fail("Both options were chosen, where exactly one keeps the designation.");
        }
        return isNone(row) ? undecided(row, "The designation is not kept: no option was chosen") : OPTIONS_NOT_KNOWN;
    }

    private Verdict undecided(LegacyChoice row, String what) {
        return isOver(row)
                ? Verdict.fail(what + " by the anniversary of " + row.anniversary() + ".")
                : Verdict.atRisk("The choice is open until the anniversary of " + row.anniversary() + ".")
                        .on(row.anniversary());
    }

    private Verdict paid(LegacyChoice row) {
        LocalDate paid = rules.happened(row.feePaid());
        if (paid != null) {
            return Verdict.pass("The fee was paid on " + paid + ".");
        }
        return isOver(row)
                ? Verdict.fail("The fee was not paid by the anniversary of " + row.anniversary()
                        + ": the benefits are not granted.")
                : Verdict.atRisk("The fee is due at the anniversary of " + row.anniversary() + ".")
                        .on(row.anniversary());
    }

    /** The tier that was renewed; where none is recorded the higher one that was held. */
    private static Optional<Renewed> tier(LegacyChoice row) {
        Set<Renewed> renewed = row.renewed();
        if (renewed.size() > 1) {
            return Optional.empty();
        }
        if (renewed.size() == 1) {
            return renewed.stream().findFirst();
        }
        if (row.heldGold().isYes()) {
            return Optional.of(Renewed.GOLD);
        }
        return row.heldSilver().isYes() ? Optional.of(Renewed.SILVER) : Optional.empty();
    }

    private static YesNo held(LegacyChoice row, Renewed tier) {
        return tier == Renewed.GOLD ? row.heldGold() : row.heldSilver();
    }

    private Verdict retained(LegacyChoice row) {
        Optional<Renewed> tier = tier(row);
        Verdict paid = paid(row);
        if (tier.isPresent() && held(row, tier.get()).isNo()) {
            return Verdict.fail("Legacy " + tier.get() + " was retained, but not held.");
        }
        if (paid.is(FindingStatus.FAIL)) {
            return paid;
        }
        if (tier.isEmpty()) {
            return Verdict.undetermined("Which tier was retained is not known: fill `renewed` with one tier.");
        }
        if (!held(row, tier.get()).isKnown()) {
            return Verdict.undetermined("Whether legacy " + tier.get() + " was held is not known: fill `held_silver`"
                    + " and `held_gold`.");
        }
        return paid.is(FindingStatus.PASS)
                ? Verdict.pass("Legacy " + tier.get() + " was held and retained. " + paid.reason())
                : paid;
    }

    private Verdict notQualified(LegacyChoice row) {
        if (row.option1().isYes()) {
            return Verdict.fail("Option 1 was chosen without qualifying for Solutions Partner.");
        }
        if (row.option1().isNo() && row.option2().isYes()) {
            return Verdict.pass("Legacy benefits are retained.");
        }
        return isNone(row) ? undecided(row, "The benefits ended: no option was chosen") : OPTIONS_NOT_KNOWN;
    }

    private @Nullable CurrencyUnit currency(LegacyChoice row) {
        CurrencyUnit own = row.currency();
        return own == null ? partnership.homeCurrency().orElse(null) : own;
    }

    private Optional<OfferFee> fee(LegacyChoice row, String code) {
        CurrencyUnit currency = currency(row);
        return currency == null
                ? Optional.empty()
                : rules.fees().find(code, currency, row.anniversary()).map(Entry::record);
    }

    private Verdict aligned(LegacyChoice row, String code) {
        String other = rules.alignedFee(code).orElse("");
        Optional<OfferFee> mine = fee(row, code);
        Optional<OfferFee> theirs = fee(row, other);
        if (mine.isEmpty() || theirs.isEmpty()) {
            return Verdict.undetermined("The fee of " + (mine.isEmpty() ? code : other) + " on " + row.anniversary()
                    + " is not known: add it to `offer_fees` in the currency of the choice.");
        }
        OfferFee fee = mine.get();
        String what = code + " costs " + fee.currency().getCode() + " " + Numbers.money(fee.fee(), fee.currency())
                + ", " + other + " " + Numbers.money(theirs.get().fee(), fee.currency());
        return fee.fee().compareTo(theirs.get().fee()) == 0
                ? Verdict.pass("The fees are equal: " + what + ".")
                : Verdict.undetermined("Warning: the fees differ: " + what + ".");
    }

    private static Optional<Verdict> goldOnly(LegacyChoice row) {
        if (row.renewed().isEmpty() || row.heldSilver().isNo() || row.heldGold().isNo()) {
            return Optional.empty();
        }
        if (!row.renewed().contains(Renewed.SILVER)) {
            return Optional.of(Verdict.pass("Only gold was renewed."));
        }
        boolean both = row.heldSilver().isYes() && row.heldGold().isYes();
        return Optional.of(
                both
                        ? Verdict.fail("Silver and gold were held, and silver was renewed; only gold can be.")
                        : Verdict.undetermined("Silver was renewed; whether silver and gold were both held is not"
                                + " known: fill `held_silver` and `held_gold`."));
    }

    private void writeFee(Entry<LegacyChoice> entry) {
        LegacyChoice row = entry.record();
        boolean option1 = row.option1().isYes();
        if (option1 == row.option2().isYes() || (option1 && !row.qualifies().isYes())) {
            return;
        }
        Figure.Builder figure = out.figure("legacy.fee-due", subject(entry)).sources(Sources.of(entry));
        Optional<String> code =
                option1 ? Optional.of(SOLUTIONS_PARTNER) : tier(row).map(LegacyChoices::code);
        if (code.isEmpty()) {
            out.add(figure.unknown("Which tier was retained is not known: fill `renewed` with one tier."));
            return;
        }
        CurrencyUnit currency = currency(row);
        if (currency == null) {
            out.add(figure.unknown(
                    "The currency of the fee is not known: fill `currency`, or `home_currency` in" + " `accounts`."));
            return;
        }
        figure.unit(currency.getCode())
                .work("fee of", code.get())
                .work("at the anniversary", row.anniversary().toString());
        out.add(fee(row, code.get())
                .map(fee -> figure.known(Numbers.money(fee.fee(), currency)))
                .orElseGet(() -> figure.unknown("The fee of " + code.get() + " in " + currency.getCode() + " on "
                        + row.anniversary() + " is not known: add it to `offer_fees`.")));
    }
}
