package io.tallybook.analysis;

import io.tallybook.result.FindingStatus;
import io.tallybook.result.SourceRows;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a rule says of one subject, before it is written as a finding.
 *
 * @param status  the status
 * @param reason  how it came about, in plain sentences
 * @param date  the date that it turns on, or empty
 * @param assumptions  what it rests on besides the readings of its clause
 * @param sources  the rows it rests on
 */
public record Verdict(
        FindingStatus status,
        String reason,
        Optional<LocalDate> date,
        List<String> assumptions,
        List<SourceRows> sources) {

    public Verdict {
        assumptions = List.copyOf(assumptions);
        sources = List.copyOf(sources);
    }

    public static Verdict of(FindingStatus status, String reason) {
        return new Verdict(status, reason, Optional.empty(), List.of(), List.of());
    }

    public static Verdict pass(String reason) {
        return of(FindingStatus.PASS, reason);
    }

    public static Verdict fail(String reason) {
        return of(FindingStatus.FAIL, reason);
    }

    public static Verdict undetermined(String reason) {
        return of(FindingStatus.UNDETERMINED, reason);
    }

    public static Verdict attest(String reason) {
        return of(FindingStatus.ATTEST, reason);
    }

    public static Verdict atRisk(String reason) {
        return of(FindingStatus.AT_RISK, reason);
    }

    public static Verdict notApplicable(String reason) {
        return of(FindingStatus.NOT_APPLICABLE, reason);
    }

    public boolean is(FindingStatus other) {
        return status == other;
    }

    public Verdict on(LocalDate newDate) {
        return new Verdict(status, reason, Optional.of(newDate), assumptions, sources);
    }

    public Verdict from(List<SourceRows> newSources) {
        return new Verdict(status, reason, date, assumptions, newSources);
    }

    public Verdict assuming(String assumption) {
        List<String> more = new ArrayList<>(assumptions);
        more.add(assumption);
        return new Verdict(status, reason, date, more, sources);
    }

    public Verdict with(FindingStatus newStatus, String newReason) {
        return new Verdict(newStatus, newReason, date, assumptions, sources);
    }

    /**
     * Returns the worst of several verdicts; those that do not apply do not count, and none at all is a PASS.
     *
     * <p>The reason lists every part that is not a PASS, worst first; the sources are those of the parts that decide.
     *
     * @param parts  the verdicts by name, e.g. by clause
     */
    public static Verdict worst(Map<String, Verdict> parts) {
        FindingStatus worst = FindingStatus.PASS;
        List<String> reasons = new ArrayList<>();
        List<String> passed = new ArrayList<>();
        for (FindingStatus status : FindingStatus.values()) {
            for (Map.Entry<String, Verdict> part : parts.entrySet()) {
                if (part.getValue().is(status)) {
                    switch (status) {
                        case PASS -> passed.add(part.getKey());
                        case NOT_APPLICABLE -> {}
                        case FAIL, UNDETERMINED, ATTEST, AT_RISK -> {
                            worst = worst.worse(status);
                            reasons.add(status + " " + part.getKey() + ": "
                                    + part.getValue().reason());
                        }
                    }
                }
            }
        }
        if (!passed.isEmpty()) {
            reasons.add("PASS: " + String.join(", ", passed) + ".");
        }
        return of(worst, String.join(" ", reasons)).from(sourcesOf(worst, parts));
    }

    private static List<SourceRows> sourcesOf(FindingStatus status, Map<String, Verdict> parts) {
        Set<SourceRows> sources = new LinkedHashSet<>();
        parts.values().stream().filter(part -> part.is(status)).forEach(part -> sources.addAll(part.sources()));
        return List.copyOf(sources);
    }
}
