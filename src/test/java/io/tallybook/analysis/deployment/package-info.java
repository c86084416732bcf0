/** Tests of the deployment rights. */
@NullMarked
package io.tallybook.analysis.deployment;

import org.jspecify.annotations.NullMarked;
