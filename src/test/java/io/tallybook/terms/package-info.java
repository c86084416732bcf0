/** Tests of product names and the product catalogue. */
@NullMarked
package io.tallybook.terms;

import org.jspecify.annotations.NullMarked;
