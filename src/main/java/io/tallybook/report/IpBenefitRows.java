package io.tallybook.report;

import io.tallybook.result.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The benefits of Azure IP Advantage, each with its standing and the findings that it rests on. */
final class IpBenefitRows {
    private static final String STANDING = "IPA-03";
    private static final String PART = "/ip-benefit:";

    /** What a benefit rests on: clauses judged for the account, and clauses judged for each lawsuit. */
    private record Ground(String benefit, Set<String> ofAccount, Set<String> ofLawsuit) {}

    private static final List<Ground> GROUNDS = List.of(
            new Ground("INDEMNITY", Set.of("IPA-08"), Set.of()),
            new Ground("SPRINGING_LICENSE", Set.of("IPA-08", "IPA-72", "IPA-73"), Set.of()),
            new Ground(
                    "PATENT_PICK",
                    Set.of("IPA-08", "IPA-40", "IPA-48"),
                    Set.of("IPA-41", "IPA-46", "IPA-47", "IPA-48", "IPA-49", "IPA-55", "IPA-56", "IPA-57", "IPA-58")));

    private IpBenefitRows() {}

    /** One row a benefit; empty for an account without Azure. */
    static List<Map<String, Object>> of(List<Finding> findings, List<Map<String, Object>> rows, Labels labels) {
        List<Map<String, Object>> benefits = new ArrayList<>();
        for (Ground ground : GROUNDS) {
            for (int i = 0; i < findings.size(); i++) {
                Finding standing = findings.get(i);
                if (standing.clause().equals(STANDING) && standing.subject().endsWith(PART + ground.benefit())) {
                    String account = standing.subject()
                            .substring(
                                    0,
                                    standing.subject().length()
                                            - PART.length()
                                            - ground.benefit().length());
                    benefits.add(Map.of(
                            "title",
                            labels.dimension(ground.benefit()),
                            "status",
                            standing.status().name(),
                            "statusTitle",
                            rows.get(i).getOrDefault("statusTitle", ""),
                            "anchor",
                            rows.get(i).getOrDefault("anchor", ""),
                            "grounds",
                            grounds(ground, account, findings, rows)));
                }
            }
        }
        return benefits;
    }

    private static List<Map<String, Object>> grounds(
            Ground ground, String account, List<Finding> findings, List<Map<String, Object>> rows) {
        List<Map<String, Object>> grounds = new ArrayList<>();
        for (int i = 0; i < findings.size(); i++) {
            Finding finding = findings.get(i);
            boolean isOfAccount =
                    finding.subject().equals(account) && ground.ofAccount().contains(finding.clause());
            boolean isOfLawsuit = finding.subject().startsWith("lawsuit:")
                    && ground.ofLawsuit().contains(finding.clause());
            if (isOfAccount || isOfLawsuit) {
                grounds.add(rows.get(i));
            }
        }
        return grounds;
    }
}
