/**
 * Buying and renewing Software Assurance, migration licenses, new versions, Office on the web, source licensing, the
 * workplace discount, step-ups.
 *
 * <p>{@link io.tallybook.analysis.coverage.CoverageArea} is the way in. A dossier is read into {@code Facts}: resolved order
 * lines, license positions, and one {@code SaTimeline} a position, the continuous picture of coverage and gaps that most
 * rules look at. The other classes are one family of clauses each. Implements the Product Terms page "Software Assurance
 * Benefits". May use {@code ledger}, {@code terms}, {@code money} and {@code result}.
 */
@NullMarked
package io.tallybook.analysis.coverage;

import org.jspecify.annotations.NullMarked;
