/**
 * What Software Assurance gives in support: SA spend, phone incidents earned, used and left, points under MPSA, benefits by
 * pool, contacts, response times, conversions, unlimited support.
 *
 * <p>{@link io.tallybook.analysis.support.SupportArea} is the way in. A dossier is read into one {@code Unit} an agreement
 * with its resolved lines; {@code Position} computes spend, award and balance as of any day; the classes named after a
 * family of results put them into words. Implements the Product Terms page "Software Assurance Benefits". May use
 * {@code ledger}, {@code terms}, {@code money} and {@code result}.
 */
@NullMarked
package io.tallybook.analysis.support;

import org.jspecify.annotations.NullMarked;
