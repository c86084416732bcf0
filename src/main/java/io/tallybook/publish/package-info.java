/**
 * Getting a finished run out: the manifest, and putting a whole folder in the place of the one before, all or nothing.
 *
 * <p>{@link io.tallybook.publish.Manifest} describes the run without a time or a path of the machine, so that it too is the
 * same bytes for the same inputs. {@link io.tallybook.publish.Publication} moves the finished folder.
 */
@NullMarked
package io.tallybook.publish;

import org.jspecify.annotations.NullMarked;
