/**
 * Odd and hostile files, and what each of them must give.
 * <p>
 * The files lie in {@code src/test/resources/corpus}, made by {@code src/test/corpus/make.py}.
 */
@NullMarked
package io.tallybook.corpus;

import org.jspecify.annotations.NullMarked;
