/**
 * Recognising a table, mapping its headers and cells to records, and refusing what does not fit.
 *
 * <p>{@link io.tallybook.intake.Recogniser} says what a sheet is, {@link io.tallybook.intake.TableIntake} reads one table
 * block by block into ledger rows and rejects. Import profiles are data ({@code profiles/}). May use {@code sheet} and
 * {@code ledger}.
 */
@NullMarked
package io.tallybook.intake;

import org.jspecify.annotations.NullMarked;
