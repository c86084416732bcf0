package io.tallybook.analysis.partner;

import io.tallybook.ledger.Entry;
import io.tallybook.ledger.KeyActivation;
import io.tallybook.ledger.ProgramKey;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How many activations of a key are used (MPP-54 to MPP-59): at least, at most.
 *
 * <p>Where every activation counts, both are the number of events. By scenario a new machine counts 1, the same machine
 * again only after a significant hardware change; what is not recorded counts 0 at least and 1 at most. For an offer whose
 * model is not stated the scenario gives the least and every event the most.
 *
 * @param low  used at least
 * @param high  used at most
 * @param model  how it was counted, in words
 */
record ActivationCount(int low, int high, String model) {

    static ActivationCount of(Key key, Offers offers, Rulebook rules) {
        Optional<Offer> offer = offers.named(key.row().offer());
        Optional<Rulebook.ActivationModel> model = offer.flatMap(found -> rules.activationModel(found.code()));
        int every = key.events().size();
        ActivationCount byScenario = byScenario(key.events());
        if (model.isEmpty()) {
            String why = offer.map(found -> "not stated for " + found.code()).orElse("not known, no offer is named");
            return new ActivationCount(byScenario.low, every, why);
        }
        return switch (model.get()) {
            case EVERY -> new ActivationCount(every, every, "every activation counts");
            case SCENARIO -> byScenario;
        };
    }

    private static ActivationCount byScenario(List<Entry<KeyActivation>> events) {
        int low = 0;
        int high = 0;
        Set<String> machines = new HashSet<>();
        for (Entry<KeyActivation> event : events) {
            String machine = event.record().machine();
            if (machine.isEmpty()) {
                high++;
            } else if (machines.add(machine)) {
                low++;
                high++;
            } else {
                low += event.record().hardwareChange().isYes() ? 1 : 0;
                high += event.record().hardwareChange().isNo() ? 0 : 1;
            }
        }
        return new ActivationCount(low, high, "by scenario: new machines and significant hardware changes count");
    }

    boolean isCertain() {
        return low == high;
    }

    /** For a sentence, e.g. {@code 1 to 2}. */
    String text() {
        return isCertain() ? "" + low : low + " to " + high;
    }

    /** The number of activations that a Multiple Activation Key has; it cannot grow after it was issued. Null if not known. */
    static @Nullable Integer limit(ProgramKey row) {
        Integer limit = row.activationLimit();
        Integer issued = row.issuedLimit();
        return limit == null || issued == null ? limit : Integer.valueOf(Math.min(limit, issued));
    }
}
