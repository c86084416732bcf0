/** Tests of the program as a whole. */
@NullMarked
package io.tallybook;

import org.jspecify.annotations.NullMarked;
