package io.tallybook.analysis.deployment;

import io.tallybook.analysis.Sources;
import io.tallybook.analysis.Verdict;
import io.tallybook.ledger.Entry;
import io.tallybook.ledger.Origin;
import io.tallybook.ledger.YesNo;
import io.tallybook.result.FindingStatus;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Collects the grounds of a verdict: it fails where one ground to fail is certain, is undetermined where one cannot be judged,
 * and else is what the rule says.
 */
final class Grounds {
    private final List<String> failures = new ArrayList<>();
    private final List<String> open = new ArrayList<>();
    private final List<Origin> origins = new ArrayList<>();
    private Optional<LocalDate> failedOn = Optional.empty();

    /** The rows that the verdict rests on; a row that was not delivered is passed over. */
    Grounds from(@Nullable Entry<?>... entries) {
        for (Entry<?> entry : entries) {
            if (entry != null) {
                origins.add(entry.origin());
            }
        }
        return this;
    }

    Grounds from(Iterable<? extends Entry<?>> entries) {
        entries.forEach(entry -> origins.add(entry.origin()));
        return this;
    }

    Grounds fail(String why) {
        failures.add(why);
        return this;
    }

    /** Fails on a day; of several the first stands beside the verdict. */
    Grounds fail(String why, LocalDate day) {
        if (failedOn.isEmpty() || day.isBefore(failedOn.get())) {
            failedOn = Optional.of(day);
        }
        return fail(why);
    }

    /** A ground that cannot be judged, with what would settle it. */
    Grounds open(String why) {
        open.add(why);
        return this;
    }

    /** Takes the answer to a condition that has to be met. */
    Grounds require(YesNo met, String whenNot, String whenUnknown) {
        return switch (met) {
            case YES -> this;
            case NO -> fail(whenNot);
            case UNKNOWN -> open(whenUnknown);
        };
    }

    boolean isDecided() {
        return !failures.isEmpty() || !open.isEmpty();
    }

    boolean hasFailed() {
        return !failures.isEmpty();
    }

    /** Returns the verdict, PASS with this reason where nothing speaks against it. */
    Verdict orPass(String reason) {
        return or(FindingStatus.PASS, reason);
    }

    /** Returns the verdict, open to a person's statement where nothing speaks against it. */
    Verdict orAsk(String question) {
        return or(FindingStatus.ATTEST, question);
    }

    Verdict or(FindingStatus otherwise, String reason) {
        Verdict verdict = !failures.isEmpty()
                ? Verdict.fail(sentences(failures, open))
                : !open.isEmpty() ? Verdict.undetermined(sentences(open, List.of())) : Verdict.of(otherwise, reason);
        Verdict dated = failures.isEmpty() ? verdict : failedOn.map(verdict::on).orElse(verdict);
        return dated.from(Sources.ofOrigins(origins));
    }

    private static String sentences(List<String> first, List<String> more) {
        List<String> all = new ArrayList<>();
        for (String reason : first) {
            all.add(sentence(reason));
        }
        for (String reason : more) {
            all.add("Not judged: " + sentence(reason));
        }
        return String.join(" ", all.stream().distinct().toList());
    }

    private static String sentence(String text) {
        String capital = text.isEmpty() || text.startsWith("sa_") ? text : keepId(text);
        return capital.endsWith(".") ? capital : capital + ".";
    }

    // A text that begins with a plain lower-case word begins a sentence; ids and columns stay as they are.
    private static String keepId(String text) {
        int end = text.indexOf(' ');
        String word = end < 0 ? text : text.substring(0, end);
        boolean plain = word.chars().allMatch(c -> c >= 'a' && c <= 'z');
        return plain ? Character.toUpperCase(text.charAt(0)) + text.substring(1) : text;
    }
}
