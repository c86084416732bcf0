package io.tallybook.analysis.support;

import io.tallybook.ledger.Agreement;
import io.tallybook.ledger.Agreement.Payment;
import io.tallybook.ledger.Purchase;
import java.time.LocalDate;

/**
 * The day on which the SA spend of a line is recognised, and the term it belongs to (SA-PRS-10, SA-PRS-17).
 *
 * <p>That is the order date; with spread payments the invoice date. An order that is placed ahead of the term for coverage
 * within it is recognised on the first day of the term, or later when it is invoiced later.
 */
final class Recognition {
    private Recognition() {}

    static LocalDate day(Purchase line, Agreement agreement) {
        LocalDate invoiced = invoiced(line, agreement);
        if (isAhead(line, agreement)) {
            return invoiced.isAfter(agreement.start()) ? invoiced : agreement.start();
        }
        return invoiced;
    }

    /** Does the line belong to the current term, billed or not? */
    static boolean isOfTerm(Purchase line, Agreement agreement, LocalDate recognised) {
        if (recognised.isBefore(agreement.start())) {
            return false;
        }
        boolean orderedInTerm = isAhead(line, agreement)
                || (!line.orderDate().isBefore(agreement.start())
                        && !line.orderDate().isAfter(agreement.end()));
        return !recognised.isAfter(agreement.end()) || orderedInTerm;
    }

    private static LocalDate invoiced(Purchase line, Agreement agreement) {
        LocalDate invoice = line.invoiceDate();
        return agreement.payment() == Payment.SPREAD && invoice != null ? invoice : line.orderDate();
    }

    private static boolean isAhead(Purchase line, Agreement agreement) {
        LocalDate covered = line.coverageStart();
        return line.orderDate().isBefore(agreement.start()) && covered != null && !covered.isBefore(agreement.start());
    }
}
