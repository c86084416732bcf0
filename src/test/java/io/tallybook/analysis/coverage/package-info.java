/** Tests of Software Assurance coverage. */
@NullMarked
package io.tallybook.analysis.coverage;

import org.jspecify.annotations.NullMarked;
