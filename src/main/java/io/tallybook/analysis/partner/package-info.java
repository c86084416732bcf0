/**
 * The partner program: offers and their windows, one pool of benefits per partner, permitted use, keys and tokens, Visual
 * Studio subscriptions, sharing, credits, incidents and legacy benefits (MPP). {@link io.tallybook.analysis.partner.PartnerArea}
 * is the entry; {@code Rulebook} holds what is the same for all accounts, {@code Partnership} the records of one, and each
 * further class writes the results of one idea.
 */
@NullMarked
package io.tallybook.analysis.partner;

import org.jspecify.annotations.NullMarked;
