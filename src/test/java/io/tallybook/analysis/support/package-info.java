/** Tests of the support area: boundaries from the term files, laws on random inputs, and that results are as catalogued. */
@NullMarked
package io.tallybook.analysis.support;

import org.jspecify.annotations.NullMarked;
