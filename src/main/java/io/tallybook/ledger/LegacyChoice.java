package io.tallybook.ledger;

import java.time.LocalDate;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** What the partner chose at an anniversary of its legacy benefits. */
@RecordType(
        name = "legacy_choices",
        about = "what the partner chose at an anniversary of its legacy benefits",
        area = "partner",
        key = {"legacy_choice"})
public record LegacyChoice(
        @Column(type = ColumnType.ID, required = true) String legacyChoice,
        @Column(type = ColumnType.ID, required = true) String account,

        @Column(type = ColumnType.DATE, required = true, about = "may lie after the as-of date")
        LocalDate anniversary,

        @Column(
                type = ColumnType.YESNO,
                about = "did it qualify for a Solutions Partner designation on the anniversary")
        YesNo qualifies,

        @Column(
                name = "option_1",
                type = ColumnType.YESNO,
                about = "Solutions Partner designation benefits were chosen; N = not chosen")
        YesNo option1,

        @Column(
                name = "option_2",
                type = ColumnType.YESNO,
                about = "keeping legacy silver or gold benefits was chosen; N = not chosen")
        YesNo option2,

        @Column(type = ColumnType.CODES, about = "tiers that were renewed under option 2")
        Set<Renewed> renewed,

        @Column(
                type = ColumnType.YESNO,
                about = "a legacy silver offer was held before the launch of the program (2022-10-03)")
        YesNo heldSilver,

        @Column(
                type = ColumnType.YESNO,
                about = "a legacy gold offer was held before the launch of the program (2022-10-03)")
        YesNo heldGold,

        @Column(type = ColumnType.CURRENCY, about = "of the fee; blank = home currency of the account") @Nullable
        CurrencyUnit currency,

        @Column(type = ColumnType.DATE, about = "blank = not paid yet") @Nullable
        LocalDate feePaid)
        implements LedgerRecord {

    /** Values of the column {@code renewed}. */
    public enum Renewed {
        SILVER,
        GOLD
    }
}
