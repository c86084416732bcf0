/**
 * Azure IP Advantage and Azure Customer Solution: who is indemnified, who may pick a patent, who is licensed when one is
 * sold, and whether a solution built on Azure stays within its terms.
 *
 * <p>{@link io.tallybook.analysis.azure.AzureArea} is the entry. {@code Charges} and {@code ChargeMonths} say what an Azure
 * charge counts and in which months, {@code UsageMonths} adds up months, {@code UsageTest} tests them; {@code Indemnity},
 * {@code PatentPick} and {@code SpringingLicense} are the three benefits, {@code CustomerSolution} the solutions. Every verdict
 * is preliminary: it rests on public guidance, not on the customer's agreement. May use {@code ledger}, {@code terms},
 * {@code money}, {@code result} and {@code analysis}.
 */
@NullMarked
package io.tallybook.analysis.azure;

import org.jspecify.annotations.NullMarked;
