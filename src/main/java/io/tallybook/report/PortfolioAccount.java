package io.tallybook.report;

import io.tallybook.result.FindingStatus;
import java.util.List;
import java.util.Map;

/**
 * An account as the portfolio lists it.
 *
 * @param account  its id
 * @param name  its name; may be empty
 * @param manager  who looks after it; may be empty
 * @param page  relative address of its page; empty if it has none
 * @param findings  how many findings of each status it has
 * @param figures  how many figures it has
 * @param unknown  how many of them are not known, or only bounds
 * @param rejects  how many rejected rows concern it
 * @param keyFigures  the figures that stand in the list, in the order of {@code report/portfolio-figures.txt}
 */
public record PortfolioAccount(
        String account,
        String name,
        String manager,
        String page,
        Map<FindingStatus, Integer> findings,
        int figures,
        int unknown,
        int rejects,
        List<KeyFigure> keyFigures) {

    /**
     * A figure in the list of accounts.
     *
     * @param key  its place within the choice of figures
     */
    record KeyFigure(
            int key, String subject, String measure, String dimension, String state, String value, String unit) {}

    public PortfolioAccount {
        findings = Map.copyOf(findings);
        keyFigures = List.copyOf(keyFigures);
    }

    int count(FindingStatus status) {
        return findings.getOrDefault(status, 0);
    }
}
