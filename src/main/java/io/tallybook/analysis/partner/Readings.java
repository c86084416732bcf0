package io.tallybook.analysis.partner;

import io.tallybook.analysis.ResultWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The reading taken of a clause that leaves room for another one; printed beside each of its results. */
final class Readings implements ResultWriter.Notes {
    private static final String COMPLETE =
            "Lists of the account are taken as complete: what was not delivered does not exist.";

    private static final Set<String> RESTS_ON_LISTS = Set.of(
            "MPP-14", "MPP-15", "MPP-23", "MPP-51", "MPP-54", "MPP-60", "MPP-62", "MPP-63", "MPP-64", "MPP-65",
            "MPP-72", "MPP-76", "MPP-84", "MPP-91", "MPP-93", "MPP-101", "MPP-102", "MPP-105", "MPP-111", "MPP-119");

    private static final Map<String, String> BY_CLAUSE = Map.ofEntries(
            Map.entry("MPP-04", "Nothing is matched by likeness: an unknown name needs a statement."),
            Map.entry("MPP-05", "The day of eligibility and purchase itself is allowed."),
            Map.entry("MPP-06", "A purchase on the last day of sale is in time; a swap is no purchase."),
            Map.entry("MPP-07", "A purchase on the last day of sale is in time; a swap is no purchase."),
            Map.entry("MPP-08", "A purchase on the last day of sale is in time; a renewal counts like a purchase."),
            Map.entry("MPP-09", "A purchase on the last day of sale is in time; a renewal counts like a purchase."),
            Map.entry("MPP-13", "Reading the benefit details on the day of payment is in time."),
            Map.entry("MPP-15", "Uses of all offers and locations are tested against one pool."),
            Map.entry(
                    "MPP-20",
                    "Where attainment and purchase differ, the day of the purchase decides; of a renewal that of the renewal."),
            Map.entry("MPP-25", "Versions are ordered by their release dates."),
            Map.entry("MPP-29", "Roles that the guide does not name are for a person to judge."),
            Map.entry("MPP-33", "Subcontractors are no employees."),
            Map.entry("MPP-34", "The exception for learning partners goes before the general ban."),
            Map.entry("MPP-39", "The owner of the site decides, whatever the purpose."),
            Map.entry("MPP-50", "No grace period for activation is stated, so none is granted."),
            Map.entry("MPP-53", "The smaller of both limits is used."),
            Map.entry("MPP-54", "Where the model is not stated, both counts are made."),
            Map.entry("MPP-61", "First and last day of the enrollment year are included."),
            Map.entry("MPP-62", "Reactivation may be needed: an open one is a reminder."),
            Map.entry("MPP-63", "No time to act is stated: the last day is the end of the rights itself."),
            Map.entry("MPP-65", "Derived: tokens that are not activated are available, but not usable."),
            Map.entry("MPP-70", "Calendar days; the day of the request decides."),
            Map.entry("MPP-72", "The exception is read as one for each chain of tokens."),
            Map.entry("MPP-74", "The last day is included; no grace period is stated."),
            Map.entry("MPP-75", "Access itself is no evidence of rights."),
            Map.entry("MPP-77", "Timely is read as by the end of the previous enrollment year."),
            Map.entry("MPP-78", "A commercial license has to start no later than the day after the rights end."),
            Map.entry("MPP-81", "Assignments that touch in one day do not overlap."),
            Map.entry("MPP-87", "For a fee is read as said of all three examples."),
            Map.entry("MPP-88", "For a fee is read as said of all three examples."),
            Map.entry("MPP-89", "For a fee is read as said of all three examples."),
            Map.entry("MPP-91", "Calendar days from the assignment that ends, unless visual-studio.clock says FIRST."),
            Map.entry("MPP-92", "Going back to an earlier subscriber is a reassignment too."),
            Map.entry("MPP-98", "Monthly and yearly credits, and those of several offers, are never added."),
            Map.entry("MPP-102", "A credit for one of the two services is accepted for both."),
            Map.entry("MPP-106", "The day of release counts: on it the version before becomes N-1."),
            Map.entry("MPP-107", "A request on the last day of mainstream support is covered."),
            Map.entry("MPP-112", "Calendar days; the purchase is day 0."),
            Map.entry("MPP-113", "Initial purchase is read as the first one: a renewal does not restart the clock."),
            Map.entry("MPP-117", "No proportional refund is described: the whole fee is at stake."),
            Map.entry("MPP-119", "The swap is read as one for each purchase."),
            Map.entry("MPP-120", "In both directions the purchase of the pack that is given up counts."),
            Map.entry(
                    "MPP-126",
                    "An anniversary on the last day of the competencies is not the next one; 29 February is 28 February in other"
                            + " years."),
            Map.entry("MPP-131", "Aligned is read as equal, in one currency on the anniversary."),
            Map.entry("MPP-135", "Aligned is read as equal, in one currency on the anniversary."),
            Map.entry("MPP-136", "The launch of the program is read as 2022-10-03."),
            Map.entry("MPP-141", "Licenses of the program count 0."));

    private final String edition;

    Readings(String edition) {
        this.edition = edition;
    }

    @Override
    public String editionOf(String clause) {
        return edition;
    }

    @Override
    public List<String> readingsOf(String clause) {
        List<String> readings = new ArrayList<>();
        if (RESTS_ON_LISTS.contains(clause)) {
            readings.add(COMPLETE);
        }
        String reading = BY_CLAUSE.get(clause);
        if (reading != null) {
            readings.add(reading);
        }
        return readings;
    }
}
