package io.tallybook.analysis.azure;

import java.util.List;
import java.util.Map;

/** The reading taken of a clause that leaves room for another one; printed beside each of its results. */
final class Readings {
    static final String PRELIMINARY =
            "Preliminary: rests on the public guidance, not on the customer's agreement, which prevails.";

    private static final Map<String, String> BY_CLAUSE = Map.ofEntries(
            Map.entry(
                    "IPA-07",
                    "Any Microsoft patent counts, listed or not; eligibility is measured at the transfer date; whether the new"
                            + " owner is a non-practicing entity is taken from the record."),
            Map.entry("IPA-17", "A claim over covered and excluded technology together is for a person to judge."),
            Map.entry(
                    "IPA-22", "The operator of the subscription decides who indemnifies, not the customer's country."),
            Map.entry("IPA-23", "Use on the day of the claim is covered."),
            Map.entry("IPA-25", "The day of the new terms counts as new; for older claims the guidance gives no rule."),
            Map.entry("IPA-26", "The day of the new terms counts as new; for older claims the guidance gives no rule."),
            Map.entry("IPA-31", "Damage is read as damage beyond the alleged infringement; counsel has to confirm."),
            Map.entry(
                    "IPA-41",
                    "Past three months are full calendar months, each tested on its own; the average is for information."),
            Map.entry("IPA-42", "The month of the reference date is never in the window, not even on its last day."),
            Map.entry(
                    "IPA-43",
                    "Months are compared unrounded; refunds reduce the month of their date; tax is left out."),
            Map.entry(
                    "IPA-44",
                    "Amounts without a USD amount are converted at the rate of their day, of the nearest earlier day, or of the"
                            + " nearest later day of the same month; never 1:1."),
            Map.entry(
                    "IPA-45",
                    "A month that the exports cover is 0.00 without lines; a month that they do not cover is not known."),
            Map.entry(
                    "IPA-46",
                    "The first day of the two years is inside; an older assertion still pending in them counts; whether a"
                            + " counterclaim or an affiliate's assertion breaks the peace is for counsel."),
            Map.entry(
                    "IPA-53",
                    "Usage counts in its month however it is paid; reservations and savings plans count month by month; free"
                            + " credits and third-party Marketplace charges do not count."),
            Map.entry("IPA-54", "Usage operated by 21Vianet counts, and is shown apart."),
            Map.entry(
                    "IPA-55",
                    "Workloads operated by 21Vianet and on Azure Stack are Azure workloads; mixed suits are for a person to"
                            + " judge."),
            Map.entry("IPA-56", "Filed after means on a later day; the country of the court decides."),
            Map.entry("IPA-57", "Filed after means on a later day; only mainland China (CN) is China here."),
            Map.entry("IPA-58", "An indemnity by anybody counts, not only by Microsoft."),
            Map.entry("IPA-61", "A patent is still in force on the day on which it expires."),
            Map.entry("IPA-68", "The place in line is that of the later of both moments, not that of the request."),
            Map.entry("IPA-73", "Eligibility is measured at the transfer date, in full calendar months before it."),
            Map.entry("IPA-84", "Azure Stack charges are shown but not measured."),
            Map.entry("IPA-88", "Usage of another consumer is left out; a line that names none is the account's own."),
            Map.entry("IPA-89", "What the customer was charged is measured, also when it was charged by a reseller."),
            Map.entry("IPA-91", "Only charges of the service family Azure are measured."),
            Map.entry("ACS-06", "Which programs are a commercial licensing agreement is a setting."),
            Map.entry("ACS-16", "A purchase that Azure drives is marked for review, not failed."),
            Map.entry("ACS-18", "Exactly half is not less than half; the total of the period decides."),
            Map.entry(
                    "ACS-19", "A single month above the limit is marked for review; the total of the period decides."),
            Map.entry(
                    "ACS-20",
                    "A single end customer above the limit is marked for review; the solution's total decides."),
            Map.entry("ACS-21", "A share needs a positive price; cost and price are without tax."),
            Map.entry("ACS-24", "Resources that serve one customer each are marked for review, not failed."),
            Map.entry(
                    "ACS-25",
                    "The four indicators are combined: cost and meters fail, driver and sharing are reviewed."),
            Map.entry("ACS-31", "Each criterion has to be met."),
            Map.entry("ACS-38", "The amount passed on to the end customer is measured; exactly half fails."));

    private Readings() {}

    static List<String> of(String clause) {
        String reading = BY_CLAUSE.get(clause);
        return reading == null ? List.of(PRELIMINARY) : List.of(PRELIMINARY, reading);
    }
}
