/** Tests of reading tables. */
@NullMarked
package io.tallybook.intake;

import org.jspecify.annotations.NullMarked;
