package io.tallybook.analysis.partner;

import java.util.Set;

/** What a use is for. */
enum Purpose {
    INTERNAL_BUSINESS,
    DEMO,
    SOLUTION_DEVELOPMENT,
    INTERNAL_TRAINING,
    CUSTOMER_TRAINING,
    HOSTING_CUSTOMER_APPS,
    CUSTOM_FOR_CLIENT,
    CUSTOMIZE_FOR_CUSTOMER,
    CONSULTING,
    PACKAGED_PRODUCT,
    PERSONAL,
    RESALE,
    TRANSFER,
    DESIGN,
    DEVELOP,
    TEST,
    DEMONSTRATE,
    /** A word of the setting for further purposes that count as direct revenue. */
    FURTHER_REVENUE,
    /** Any other word. */
    UNKNOWN,
    /** No word at all. */
    BLANK;

    /**
     * Returns the purpose of a word.
     *
     * @param code  the word, as codes are compared
     * @param revenueWords  further words that count as direct revenue
     */
    static Purpose of(String code, Set<String> revenueWords) {
        if (code.isEmpty()) {
            return BLANK;
        }
        for (Purpose purpose : values()) {
            if (purpose.compareTo(FURTHER_REVENUE) < 0 && purpose.name().equals(code)) {
                return purpose;
            }
        }
        return revenueWords.contains(code) ? FURTHER_REVENUE : UNKNOWN;
    }

    /** Is it one of the four that only Visual Studio subscriptions have? */
    boolean isOfVisualStudio() {
        return this == DESIGN || this == DEVELOP || this == TEST || this == DEMONSTRATE;
    }

    boolean isAnyOf(Purpose... others) {
        return Set.of(others).contains(this);
    }
}
