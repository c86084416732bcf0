package io.tallybook.analysis.partner;

import io.tallybook.analysis.ResultWriter;
import io.tallybook.analysis.Verdict;
import io.tallybook.ledger.Entry;
import io.tallybook.ledger.KeyActivation;
import io.tallybook.result.Figure;
import io.tallybook.result.FindingStatus;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Tokens of cloud services: used whole, once, on one tenant; replaced once; entered in time (MPP-66 to MPP-73, MPP-77). */
final class Tokens {
    private final Partnership partnership;
    private final Rulebook rules;
    private final ResultWriter out;

    Tokens(Partnership partnership, ResultWriter out) {
        this.partnership = partnership;
        this.rules = partnership.rules();
        this.out = out;
    }

    void write() {
        for (Key token : partnership.tokens()) {
            List<String> made = partnership.madeFrom(token);
            if (token.activated().isPresent() || !token.row().parent().isEmpty() || !made.isEmpty()) {
                find("MPP-66", token, whole(token, made));
            }
            token.activated().ifPresent(day -> {
                find("MPP-67", token, once(token));
                find("MPP-68", token, unmoved(token));
                out.add(figure("key.replacement-until", token)
                        .work("activated", day.toString())
                        .work("days after the activation", "" + rules.replacementDays(), "days")
                        .known(day.plusDays(rules.replacementDays()).toString()));
            });
            writeRequest(token);
            writeRefusal(token);
            partnership
                    .offers()
                    .named(token.row().offer())
                    .flatMap(partnership.offers()::previous)
                    .ifPresent(previous -> writeRedemption(token, previous.end()));
        }
        writeReplacements();
    }

    private Verdict find(String clause, Key token, Verdict verdict) {
        return out.find(clause, token.subject(), verdict.from(token.sources()));
    }

    private Figure.Builder figure(String measure, Key token) {
        return out.figure(measure, token.subject()).sources(token.sources());
    }

    private static Verdict whole(Key token, List<String> made) {
        List<KeyActivation> rows = token.events().stream().map(Entry::record).toList();
        Set<String> tenants = rows.stream()
                .map(KeyActivation::tenant)
                .filter(tenant -> !tenant.isEmpty())
                .collect(Collectors.toCollection(java.util.TreeSet::new));
        if (!token.row().parent().isEmpty()) {
            return Verdict.fail("Token split: made from " + token.row().parent() + ".");
        }
        if (!made.isEmpty()) {
            return Verdict.fail("Token split: " + String.join(", ", made) + " made from it.");
        }
        if (tenants.size() > 1) {
            return Verdict.fail("Token split: activated on the tenants " + String.join(", ", tenants) + ".");
        }
        Integer seats = token.row().seats();
        Optional<Integer> other = rows.stream()
                .map(KeyActivation::seats)
                .filter(Objects::nonNull)
                .filter(count -> !count.equals(seats))
                .findFirst();
        if (other.isPresent()) {
            return Verdict.undetermined("Data warning: activated with " + other.get() + " seats, the token has "
                    + (seats == null ? "a number that is not known" : seats) + ".");
        }
        return rows.stream().anyMatch(row -> row.tenant().isEmpty())
                ? Verdict.undetermined("The tenant of an activation is not known: fill `tenant`.")
                : Verdict.pass("Activated whole on " + String.join(", ", tenants) + ".");
    }

    private static Verdict once(Key token) {
        List<KeyActivation> events = token.distinctEvents();
        String repeated = token.events().size() > events.size() ? " Repeated rows of one day and tenant are one." : "";
        return events.size() == 1
                ? Verdict.pass("Activated once, on " + events.get(0).date() + "." + repeated)
                : Verdict.fail("Activated " + events.size() + " times, again on "
                        + events.get(1).date() + "." + repeated);
    }

    private static Verdict unmoved(Key token) {
        List<KeyActivation> rows = token.events().stream().map(Entry::record).toList();
        for (KeyActivation row : rows) {
            if (!row.tenant().isEmpty()
                    && !row.currentTenant().isEmpty()
                    && !row.tenant().equals(row.currentTenant())) {
                return Verdict.fail("Seats activated on " + row.tenant() + " are on " + row.currentTenant() + " now.");
            }
        }
        return rows.stream()
                        .anyMatch(row ->
                                row.tenant().isEmpty() || row.currentTenant().isEmpty())
                ? Verdict.undetermined("Where the seats were activated or are now is not known: fill `tenant` and"
                        + " `current_tenant`.")
                : Verdict.pass("The seats are where they were activated.");
    }

