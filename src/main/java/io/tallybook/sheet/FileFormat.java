package io.tallybook.sheet;

/** The format of an input file, as found in its bytes. */
public enum FileFormat {
    /** Excel 2007 and later, with or without macros. */
    XLSX("Excel workbook (xlsx)"),
    /** Excel 97 to 2003. */
    XLS("Excel 97-2003 workbook (xls)"),
    /** OpenDocument spreadsheet. */
    ODS("OpenDocument spreadsheet (ods)"),
    /** Delimited text of any separator, plain or gzipped. */
    CSV("delimited text (csv)");

    private final String display;

    FileFormat(String display) {
        this.display = display;
    }

    /** Returns the name to show to a person. */
    public String display() {
        return display;
    }
}
