/** What the commands print, write and answer. */
@NullMarked
package io.tallybook.cli;

import org.jspecify.annotations.NullMarked;
