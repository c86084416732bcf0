package io.tallybook.analysis.partner;

import io.tallybook.analysis.ResultWriter;
import io.tallybook.analysis.Sources;
import io.tallybook.analysis.Verdict;
import io.tallybook.ledger.Entry;
import io.tallybook.ledger.KeyActivation;
import io.tallybook.ledger.KeyActivation.CoveredBy;
import io.tallybook.ledger.PartnerOrganization;
import io.tallybook.ledger.PartnerOrganization.Relation;
import io.tallybook.ledger.ProgramKey.IssuedTo;
import io.tallybook.result.Figure;
import io.tallybook.result.FigureState;
import io.tallybook.terms.ProductKey;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Keys of the organization and their activations (MPP-44, -46, -51 to -60, -62). */
final class KeyResults {
    /** What keys are granted as: an offer and a product. */
    private record Grant(String offer, ProductKey product) {}

    private final Partnership partnership;
    private final Rulebook rules;
    private final Grants grants;
    private final ResultWriter out;
    private final Map<Grant, Long> grantedSeats = new HashMap<>();

    KeyResults(Partnership partnership, Grants grants, ResultWriter out) {
        this.partnership = partnership;
        this.rules = partnership.rules();
        this.grants = grants;
        this.out = out;
        for (Key key : partnership.keys()) {
            Integer seats = key.row().seats();
            if (key.isKey() && key.row().parent().isEmpty() && seats != null) {
                grantedSeats.merge(new Grant(key.row().offer(), key.product()), seats.longValue(), Long::sum);
            }
        }
    }

    void write() {
        for (Key key : partnership.keys()) {
            if (key.isKey() || key.isToken()) {
                find("MPP-44", key, insideOrganization(key));
            }
            if (key.kind() == Key.Kind.NOT_KNOWN) {
                out.add(figure("key.activations-used", key)
                        .unknown("Whether it is a key or a token is not known: fill `type`."));
            }
            if (key.isKey()) {
                ActivationCount count = ActivationCount.of(key, partnership.offers(), rules);
                writeUsed(key, count);
                if (key.isMak()) {
                    writeLimit(key, count);
                }
                find("MPP-60", key, asGranted(key));
                writeReactivation(key);
            }
        }
        writeMachines();
    }

    private void find(String clause, Key key, Verdict verdict) {
        out.find(clause, key.subject(), verdict.from(key.sources()));
    }

    private Figure.Builder figure(String measure, Key key) {
        return out.figure(measure, key.subject()).sources(key.sources());
    }

    private Verdict insideOrganization(Key key) {
        List<String> failed = new ArrayList<>();
        List<String> open = new ArrayList<>();
        IssuedTo issuedTo = key.row().issuedTo();
        if (issuedTo == IssuedTo.PERSON) {
            failed.add("Issued to a person.");
        } else if (issuedTo == null) {
            open.add("Whom it was issued to is not known: fill `issued_to`.");
        }
        for (Entry<KeyActivation> event : key.events()) {
            if (!event.record().organization().isEmpty()) {
                judge(event.record(), failed, open);
            }
        }
        if (!failed.isEmpty()) {
            return Verdict.fail(String.join(" ", failed));
        }
        return open.isEmpty()
                ? Verdict.pass("Issued to the organization and used in it.")
                : Verdict.undetermined(String.join(" ", open));
    }

    private void judge(KeyActivation event, List<String> failed, List<String> open) {
        String id = event.organization();
        Optional<PartnerOrganization> row = partnership.organization(id);
        Relation relation = row.map(PartnerOrganization::relation).orElse(null);
        String what = "used by " + id + " on " + event.date();
        if (row.isEmpty() || relation == Relation.OTHER) {
            failed.add("Key outside its organization: " + what + ".");
        } else if (relation == null) {
            open.add("Cannot determine: " + what + ", whose `relation` is blank.");
        } else if (relation == Relation.LOCATION) {
            if (!isListed(row.get(), event.date())) {
                failed.add("Key outside its organization: " + what + ", when that location was not listed.");
            }
        } else {
            open.add("Review: " + what + ", which is " + relation + ".");
        }
    }

    private static boolean isListed(PartnerOrganization row, LocalDate day) {
        LocalDate from = row.listedFrom();
        LocalDate until = row.listedUntil();
        return (from == null || !day.isBefore(from)) && (until == null || !day.isAfter(until));
    }

    private void writeUsed(Key key, ActivationCount count) {
        Figure.Builder used = figure("key.activations-used", key)
                .work("counted", count.model())
                .work("events", Integer.toString(key.events().size()), "activations");
        out.add(
                count.isCertain()
                        ? used.known(count.low())
                        : used.state(FigureState.LOWER_BOUND, "" + count.low(), doubt(count)));
        if (!count.isCertain()) {
            out.add(figure("key.activations-used-at-most", key)
                    .work("counted", count.model())
                    .state(FigureState.UPPER_BOUND, "" + count.high(), doubt(count)));
        }
    }

    private static String doubt(ActivationCount count) {
        return "Between " + count.low() + " and " + count.high()
                + ": fill `machine` and `hardware_change` in `key_activations`, and the `offer` of the key. Counted "
                + count.model() + ".";
    }

