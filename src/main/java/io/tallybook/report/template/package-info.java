/**
 * What pages and workbooks share: the folder of templates, Freemarker set up so that data is never a template, the values
 * that a cell can hold, and the one-line error of a wrong template.
 *
 * <p>A model holds maps, lists and scalars alone; {@link io.tallybook.report.template.Templates} refuses anything else, so
 * no template can call a method. May use Freemarker.
 */
@NullMarked
package io.tallybook.report.template;

import org.jspecify.annotations.NullMarked;
