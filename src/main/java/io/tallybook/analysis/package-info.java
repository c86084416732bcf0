/**
 * What all areas share: the shape of an {@link io.tallybook.analysis.Area}, the context it computes in, and the
 * {@link io.tallybook.analysis.Assessment} it fills. Each area is a package below this one: dossier in, results out, pure
 * functions. May use {@code ledger}, {@code terms}, {@code money} and {@code result}.
 */
@NullMarked
package io.tallybook.analysis;

import org.jspecify.annotations.NullMarked;