    private void writeLimit(Key key, ActivationCount count) {
        Integer limit = ActivationCount.limit(key.row());
        Integer stated = key.row().activationLimit();
        Integer issued = key.row().issuedLimit();
        if (stated != null && issued != null) {
            find(
                    "MPP-53",
                    key,
                    stated > issued
                            ? Verdict.undetermined("Data warning: the limit is " + stated + " but was " + issued
                                    + " when the key was issued; a limit cannot grow, so " + issued + " is used.")
                            : Verdict.pass("The limit " + stated + " has not grown since the key was issued."));
        }
        Figure.Builder remaining = figure("key.activations-remaining", key);
        if (limit == null) {
            String reason =
                    "Cannot determine: the number of activations that the key has is not known: fill `activation_limit`.";
            out.add(remaining.unknown(reason));
            find("MPP-51", key, Verdict.undetermined(reason));
            find("MPP-52", key, Verdict.undetermined(reason));
            return;
        }
        int left = Math.max(0, limit - count.high());
        remaining.work("limit", limit.toString(), "activations").work("used at most", "" + count.high(), "activations");
        out.add(
                count.isCertain() || count.low() >= limit
                        ? remaining.known(left)
                        : remaining.state(FigureState.LOWER_BOUND, "" + left, doubt(count)));
        String what = count.text() + " of " + limit + " activations are used";
        find(
                "MPP-51",
                key,
                count.low() > limit
                        ? Verdict.fail(what + ": more than the key has.")
                        : count.high() <= limit
                                ? Verdict.pass(what + ".")
                                : Verdict.attest(what + ". Are they no more than the key has?"));
        find(
                "MPP-52",
                key,
                count.low() >= limit
                        ? Verdict.fail(what + ": exhausted. The last activation itself was valid.")
                        : count.high() < limit
                                ? Verdict.pass(what + ".")
                                : Verdict.attest(what + ". Does the key have an activation left?"));
    }

    /** MPP-60: keys are neither divided nor combined, and do not add up to more than was granted. */
    private Verdict asGranted(Key key) {
        if (!key.row().parent().isEmpty()) {
            return Verdict.fail("Key split: made from " + key.row().parent() + ".");
        }
        List<String> children = partnership.madeFrom(key);
        if (!children.isEmpty()) {
            return Verdict.fail("Key split: " + String.join(", ", children) + " made from it.");
        }
        Optional<BigDecimal> granted =
                partnership.offers().named(key.row().offer()).flatMap(offer -> grants.quantity(offer, key.product()));
        long seats = grantedSeats.getOrDefault(new Grant(key.row().offer(), key.product()), 0L);
        if (granted.isPresent() && BigDecimal.valueOf(seats).compareTo(granted.get()) > 0) {
            return Verdict.fail(
                    "The keys of " + key.row().offer() + " for " + key.row().product() + " have " + seats
                            + " seats together, granted are " + granted.get().toPlainString() + ".");
        }
        return Verdict.pass("Used as granted: no key was made from another.");
    }

    private void writeReactivation(Key key) {
        Optional<LocalDate> renewal = partnership
                .offers()
                .named(key.row().offer())
                .flatMap(offer -> partnership.offers().continuations(offer).stream()
                        .max(Comparator.comparing(Offer::start).thenComparing(Offer::purchased)))
                .map(Offer::purchased);
        if (renewal.isEmpty()) {
            return;
        }
        LocalDate day = renewal.get();
        LocalDate done = rules.happened(key.row().reactivated());
        out.add(figure("key.reactivate-from", key).known(day.toString()));
        find(
                "MPP-62",
                key,
                done != null && !done.isBefore(day)
                        ? Verdict.pass("Reactivated on " + done + ", after the renewal of " + day + ".")
                        : Verdict.atRisk("A reminder: the key may have to be reactivated from the renewal of " + day
                                        + " on, and no later reactivation is recorded.")
                                .on(day));
    }

    private void writeMachines() {
        Map<String, List<Entry<KeyActivation>>> machines = new TreeMap<>();
        partnership.keys().stream()
                .filter(Key::isKey)
                .flatMap(key -> key.events().stream())
                .filter(event -> !event.record().machine().isEmpty())
                .forEach(event -> machines.computeIfAbsent(event.record().machine(), id -> new ArrayList<>())
                        .add(event));
        Map<String, List<Use>> uses = new HashMap<>();
        partnership
                .usesInForce()
                .forEach(use -> uses.computeIfAbsent(use.row().machine(), id -> new ArrayList<>())
                        .add(use));
        machines.forEach((machine, events) -> {
            List<Use> covering = uses.getOrDefault(machine, List.of());
            List<Entry<?>> rows = new ArrayList<>(events);
            covering.forEach(use -> rows.add(use.entry()));
            out.find("MPP-46", "machine:" + machine, licensed(events, covering).from(Sources.of(rows)));
        });
    }

    private static Verdict licensed(List<Entry<KeyActivation>> events, List<Use> uses) {
        Set<CoveredBy> covers = new LinkedHashSet<>();
        boolean blank = false;
        for (Entry<KeyActivation> event : events) {
            CoveredBy cover = event.record().coveredBy();
            if (cover == null) {
                blank = true;
            } else {
                covers.add(cover);
            }
        }
        if (covers.contains(CoveredBy.PROGRAM) || covers.contains(CoveredBy.COMMERCIAL)) {
            covers.remove(CoveredBy.NONE);
            return Verdict.pass("Covered by a license: " + covers.iterator().next() + ".");
        }
        if (!uses.isEmpty()) {
            return Verdict.pass(
                    "Covered by a program license: use " + uses.get(0).row().use() + ".");
        }
        return blank
                ? Verdict.undetermined("Which license covers the machine is not known: fill `covered_by`.")
                : Verdict.fail("The machine is not licensed: no license covers it, whatever key was used.");
    }
}
