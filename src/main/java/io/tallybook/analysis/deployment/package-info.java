/**
 * What Software Assurance permits in deployment: disaster recovery, License Mobility, fail-over, self-hosted applications,
 * Extended Security Updates.
 *
 * <p>{@link io.tallybook.analysis.deployment.DeploymentArea} is the way in. A dossier is filed as one {@code Estate};
 * {@code Rights} answers what a license position gives on a day, {@code Hosting} what kind of server one is; a class named
 * after a family of results says that family. Everything not known stays {@code YesNo.UNKNOWN} until a verdict is drawn.
 * Implements the Product Terms page "Software Assurance Benefits". May use {@code ledger}, {@code terms}, {@code money} and
 * {@code result}.
 */
@NullMarked
package io.tallybook.analysis.deployment;

import org.jspecify.annotations.NullMarked;
