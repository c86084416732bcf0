package io.tallybook.analysis.coverage;

import java.util.List;
import java.util.Map;

/** The reading taken of a clause that leaves room for another one; printed beside each of its results. */
final class Readings {
    private static final Map<String, String> BY_CLAUSE = Map.ofEntries(
            Map.entry("SA-PUR-02", "Net quantities after returns are compared, product by product."),
            Map.entry("SA-PUR-03", "CALs belong to the Server pool; purchases before the membership are out of scope."),
            Map.entry("SA-PUR-05", "Together means one order, or one order date within the days that a setting gives."),
            Map.entry("SA-PUR-06", "A version released on the order date is the latest."),
            Map.entry("SA-PUR-07", "Within 30 days are the day of the transfer and the 30 calendar days after it."),
            Map.entry("SA-PUR-08", "SA that ended the day before the transfer counts as held up to it."),
            Map.entry("SA-PUR-10", "Within 90 days are the day of the purchase and the 90 calendar days after it."),
            Map.entry("SA-PUR-11", "SA-PUR-19 repeats it in the negative and is tested with it."),
            Map.entry("SA-PUR-12", "SA-PUR-19 repeats it in the negative and is tested with it."),
            Map.entry("SA-PUR-13", "The media right stays once SA was acquired."),
            Map.entry("SA-PUR-16", "CALs are taken as part of the Server pool; the page does not name them."),
            Map.entry("SA-PUR-17", "SQL Server 2017 follows its own sentence, everything else the general one."),
            Map.entry("SA-PUR-18", "The list of programs is read as holding for both pools."),
            Map.entry("SA-PUR-20", "A pool that the table does not name has no option."),
            Map.entry("SA-PUR-22", "The sentence on Office names fewer programs than the table and comes before it."),
            Map.entry("SA-PUR-24", "Prior to a date does not include that date."),
            Map.entry(
                    "SA-PUR-27",
                    "SA has to begin on an anniversary or the renewal; the days for the order are settings."),
            Map.entry("SA-PUR-29", "The quantity at the transition that is reversed; of several the smallest."),
            Map.entry("SA-PUR-30", "Licenses transferred in and out are both left out."),
            Map.entry("SA-REN-02", "SA is active through its last day; a partial renewal passes."),
            Map.entry("SA-REN-04", "Submitted counts, not accepted; orders before the end pass."),
            Map.entry("SA-REN-06", "What is not renewed lapses and does not fail."),
            Map.entry(
                    "SA-REN-08",
                    "A buyout on the day of the renewal order is before it; a partial one lets that part be renewed."),
            Map.entry("SA-REN-10", "The 90 days of Open License are taken for the new agreement too."),
            Map.entry("SA-REN-11", "SA expires at the end of its last day, so that day is still prior to it."),
            Map.entry("SA-REN-12", "Open License alone has the 90 days, not Open Value."),
            Map.entry("SA-REN-13", "The times of SA-REN-10 to -12 are taken for a change of program too."),
            Map.entry(
                    "SA-REN-14",
                    "The first purchase decides, not the last renewal; which programs are company-wide is a setting."),
            Map.entry("SA-REN-15", "The version of the expiring agreement decides, and the day of the order."),
            Map.entry("SA-REN-16", "The version of the expiring agreement decides, and the day of the order."),
            Map.entry("SA-REN-17", "Implied by the limit of versions, not stated."),
            Map.entry("SA-REN-18", "One for one by quantity, with the begin of the renewed SA."),
            Map.entry("SA-REN-20", "Client management licenses only, between User and OSE."),
            Map.entry("SA-MIG-03", "Without another word no product entry overrides these terms."),
            Map.entry("SA-MIG-05", "Counts of one day are compared; no overlap is tolerated."),
            Map.entry(
                    "SA-MIG-09",
                    "Ordered up to the last day of the SA on the Qualifying License; no 90 days for Open License."),
            Map.entry("SA-MIG-12", "Only a true-up within the term that also holds the qualifying date."),
            Map.entry("SA-NVR-02", "Every perpetual license with SA is included, not only one bought with SA."),
            Map.entry("SA-NVR-03", "Versions older than SA are judged by downgrade rights and pass here."),
            Map.entry("SA-WEB-02", "Who is Primary User is taken from the export."),
            Map.entry("SA-ESL-01", "Desktops of all agreements of the customer are added up; users are not desktops."),
            Map.entry("SA-ESL-03", "Academic desktops are left out of the commercial count."),
            Map.entry("SA-WDP-01", "An employee who uses both options is warned of, not failed."),
            Map.entry("SA-WDP-03", "A renewal is no second subscription."),
            Map.entry(
                    "SA-WDP-05",
                    "One license for each application; without named users the covered licenses are the ceiling."),
            Map.entry("SA-WDP-07", "Membership has to span the Applications pool."),
            Map.entry(
                    "SA-WDP-08", "The license still runs on the last day of the employment; the earliest end counts."),
            Map.entry("SA-WDP-10", "Moving on to another covered copy without a gap continues the use."),
            Map.entry("SA-STP-01", "Where SA was renewed, the agreement of the current SA counts."),
            Map.entry("SA-STP-02", "SA has to be active on the day of the order, its last day included."),
            Map.entry("SA-STP-05", "Versions are not compared; pairs are not chained."),
            Map.entry("SA-STP-08", "The specific list of pairs comes before the table of benefits by pool."));

    private Readings() {}

    static List<String> of(String clause) {
        String reading = BY_CLAUSE.get(clause);
        return reading == null ? List.of() : List.of(reading);
    }
}
