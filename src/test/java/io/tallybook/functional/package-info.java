/**
 * Runs of the built jar as a process of its own: what a scheduler and a person get to see, and what is on the disk after.
 *
 * <p>{@code TallybookProcess} starts the jar, {@code Published} takes down what lies in an output folder.
 */
@NullMarked
package io.tallybook.functional;

import org.jspecify.annotations.NullMarked;
