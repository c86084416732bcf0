/**
 * The makers of {@code sample-data/}: four customers whose workbooks and cost exports show what a month's run looks like,
 * and the test that the files are still what the makers make.
 */
@NullMarked
package io.tallybook.sample;

import org.jspecify.annotations.NullMarked;
