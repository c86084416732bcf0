package io.tallybook.analysis.azure;

import io.tallybook.analysis.Codes;
import io.tallybook.analysis.Settings;
import io.tallybook.analysis.Verdict;
import io.tallybook.terms.TermEdition;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Judges what the application of a solution does (ACS-12 to ACS-15, ACS-27): some functions, alone or only with each other, add no
 * primary and significant functionality to Azure.
 *
 * <p>For example, {@code BILLING; STORAGE} is billing and infrastructure: neither the only function, but both of the excluded
 * ones. One other function removes the failure.
 */
final class Functions {
    static final String WITHOUT_VALUE = "functions-without-value";
    private static final String INFRASTRUCTURE = "INFRASTRUCTURE";

    private final Set<String> found;
    private final boolean isDelivered;

    private Functions(Set<String> found, boolean isDelivered) {
        this.found = found;
        this.isDelivered = isDelivered;
    }

    /**
     * Reads the functions.
     *
     * @param text  words with {@code ;} between them
     * @param isDelivered  whether Azure is delivered to end customers; if not, the tests of infrastructure are off
     */
    static Functions of(String text, boolean isDelivered, Settings settings) {
        Set<String> dropped = settings.codes(AzureSettings.NO_FUNCTIONS);
        Set<String> infrastructure = settings.codes(AzureSettings.INFRASTRUCTURE);
        Set<String> found = new TreeSet<>();
        for (String word : text.split(";", -1)) {
            String code = Codes.of(word);
            if (!code.isEmpty() && !dropped.contains(code)) {
                found.add(infrastructure.contains(code) ? INFRASTRUCTURE : code);
            }
        }
        return new Functions(found, isDelivered);
    }

    /** Returns the verdicts by clause, without those that are left out. */
    Map<String, Verdict> verdicts(Optional<TermEdition> terms, String notInForce) {
        Map<String, Verdict> verdicts = new LinkedHashMap<>();
        if (terms.isEmpty()) {
            for (String clause : Set.of("ACS-12", "ACS-13", "ACS-14", "ACS-15", "ACS-27")) {
                verdicts.put(clause, Verdict.undetermined(notInForce));
            }
            return new java.util.TreeMap<>(verdicts);
        }
        Set<String> excluded = functions(terms.get(), "EXCLUDED");
        Set<String> resale = functions(terms.get(), "RESALE");
        terms.get().rows().stream()
                .filter(row -> "EXCLUDED".equals(row.get("group")))
                .forEach(row -> only(row.getOrDefault("function", ""))
                        .ifPresent(verdict -> verdicts.put(row.getOrDefault("clause", ""), verdict)));
        verdicts.put("ACS-15", onlyExcluded(excluded));
        withServices(excluded, resale).ifPresent(verdict -> verdicts.put("ACS-27", verdict));
        return verdicts;
    }

    private static Set<String> functions(TermEdition terms, String group) {
        return terms.rows().stream()
                .filter(row -> group.equals(row.get("group")))
                .map(row -> row.getOrDefault("function", ""))
                .collect(Collectors.toSet());
    }

    private static Verdict off() {
        return Verdict.notApplicable("Azure only serves the account's own operation; nothing of it is delivered.");
    }

    private String named() {
        return "Functions: " + String.join(", ", found) + ".";
    }

    private Optional<Verdict> only(String function) {
        if (function.equals(INFRASTRUCTURE) && !isDelivered) {
            return Optional.of(off());
        }
        if (found.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                found.equals(Set.of(function))
                        ? Verdict.fail("The application does nothing but " + function + ".")
                        : Verdict.pass(named() + " " + function + " is not the only one."));
    }

    private Verdict onlyExcluded(Set<String> excluded) {
        if (!isDelivered) {
            return off();
        }
        if (found.isEmpty()) {
            return Verdict.attest("What the application does is not known: fill `functions`.");
        }
        return excluded.containsAll(found)
                ? Verdict.fail(named() + " All of them are excluded ones.")
                : Verdict.pass(named() + " Not all of them are excluded ones.");
    }

    private Optional<Verdict> withServices(Set<String> excluded, Set<String> resale) {
        if (!isDelivered) {
            return Optional.of(off());
        }
        if (found.isEmpty()) {
            return Optional.empty();
        }
        boolean onlyThese = found.stream().allMatch(code -> excluded.contains(code) || resale.contains(code));
        boolean anyService = found.stream().anyMatch(resale::contains);
        return Optional.of(
                onlyThese && anyService
                        ? Verdict.fail(
                                named() + " Services around Azure that is sold on add no functionality of their own."
                                        + " Consider the Cloud Solution Provider program.")
                        : Verdict.pass(named() + " Not only services around Azure."));
    }
}
