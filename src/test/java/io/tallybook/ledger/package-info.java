/** Tests of the ledger. */
@NullMarked
package io.tallybook.ledger;

import org.jspecify.annotations.NullMarked;
