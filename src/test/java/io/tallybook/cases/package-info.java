/** The worked examples ({@code src/test/resources/cases}), run through the areas. */
@NullMarked
package io.tallybook.cases;

import org.jspecify.annotations.NullMarked;
