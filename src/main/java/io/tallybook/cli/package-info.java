/**
 * The command line: commands, options, messages, progress and exit codes. The only place that reads the clock.
 */
@NullMarked
package io.tallybook.cli;

import org.jspecify.annotations.NullMarked;
