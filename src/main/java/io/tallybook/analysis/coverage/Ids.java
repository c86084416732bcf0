package io.tallybook.analysis.coverage;

import java.math.BigInteger;
import java.util.Comparator;

/** The order of ids: numbers by their size, everything else, and behind the numbers, as text. */
final class Ids {
    static final Comparator<String> NATURAL = Ids::compare;

    private Ids() {}

    private static int compare(String one, String other) {
        boolean number = isNumber(one);
        if (number != isNumber(other)) {
            return number ? -1 : 1;
        }
        int bySize = number ? new BigInteger(one).compareTo(new BigInteger(other)) : 0;
        return bySize == 0 ? one.compareTo(other) : bySize;
    }

    private static boolean isNumber(String id) {
        return !id.isEmpty() && id.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
