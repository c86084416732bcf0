package io.tallybook.analysis.partner;

import io.tallybook.analysis.ResultWriter;
import io.tallybook.analysis.Sources;
import io.tallybook.analysis.Verdict;
import io.tallybook.ledger.Entry;
import io.tallybook.ledger.OfferBenefit;
import io.tallybook.ledger.PartnerPerson;
import io.tallybook.ledger.PartnerPerson.Employment;
import io.tallybook.ledger.VsAssignment;
import io.tallybook.ledger.VsSubscription;
import io.tallybook.ledger.VsSubscription.Edition;
import io.tallybook.terms.ProductKey;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Visual Studio subscriptions: edition, assignment, activation, reassignment (MPP-79 to MPP-84, MPP-91, MPP-92). */
final class StudioSubscriptions {
    private static final List<ProductKey> ENTERPRISE = List.of(
            ProductKey.asWritten("Visual Studio Enterprise"),
            ProductKey.asWritten("Visual Studio Enterprise Subscription"));

    private final Partnership partnership;
    private final Rulebook rules;
    private final ResultWriter out;
    private final Map<String, List<Entry<VsAssignment>>> assignments = new HashMap<>();

    StudioSubscriptions(Partnership partnership, ResultWriter out) {
        this.partnership = partnership;
        this.rules = partnership.rules();
        this.out = out;
        partnership.upToDate(VsAssignment.class, VsAssignment::assigned).stream()
                .sorted(Comparator.comparing(entry -> entry.record().assigned()))
                .forEach(entry -> assignments
                        .computeIfAbsent(entry.record().vsSubscription(), id -> new ArrayList<>())
                        .add(entry));
    }

    void write() {
        for (Entry<VsSubscription> subscription : partnership.dossier().all(VsSubscription.class)) {
            writeEdition(subscription);
            List<Entry<VsAssignment>> held =
                    assignments.getOrDefault(subscription.record().vsSubscription(), List.of());
            List<Entry<VsAssignment>> now = held.stream()
                    .filter(entry -> holds(entry.record(), partnership.asOf()))
                    .toList();
            if (!held.isEmpty()) {
                find("MPP-81", subscription, held, onePerson(held));
                writeHandOvers(subscription, held);
            }
            find("MPP-82", subscription, held, assigned(subscription.record(), now));
            now.forEach(entry -> find("MPP-83", subscription, List.of(entry), activated(entry.record())));
        }
        writeSignIns();
    }

    private void find(
            String clause, Entry<VsSubscription> subscription, List<? extends Entry<?>> more, Verdict verdict) {
        List<Entry<?>> rows = new ArrayList<>(more);
        rows.add(subscription);
        out.find(clause, subject(subscription), verdict.from(Sources.of(rows)));
    }

    private static String subject(Entry<VsSubscription> subscription) {
        return "vs_subscription:" + subscription.record().vsSubscription();
    }

    private static boolean holds(VsAssignment row, LocalDate day) {
        LocalDate ended = row.ended();
        return !row.assigned().isAfter(day) && (ended == null || !ended.isBefore(day));
    }

    private void writeEdition(Entry<VsSubscription> subscription) {
        Edition edition = subscription.record().edition();
        Optional<Offer> offer = partnership.offers().named(subscription.record().offer());
        Optional<Rulebook.StudioEdition> comes = offer.flatMap(found -> rules.studioEdition(found.code()));
        boolean known = offer.filter(Offer::isListed).isPresent();
        if (comes.filter(found -> found == Rulebook.StudioEdition.PROFESSIONAL).isPresent()) {
            String code = offer.map(Offer::code).orElse("");
            find(
                    "MPP-80",
                    subscription,
                    List.of(),
                    edition == Edition.PROFESSIONAL
                            ? Verdict.pass("Visual Studio Professional comes with " + code + ".")
                            : Verdict.fail("Visual Studio Enterprise is not in " + code + ", which comes with"
                                    + " Professional."));
        } else if (edition == Edition.PROFESSIONAL || (known && comes.isEmpty())) {
            find(
                    "MPP-80",
                    subscription,
                    List.of(),
                    Verdict.undetermined("Not stated: whether Visual Studio " + edition + " comes with "
                            + offer.map(Offer::code).orElse("an offer that is not named or not delivered") + "."));
        } else {
            find("MPP-79", subscription, List.of(), enterprise(offer, comes));
        }
    }

    private Verdict enterprise(Optional<Offer> offer, Optional<Rulebook.StudioEdition> comes) {
        if (offer.isEmpty() || comes.isEmpty()) {
            return Verdict.undetermined("Cannot determine: the offer of the subscription is "
                    + offer.map(found -> "not one that the guide lists, " + found.code())
                            .orElse("not named or was not delivered: fill `offer`")
                    + ".");
        }
        if (comes.get() == Rulebook.StudioEdition.ENTERPRISE) {
            return Verdict.pass(
                    "Visual Studio Enterprise comes with " + offer.get().code() + ".");
        }
        Optional<Entry<OfferBenefit>> row = rules.benefits().first(offer.get(), ENTERPRISE);
        BigDecimal quantity = row.map(entry -> entry.record().quantity()).orElse(null);
        String designation = offer.get().row().designation();
        String what = "Visual Studio Enterprise for " + offer.get().code()
                + (designation.isBlank() ? "" : ", " + designation);
        if (quantity == null) {
            return Verdict.undetermined("Cannot determine: no quantity of " + what + ": add its row to"
                    + " `offer_benefits`; only certain designations come with it.");
        }
        return quantity.signum() > 0
                ? Verdict.pass("The list has " + quantity.toPlainString() + " " + what + ".")
                : Verdict.fail("The list has no " + what + ".");
    }

