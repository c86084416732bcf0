package io.tallybook.report.excel;

import io.tallybook.report.template.TemplateException;

/** A sheet of a template, or with an empty sheet the template as a whole, for messages. */
record Place(String template, String sheet) {
    /** What to do with a file that no spreadsheet program would write. */
    static final String MEND = "; open it in Excel or LibreOffice and save it again";

    TemplateException wrong(String cell, String text, String wrong) {
        String where = sheet.isEmpty() ? "" : "sheet " + sheet;
        return new TemplateException(template, cell.isEmpty() ? where : where + ", cell " + cell, text, wrong);
    }

    TemplateException wrong(String cell, String text, String wrong, Throwable cause) {
        TemplateException fault = wrong(cell, text, wrong);
        fault.initCause(cause);
        return fault;
    }
}
