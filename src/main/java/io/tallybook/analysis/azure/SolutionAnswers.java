package io.tallybook.analysis.azure;

import io.tallybook.analysis.Verdict;
import io.tallybook.ledger.Entry;
import io.tallybook.ledger.Solution;
import io.tallybook.ledger.Solution.OutputHandling;
import io.tallybook.ledger.SolutionParty;
import io.tallybook.ledger.SolutionParty.Access;
import io.tallybook.ledger.SolutionResource;
import io.tallybook.ledger.YesNo;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the answers about a solution say: pure functions of single rows. */
final class SolutionAnswers {
    private SolutionAnswers() {}

    /** ACS-22, ACS-23, ACS-32: what must not be. Y fails, blank is for a person. */
    static Verdict not(YesNo answer, String what, String column) {
        return switch (answer) {
            case NO -> Verdict.pass("Stated: " + what + ", no.");
            case YES -> Verdict.fail("Stated: " + what + ", yes.");
            case UNKNOWN -> Verdict.attest("Not stated: " + what + " (`" + column + "`).");
        };
    }

    /** ACS-10: the solution has components of the account's own. */
    static Verdict ownComponents(Solution solution) {
        @Nullable Integer components = solution.ownComponents();
        if (components == null) {
            return Verdict.undetermined(
                    "How many components are the account's own is not known: fill `own_components`.");
        }
        return components >= 1
                ? Verdict.pass("Components of the account's own: " + components + ".")
                : Verdict.fail("No component is the account's own: pure Azure.");
    }

    /** ACS-24: a resource hosts the solution for several end customers. */
    static Verdict shared(Collection<Entry<SolutionResource>> resources) {
        String numbers = resources.stream()
                .map(entry -> entry.record().resource() + " "
                        + (entry.record().endCustomers() == null
                                ? "not known"
                                : entry.record().endCustomers()))
                .collect(Collectors.joining(", "));
        String zero = count(resources, 0) > 0 ? " A resource with 0 end customers counts for nothing; check it." : "";
        if (resources.stream().anyMatch(entry -> customers(entry) >= 2)) {
            return Verdict.pass("End customers of the resources: " + numbers + "." + zero);
        }
        if (count(resources, 1) == 0 || count(resources, -1) > 0) {
            return Verdict.undetermined("How many end customers the resources serve is not known"
                    + (numbers.isEmpty() ? "" : " (" + numbers + ")")
                    + ": deliver `solution_resources` with `end_customers`." + zero);
        }
        return Verdict.atRisk("Each resource serves one end customer (" + numbers + "): review." + zero);
    }

    private static long count(Collection<Entry<SolutionResource>> resources, int customers) {
        return resources.stream().filter(entry -> customers(entry) == customers).count();
    }

    private static int customers(Entry<SolutionResource> entry) {
        @Nullable Integer customers = entry.record().endCustomers();
        return customers == null ? -1 : customers;
    }

    /** ACS-34: the output of the APIs is not handed on as it is. */
    static Verdict output(Solution solution) {
        @Nullable OutputHandling handling = solution.outputHandling();
        if (handling == null) {
            return Verdict.attest("What happens to the output of the APIs is not stated (`output_handling`).");
        }
        return switch (handling) {
            case RAW, THIN_WRAP, LIGHT -> Verdict.fail("The output is handled as " + handling + ": a mere substitute.");
            case SUBSTANTIAL, EMBEDDED -> Verdict.pass("The output is handled as " + handling + ".");
        };
    }

    /** ACS-35: the APIs are embedded, or their output is adapted. */
    static Verdict embeddedOrAdapted(Solution solution) {
        String found = "Embedded: " + ClaimItems.word(solution.embedded()) + "; adapted: "
                + ClaimItems.word(solution.adapted()) + ".";
        if (solution.embedded().isYes() || solution.adapted().isYes()) {
            return solution.alwaysCombined().isNo()
                    ? Verdict.attest(found + " The own capability or context is used only now and then.")
                    : Verdict.pass(found);
        }
        return solution.embedded().isNo() && solution.adapted().isNo() ? Verdict.fail(found) : Verdict.attest(found);
    }

    /** ACS-36: adapted by something of the platform's own; left out when it is not adapted. */
    static Optional<Verdict> means(Solution solution) {
        if (!solution.adapted().isYes()) {
            return Optional.empty();
        }
        String means =
                solution.adaptationMeans().stream().map(Enum::name).sorted().collect(Collectors.joining(", "));
        return Optional.of(
                means.isEmpty()
                        ? Verdict.attest("By what the output is adapted is not stated (`adaptation_means`).")
                        : Verdict.pass("Adapted by " + means + "."));
    }

    /** ACS-41: the APIs stay inside the platform. */
    static Verdict inside(Solution solution) {
        String found = "APIs distributed separately: " + ClaimItems.word(solution.apiSeparate())
                + "; keys or endpoints given out: " + ClaimItems.word(solution.apiKeysOut()) + ".";
        if (solution.apiSeparate().isYes() || solution.apiKeysOut().isYes()) {
            return Verdict.fail(found);
        }
        return solution.apiSeparate().isNo() && solution.apiKeysOut().isNo()
                ? Verdict.pass(found)
                : Verdict.attest(found);
    }

    /** ACS-42: a third party reaches Azure only within the solution. */
    static Verdict access(SolutionParty party) {
        @Nullable Access access = party.access();
        if (party.ownStaff().isYes()) {
            return Verdict.notApplicable("Staff of the account itself is no third party.");
        }
        if (access == null) {
            return Verdict.undetermined("What the party can reach is not known: fill `access`.");
        }
        return switch (access) {
            case SOLUTION -> Verdict.pass("Access only within the solution.");
            case GUEST -> Verdict.notApplicable("A guest in the tenant without an Azure role.");
            case DIRECT_AZURE -> Verdict.fail("Direct access to Azure, not only within the solution.");
        };
    }
}
