/**
 * Fills workbook templates: real .xlsx files whose cells hold {@code ${...}} expressions and whose notes repeat rows.
 *
 * <p>{@link io.tallybook.report.excel.WorkbookTemplate} is the entry. It works on the parts of the file, not on a model of
 * a workbook: what a finance person put into the template is carried over as it stands, rows are written as they are made,
 * and the same model gives the same bytes. Where rows are inserted, every reference that can be moved is moved
 * ({@link io.tallybook.report.excel.FormulaText}); whatever cannot be moved correctly is refused when the template is
 * opened, with sheet and cell. May use {@code report.template}.
 */
@NullMarked
package io.tallybook.report.excel;

import org.jspecify.annotations.NullMarked;
