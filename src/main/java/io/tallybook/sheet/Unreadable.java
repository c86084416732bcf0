package io.tallybook.sheet;

import java.util.Locale;

/** Why a file cannot be read. */
public enum Unreadable {
    /** The file has no bytes. */
    EMPTY,
    /** The operating system does not give the bytes. */
    NO_ACCESS,
    /** A password is needed. */
    ENCRYPTED,
    /** A sensitivity label or rights management protects the file. */
    IRM_PROTECTED,
    /** Excel binary workbook. */
    XLSB,
    /** An HTML page, usually named xls. */
    HTML,
    /** An XML file, usually Excel 2003 XML named xls. */
    XML,
    /** Excel 95 or older. */
    EXCEL_5,
    /** Some other kind of file. */
    UNKNOWN_FORMAT,
    /** An archive that holds the file. */
    ARCHIVE,
    /** The end of the file is missing. */
    TRUNCATED,
    /** The bytes break the rules of the format. */
    DAMAGED,
    /** A sheet that the workbook lists is not in the file. */
    MISSING_PART,
    /** One of {@link Limits} is passed. */
    TOO_LARGE,
    /** Something a workbook of data does not need and that can do harm, such as a DOCTYPE. */
    FORBIDDEN;

    /** Returns the problem code, such as "irm-protected". */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
