/** Tests of the partner area: boundaries from the term files, laws on random inputs, and that results are as catalogued. */
@NullMarked
package io.tallybook.analysis.partner;

import org.jspecify.annotations.NullMarked;
