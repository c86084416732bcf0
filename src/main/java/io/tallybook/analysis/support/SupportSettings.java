package io.tallybook.analysis.support;

import io.tallybook.analysis.CommonSettings;
import io.tallybook.analysis.Setting;
import io.tallybook.analysis.Setting.Check;
import io.tallybook.analysis.Settings;
import io.tallybook.ledger.Agreement.Program;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The settings of the support area, read once a run.
 *
 * @param annualWindow  is spend divided year by year instead of once over the term
 * @param onlineServices  does the amount of online service and From SA lines count as SA spend
 * @param subscriptionPrograms  programs whose whole line amounts are SA spend
 * @param zone  zone of days and clock times
 * @param calendar  business hours; empty when they are not set
 * @param warningDays  days before an event in which a PASS is an AT_RISK
 */
record SupportSettings(
        boolean annualWindow,
        boolean onlineServices,
        Set<Program> subscriptionPrograms,
        ZoneId zone,
        Optional<BusinessCalendar> calendar,
        int warningDays) {

    static final List<Setting> ALL = List.of(
            Setting.choice(
                    "award-window",
                    "term",
                    List.of("term", "annual"),
                    "period over which SA spend is added up before it is divided: the agreement's term, or each year of it alone"),
            Setting.choice(
                    "online-services",
                    "exclude",
                    List.of("exclude", "include"),
                    "does the amount of ONLINE_SERVICE and FROM_SA lines count as SA spend"),
            CommonSettings.SUBSCRIPTION_PROGRAMS,
            Setting.of(
                    "zone",
                    "UTC",
                    Check.ZONE,
                    "IANA zone; a day or clock time taken from a datetime is that of this zone"),
            Setting.of(
                    "business-hours",
                    "",
                    Check.HOURS,
                    "opening hours of phone support in `zone`, e.g. 09:00-17:00: open from 09:00:00, closed from 17:00:00 on; not set = not known"),
            Setting.of(
                    "business-days",
                    "MON-FRI",
                    Check.DAYS,
                    "range or ;-list of MON TUE WED THU FRI SAT SUN, e.g. SUN-THU"),
            Setting.of("holidays", "", Check.DATES, "ISO dates, ; between them, that are no business days"),
            CommonSettings.WARNING_DAYS);

    static SupportSettings of(Settings settings) {
        Set<Program> programs = EnumSet.noneOf(Program.class);
        settings.words("subscription-programs").forEach(word -> programs.add(Program.valueOf(word)));
        ZoneId zone = settings.zone("zone");
        return new SupportSettings(
                settings.text("award-window").equals("annual"),
                settings.text("online-services").equals("include"),
                programs,
                zone,
                settings.openingHours("business-hours")
                        .map(hours -> new BusinessCalendar(
                                zone,
                                hours.from(),
                                hours.to(),
                                settings.weekDays("business-days"),
                                Set.copyOf(settings.dates("holidays")))),
                settings.wholeNumber("warning-days"));
    }
}