    private Verdict onePerson(List<Entry<VsAssignment>> held) {
        for (int i = 0; i < held.size(); i++) {
            for (VsAssignment later :
                    held.subList(i + 1, held.size()).stream().map(Entry::record).toList()) {
                VsAssignment earlier = held.get(i).record();
                LocalDate ended = earlier.ended();
                boolean overlap = ended == null || later.assigned().isBefore(ended);
                if (overlap && !later.person().equals(earlier.person())) {
                    return Verdict.fail("Shared: " + earlier.person() + " from " + earlier.assigned() + " to "
                            + (ended == null ? "today" : ended) + " and " + later.person() + " from "
                            + later.assigned() + ".");
                }
            }
        }
        return held.stream()
                .map(entry -> partnership.person(entry.record().person()))
                .flatMap(Optional::stream)
                .filter(person -> person.employment() == Employment.NOT_A_PERSON)
                .findFirst()
                .map(person -> Verdict.undetermined("Review: " + person.person() + " is not a person."))
                .orElseGet(() -> Verdict.pass("One person at a time."));
    }

    private Verdict assigned(VsSubscription row, List<Entry<VsAssignment>> now) {
        if (!now.isEmpty()) {
            return Verdict.pass("Assigned to " + now.get(0).record().person() + " since "
                    + now.get(0).record().assigned() + ".");
        }
        String nobody = "Assigned to nobody on " + partnership.asOf();
        return switch (row.inUse()) {
            case YES -> Verdict.fail(nobody + ", but in use.");
            case NO -> Verdict.notApplicable(nobody + " and not in use: available.");
            case UNKNOWN -> Verdict.undetermined(nobody + "; whether it is in use is not known: fill `in_use`.");
        };
    }

    private Verdict activated(VsAssignment row) {
        LocalDate activated = rules.happened(row.activated());
        String who = row.person() + ", assigned on " + row.assigned();
        if (activated == null) {
            return Verdict.fail("Not valid until activated: " + who + ", has not activated it.");
        }
        return activated.isBefore(row.assigned())
                ? Verdict.undetermined("Data warning: activated on " + activated + " by " + who + ", that is, before.")
                : Verdict.pass("Activated on " + activated + " by " + who + ".");
    }

    private void writeHandOvers(Entry<VsSubscription> subscription, List<Entry<VsAssignment>> held) {
        List<Tenure> tenures = Tenure.of(held);
        LocalDate veryFirst = tenures.get(0).from();
        LocalDate present = tenures.get(tenures.size() - 1).from();
        LocalDate clock = rules.settings().fromFirstAssignment() ? veryFirst : present;
        List<Entry<?>> rows = new ArrayList<>(held);
        rows.add(subscription);
        out.add(out.figure("visual-studio.next-reassignment", subject(subscription))
                .work("first day of the present assignment", present.toString())
                .work("first day of the very first assignment", veryFirst.toString())
                .work("days from the assignment on", "" + rules.studioDays(), "days")
                .sources(Sources.of(rows))
                .known(clock.plusDays(rules.studioDays()).toString()));
        Set<String> before = new HashSet<>();
        for (int i = 1; i < tenures.size(); i++) {
            before.add(tenures.get(i - 1).person());
            Tenure next = tenures.get(i);
            Verdict verdict = handOver(tenures.get(i - 1), next, veryFirst);
            find("MPP-91", subscription, held, verdict);
            if (before.contains(next.person())) {
                find("MPP-92", subscription, held, verdict);
            }
        }
    }

    private Verdict handOver(Tenure ended, Tenure next, LocalDate veryFirst) {
        LocalDate from = rules.settings().fromFirstAssignment() ? veryFirst : ended.from();
        long days = ChronoUnit.DAYS.between(from, next.from());
        String what = "From " + ended.person() + " to " + next.person() + " on " + next.from() + ", " + days
                + " days after " + from + " (first assignment " + veryFirst + ")";
        return days < rules.studioDays()
                ? Verdict.fail(what + ": the earliest day was " + from.plusDays(rules.studioDays()) + ".")
                : Verdict.pass(what + ".");
    }

    /** MPP-84: two subscribers with one sign-in are evidence that no statement cures. */
    private void writeSignIns() {
        List<Entry<VsAssignment>> rows =
                assignments.values().stream().flatMap(List::stream).toList();
        if (rows.isEmpty()) {
            return;
        }
        Map<String, String> owners = new HashMap<>();
        @Nullable Verdict shared = null;
        for (String person : new TreeSet<>(
                rows.stream().map(entry -> entry.record().person()).toList())) {
            String signIn = partnership
                    .person(person)
                    .map(PartnerPerson::signIn)
                    .orElse("")
                    .strip()
                    .toLowerCase(Locale.ROOT);
            String other = signIn.isEmpty() ? null : owners.putIfAbsent(signIn, person);
            if (other != null) {
                shared = Verdict.fail(other + " and " + person + " sign in with the same account " + signIn + ".");
            }
        }
        out.find(
                "MPP-84",
                partnership.subject(),
                (shared == null ? Verdict.attest("Are no sign-in credentials shared?") : shared)
                        .from(Sources.of(rows)));
    }
}