    private void writeRequest(Key token) {
        LocalDate requested = rules.happened(token.row().replacementRequested());
        if (requested == null) {
            return;
        }
        Optional<LocalDate> activated = token.activated().filter(day -> !day.isAfter(requested));
        Verdict verdict = activated
                .map(day -> inTime(requested, day.plusDays(rules.replacementDays())))
                .orElseGet(() -> Verdict.notApplicable(
                        "The token was not activated on " + requested + ", when a replacement was asked for."));
        if (find("MPP-70", token, verdict).is(FindingStatus.PASS)) {
            find(
                    "MPP-71",
                    token,
                    Verdict.attest(
                            "Asked for within the window, and Microsoft decides: was the replacement" + " approved?"));
        }
    }

    private static Verdict inTime(LocalDate requested, LocalDate until) {
        String what = "A replacement was asked for on " + requested + ", the last day is " + until;
        return requested.isAfter(until)
                ? Verdict.fail(what + ": " + ChronoUnit.DAYS.between(until, requested) + " days too late.")
                : Verdict.pass(what + ".");
    }

    /** MPP-73: only what a person recorded. */
    private void writeRefusal(Key token) {
        if (rules.attestations().answer(token.subject(), "MPP-73").isPresent()) {
            find("MPP-73", token, Verdict.attest("Did Microsoft issue the token?"));
        }
    }

    private void writeRedemption(Key token, LocalDate until) {
        Optional<LocalDate> activated = token.activated();
        LocalDate reached = activated.orElse(partnership.asOf());
        long lapse = Math.max(0, ChronoUnit.DAYS.between(until, reached));
        out.add(figure("key.redeem-by", token).known(until.toString()));
        out.add(figure("key.lapse-days", token)
                .work("end of the previous enrollment year", until.toString())
                .work(activated.isPresent() ? "activated" : "not activated as of", reached.toString())
                .known(lapse));
        Verdict verdict;
        if (reached.isAfter(until)) {
            verdict = Verdict.fail((activated.isPresent() ? "Activated on " + reached : "Not activated on " + reached)
                    + ", the previous enrollment year ended on " + until + ": lapse of " + lapse + " days.");
        } else if (activated.isPresent()) {
            verdict = Verdict.pass(
                    "Activated on " + reached + ", by the end of the previous enrollment year on " + until + ".");
        } else {
            verdict = Verdict.atRisk("Not activated yet; the previous enrollment year ends on " + until + ".")
                    .on(until);
        }
        find("MPP-77", token, verdict);
    }

    /** MPP-72: one replacement; tokens that replace each other are one chain. */
    private void writeReplacements() {
        Map<String, String> chains = new HashMap<>();
        for (Key token : partnership.tokens()) {
            if (!token.row().replaces().isEmpty()) {
                join(chains, token.id(), token.row().replaces());
            }
        }
        List<Key> replacing = partnership.tokens().stream()
                .filter(token -> !token.row().replaces().isEmpty())
                .sorted(Comparator.comparing(
                        token -> token.row().issued(), Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
        List<Key> earlier = new ArrayList<>();
        for (Key token : replacing) {
            String chain = root(chains, token.id());
            Optional<Key> same = earlier.stream()
                    .filter(other -> root(chains, other.id()).equals(chain))
                    .findFirst();
            Verdict verdict;
            if (earlier.isEmpty()) {
                verdict = Verdict.pass("The first replacement token of the account.");
            } else if (same.isPresent()) {
                verdict = Verdict.fail(
                        "One-time exception used: " + same.get().id() + " already replaced a token of this chain.");
            } else {
                verdict = Verdict.undetermined("Review: the account got another replacement token before; whether the"
                        + " exception is one for each token or one for each partner is not stated.");
            }
            find("MPP-72", token, verdict);
            earlier.add(token);
        }
    }

    private static void join(Map<String, String> chains, String one, String other) {
        String first = root(chains, one);
        String second = root(chains, other);
        if (!first.equals(second)) {
            chains.put(first, second);
        }
    }

    private static String root(Map<String, String> chains, String id) {
        String at = id;
        String next = chains.get(at);
        while (next != null) {
            at = next;
            next = chains.get(at);
        }
        return at;
    }
}
