package io.tallybook.analysis.deployment;

import io.tallybook.analysis.Sources;
import io.tallybook.ledger.Entry;
import io.tallybook.ledger.License;
import io.tallybook.ledger.License.Metric;
import io.tallybook.ledger.UnifiedSolutionComponent;
import io.tallybook.ledger.UnifiedSolutionComponent.Use;
import io.tallybook.ledger.YesNo;
import io.tallybook.result.Figure;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says which licenses and how much SA a Unified Solution lacks (SA-SHA-02, -03). */
final class SolutionLicenseResults {
    /**
     * What a solution takes of a position.
     *
     * @param licenses  licenses missing, or null where that is not known
     * @param sa  licenses with SA missing, or null where that is not known
     * @param atLeast  licenses, with SA where that is known, that are missing by the components whose need is known
     * @param why  why one of them is not known
     */
    private record Missing(
            @Nullable BigDecimal licenses, @Nullable BigDecimal sa, BigDecimal atLeast, String why) {
        boolean isCertain() {
            return atLeast.signum() > 0;
        }

        String text() {
            return licenses == null
                    ? "at least " + AccessLicenses.plain(atLeast) + " licenses or their SA, and " + why
                    : AccessLicenses.plain(licenses) + " licenses and "
                            + (sa == null ? "an unknown number of" : AccessLicenses.plain(sa)) + " with SA";
        }

        boolean isOpen() {
            return licenses == null || sa == null;
        }
    }

    private final Estate estate;
    private final DeploymentResults results;

    SolutionLicenseResults(Estate estate, DeploymentResults results) {
        this.estate = estate;
        this.results = results;
    }

    void write(String solution, List<Entry<UnifiedSolutionComponent>> components) {
        List<Entry<UnifiedSolutionComponent>> counted = components.stream()
                .filter(entry -> entry.record().use() != Use.SUPPORTING)
                .toList();
        Map<String, Missing> missing = new LinkedHashMap<>();
        Estate.grouped(counted, UnifiedSolutionComponent::license).forEach((id, mine) -> {
            Entry<License> license = estate.license(id);
            if (license != null) {
                missing.put(id, position(solution, license, mine));
            }
        });
        List<Entry<UnifiedSolutionComponent>> hosted = of(Use.SELF_HOSTED, components);
        List<Entry<UnifiedSolutionComponent>> access = of(Use.ACCESS, components);
        String subject = "solution:" + solution;
        if (!hosted.isEmpty()) {
            verdict("SA-SHA-02", subject, hosted, missing);
        }
        if (!access.isEmpty()) {
            verdict("SA-SHA-03", subject, access, missing);
        } else if (!hosted.stream().allMatch(this::needsNoAccessLicenses)) {
            results.find(
                    "SA-SHA-03",
                    subject,
                    new Grounds()
                            .from(hosted)
                            .open(
                                    "which access licenses make it available is not known; components with use ACCESS settle it")
                            .orPass(""));
        }
    }

    private static List<Entry<UnifiedSolutionComponent>> of(Use use, List<Entry<UnifiedSolutionComponent>> components) {
        return components.stream().filter(entry -> entry.record().use() == use).toList();
    }

    private boolean needsNoAccessLicenses(Entry<UnifiedSolutionComponent> entry) {
        Entry<License> license = estate.license(entry.record().license());
        return license != null
                && license.record().metric() == Metric.CORE
                && !estate.product(entry.record().product()).is(ProductFamily.WINDOWS_SERVER);
    }

    private Missing position(String solution, Entry<License> entry, List<Entry<UnifiedSolutionComponent>> components) {
        License license = entry.record();
        BigDecimal required = BigDecimal.ZERO;
        String why = "";
        for (Entry<UnifiedSolutionComponent> component : components) {
            BigDecimal number = component.record().required();
            if (number == null) {
                why = "how many licenses component " + component.record().component()
                        + " needs is not known; `required` settles it";
            } else {
                required = required.add(number);
            }
        }
        YesNo sa = estate.rights().sa(license);
        BigDecimal withSa = sa.isYes() ? license.quantity() : BigDecimal.ZERO;
        BigDecimal licenses = why.isEmpty() ? over(required, license.quantity()) : null;
        BigDecimal lacking = why.isEmpty() && sa.isKnown() ? over(required, withSa) : null;
        String whyNot = why.isEmpty() ? estate.rights().saText(license, estate.asOf()) : why;
        String subject = "solution:" + solution + "/license:" + license.license();
        write("self-hosted.licenses-missing", subject, required, license.quantity(), licenses, whyNot, components);
        write("self-hosted.sa-missing", subject, required, withSa, lacking, whyNot, components);
        // Nobody needs fewer licenses for what is not known.
        BigDecimal atLeast = over(required, sa.isKnown() ? withSa : license.quantity());
        return new Missing(licenses, lacking, atLeast, whyNot);
    }

    private static BigDecimal over(BigDecimal required, BigDecimal there) {
        return required.subtract(there).max(BigDecimal.ZERO);
    }

    private void write(
            String measure,
            String subject,
            BigDecimal required,
            BigDecimal there,
            @Nullable BigDecimal missing,
            String why,
            List<Entry<UnifiedSolutionComponent>> components) {
        Figure.Builder figure = results.figure(measure, subject).sources(Sources.of(components));
        results.add(
                missing == null
                        ? figure.unknown(why + ".")
                        : figure.known(AccessLicenses.plain(missing))
                                .work("required", AccessLicenses.plain(required), "licenses")
                                .work(
                                        measure.endsWith("sa-missing") ? "with SA" : "owned",
                                        AccessLicenses.plain(there),
                                        "licenses"));
    }

    private void verdict(
            String clause,
            String subject,
            List<Entry<UnifiedSolutionComponent>> components,
            Map<String, Missing> missing) {
        Grounds grounds = new Grounds().from(components);
        for (Entry<UnifiedSolutionComponent> component : components) {
            Missing mine = missing.get(component.record().license());
            if (mine == null) {
                grounds.open(SolutionResults.noLicense(component.record()));
            } else if (mine.isCertain()) {
                grounds.fail(component.record().license() + " lacks " + mine.text());
            } else if (mine.isOpen()) {
                grounds.open(mine.why());
            }
        }
        results.find(clause, subject, grounds.orPass("Every position has the licenses and the SA that it needs."));
    }
}
