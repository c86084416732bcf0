package io.tallybook.analysis.azure;

import io.tallybook.analysis.Context;
import io.tallybook.terms.TermEdition;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The term values of this area on a day.
 *
 * <p>A setting that a job gives another value than its default comes before the terms; otherwise the edition in force decides,
 * and where none is, the value is missing.
 */
final class AzureTerms {
    /**
     * A value of the terms.
     *
     * @param number  the value
     * @param note  says where it does not come from the terms; empty as a rule
     * @param missing  why no edition is in force; empty as a rule. The number is then not to be tested against
     */
    record Value(BigDecimal number, String note, String missing) {
        boolean isMissing() {
            return !missing.isEmpty();
        }
    }

    private final Context context;

    AzureTerms(Context context) {
        this.context = context;
    }

    Value usageThreshold(LocalDate day) {
        return value(AzureSettings.THRESHOLD, "azure-usage-threshold", day);
    }

    Value usageMonths(LocalDate day) {
        return value(AzureSettings.USAGE_MONTHS, "azure-usage-months", day);
    }

    Value peaceYears(LocalDate day) {
        return value(AzureSettings.PEACE_YEARS, "patent-peace-years", day);
    }

    Value costShareLimit(LocalDate day) {
        return value(AzureSettings.COST_SHARE_LIMIT, "azure-cost-share-limit", day);
    }

    Value inferencingShareLimit(LocalDate day) {
        return value(AzureSettings.COST_SHARE_LIMIT, "inferencing-share-limit", day);
    }

    private Value value(String setting, String term, LocalDate day) {
        BigDecimal set = context.settings().decimal(setting);
        Optional<BigDecimal> inForce = context.terms().at(term, day).map(TermEdition::number);
        if (!AzureSettings.isDefault(context.settings(), setting)) {
            String stated = inForce.map(number -> "the terms say " + Amounts.plain(number))
                    .orElse("no edition of the terms is in force on " + day);
            return new Value(set, "The job sets " + setting + " to " + Amounts.plain(set) + "; " + stated + ".", "");
        }
        return inForce.map(number -> new Value(number, "", ""))
                .orElseGet(() -> new Value(set, "", context.terms().term(term).notInForce(day) + "."));
    }

    /** Returns the edition of a term on a day. */
    Optional<TermEdition> edition(String term, LocalDate day) {
        return context.terms().at(term, day);
    }

    /** Returns a date that stands in the row of a term whose {@code column} holds {@code key}. */
    Optional<LocalDate> date(String term, LocalDate day, String column, String key, String dateColumn) {
        return edition(term, day)
                .flatMap(edition -> edition.row(column, key))
                .map(row -> row.get(dateColumn))
                .map(LocalDate::parse);
    }

    String notInForce(String term, LocalDate day) {
        return context.terms().term(term).notInForce(day) + ".";
    }

    /** Name of the edition that results of a clause or measure are printed with. */
    String editionOf(String clause) {
        String term = clause.startsWith("ACS") ? "azure-cost-share-limit" : "azure-usage-threshold";
        return edition(term, context.asOf())
                .map(TermEdition::name)
                .orElseGet(() -> context.terms().term(term).notInForce(context.asOf()));
    }
}
