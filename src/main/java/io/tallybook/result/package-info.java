/**
 * What a rule says: figures and findings that carry their state, clauses, edition, assumptions, working and sources.
 *
 * <p>{@link io.tallybook.result.Figure} is a number that was computed, {@link io.tallybook.result.Finding} the verdict of
 * one clause on one subject. Reports, pages and {@code results.jsonl} draw these same objects. May use {@code money}.
 */
@NullMarked
package io.tallybook.result;

import org.jspecify.annotations.NullMarked;
