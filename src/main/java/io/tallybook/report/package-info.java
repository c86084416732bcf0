/**
 * What people read: for each account a workbook and a page, and the same for the whole portfolio.
 *
 * <p>{@link io.tallybook.report.Reports} is the entry. It turns {@link io.tallybook.report.AccountReport} and
 * {@link io.tallybook.report.PortfolioReport} into models of maps, lists and scalars, and fills the templates of a folder
 * with them. Everything that is shown is decided here, from results: a template computes nothing. May use {@code result}
 * and {@code terms}.
 */
@NullMarked
package io.tallybook.report;

import org.jspecify.annotations.NullMarked;
