/** Tests of the Azure area: each scenario is a few rows, assessed as a job would. */
@NullMarked
package io.tallybook.analysis.azure;

import org.jspecify.annotations.NullMarked;
