package io.tallybook.analysis.coverage;

import io.tallybook.terms.ProductKey;
import java.util.HashSet;
import java.util.Set;

/** Between which products Step-Up Licenses exist. */
final class StepUpPairs {
    private record Pair(ProductKey from, ProductKey to) {}

    private final Set<Pair> pairs;
    private final Set<Pair> desktops;

    private StepUpPairs(Set<Pair> pairs, Set<Pair> desktops) {
        this.pairs = pairs;
        this.desktops = desktops;
    }

    static StepUpPairs of(CoverageRules rules) {
        return new StepUpPairs(pairs(rules, "step-up-pairs"), pairs(rules, "step-up-desktop-pairs"));
    }

    private static Set<Pair> pairs(CoverageRules rules, String term) {
        Set<Pair> pairs = new HashSet<>();
        rules.rows(term)
                .forEach(row -> pairs.add(new Pair(
                        ProductKey.of(CoverageRules.cell(row, "from")), ProductKey.of(CoverageRules.cell(row, "to")))));
        return pairs;
    }

    boolean isListed(ProductKey from, ProductKey to) {
        return pairs.contains(new Pair(from, to));
    }

    /** Is it one of the pairs of desktop bundles? */
    boolean isDesktop(ProductKey from, ProductKey to) {
        return desktops.contains(new Pair(from, to));
    }

    int size() {
        return pairs.size();
    }
}
