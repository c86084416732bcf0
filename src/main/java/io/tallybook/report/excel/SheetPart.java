package io.tallybook.report.excel;

/**
 * A sheet that is written: one of its template, or one of those that a long one continues on.
 *
 * @param name  name of the sheet
 * @param part  name of its part in the file
 * @param layout  where its rows come to stand
 * @param firstItem  the first item of its list that stands on it, counted from 0
 * @param items  how many items of its list stand on it
 */
record SheetPart(String name, String part, Layout layout, int firstItem, int items) {}
