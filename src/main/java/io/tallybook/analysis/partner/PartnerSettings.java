package io.tallybook.analysis.partner;

import io.tallybook.analysis.CommonSettings;
import io.tallybook.analysis.Setting;
import io.tallybook.analysis.Setting.Check;
import io.tallybook.analysis.Settings;
import java.util.List;
import java.util.Set;

/**
 * The settings of this area, read once a run.
 *
 * @param demoRoles  roles whose employees may demonstrate products to customers, as codes
 * @param revenuePurposes  further purpose words that count as direct revenue, as codes
 * @param fromFirstAssignment  do the days before a reassignment count from the very first assignment
 * @param warningDays  days before an event in which a PASS is an AT_RISK
 */
record PartnerSettings(
        Set<String> demoRoles, Set<String> revenuePurposes, boolean fromFirstAssignment, int warningDays) {
    private static final String DEMO_ROLES = "partner.demo-roles";
    private static final String REVENUE_PURPOSES = "partner.revenue-purposes";
    private static final String CLOCK = "visual-studio.clock";

    static final List<Setting> ALL = List.of(
            Setting.of(
                    DEMO_ROLES,
                    "SALES;MARKETING",
                    Check.WORDS,
                    "roles whose employees may demonstrate products to customers, ; between them (MPP-29)"),
            Setting.of(
                    REVENUE_PURPOSES,
                    "",
                    Check.WORDS,
                    "further purpose words that count as direct revenue like HOSTING_CUSTOMER_APPS, ; between them (MPP-35)"),
            Setting.choice(
                    CLOCK,
                    "EACH",
                    List.of("EACH", "FIRST"),
                    "what the 90 days of MPP-91 count from: EACH = the assignment that is being ended, FIRST = the very first assignment of the subscription"),
            CommonSettings.WARNING_DAYS);

    static PartnerSettings of(Settings settings) {
        return new PartnerSettings(
                settings.codes(DEMO_ROLES),
                settings.codes(REVENUE_PURPOSES),
                settings.text(CLOCK).equals("FIRST"),
                settings.wholeNumber(CommonSettings.WARNING_DAYS.name()));
    }
}
