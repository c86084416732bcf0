/**
 * The record types, the dossier of an account, and the store they are kept in.
 *
 * <p>A record type is a Java record: the single source of its columns for reading, for {@code docs/inputs.md} and for the
 * blank input workbook ({@link io.tallybook.ledger.RecordTypes}). A {@link io.tallybook.ledger.Dossier} holds all rows of
 * one account, each with the row it came from. May use {@code money}.
 */
@NullMarked
package io.tallybook.ledger;

import org.jspecify.annotations.NullMarked;
