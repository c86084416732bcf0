@NullMarked
package io.tallybook.intake;

import org.jspecify.annotations.NullMarked;
