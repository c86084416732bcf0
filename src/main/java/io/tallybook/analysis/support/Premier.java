package io.tallybook.analysis.support;

import io.tallybook.ledger.Agreement;
import io.tallybook.result.FindingStatus;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Whether the Premier Services Agreement of a customer is active on a day, both of its days inclusive.
 *
 * @param status  PASS, AT_RISK when it ends within the warning days, FAIL, UNDETERMINED without an end, ATTEST without a start
 * @param since  the day from which it has been active; empty unless it is
 * @param reason  the verdict in words
 */
record Premier(FindingStatus status, Optional<LocalDate> since, String reason) {
    static Premier on(LocalDate day, Agreement agreement, int warningDays) {
        LocalDate start = agreement.premierStart();
        LocalDate end = agreement.premierEnd();
        if (end != null && end.isBefore(day)) {
            return new Premier(FindingStatus.FAIL, Optional.empty(), "The Premier agreement ended on " + end + ".");
        }
        if (start == null) {
            return new Premier(
                    FindingStatus.ATTEST, Optional.empty(), "No Premier agreement is given (premier_start is blank).");
        }
        if (start.isAfter(day)) {
            return new Premier(
                    FindingStatus.FAIL, Optional.empty(), "The Premier agreement begins on " + start + " only.");
        }
        if (end == null) {
            return new Premier(
                    FindingStatus.UNDETERMINED,
                    Optional.empty(),
                    "The Premier agreement began on " + start + "; premier_end is blank.");
        }
        boolean soon = !end.isAfter(day.plusDays(warningDays));
        return new Premier(
                soon ? FindingStatus.AT_RISK : FindingStatus.PASS,
                Optional.of(start),
                "The Premier agreement runs from " + start + " to " + end + ".");
    }
}
