package io.tallybook.sheet;

import java.util.Locale;

/** Why a file cannot be read. {@link #TOO_LARGE} stands for one of {@link Limits}. */
public enum Unreadable {
    EMPTY("the file holds nothing"),
    NO_ACCESS("the operating system does not give the bytes"),
    ENCRYPTED("a password is needed"),
    IRM_PROTECTED("a sensitivity label or rights management protects the file"),
    XLSB("an Excel binary workbook"),
    HTML("an HTML page, usually named xls"),
    XML("an XML file, usually Excel 2003 XML named xls"),
    EXCEL_5("a workbook of Excel 95 or older"),
    UNKNOWN_FORMAT("some other kind of file"),
    ARCHIVE("an archive that holds the file"),
    PACKED("a zip archive packed by a method that no spreadsheet program writes"),
    TRUNCATED("the end of the file is missing"),
    DAMAGED("the bytes break the rules of the format"),
    MISSING_PART("a part that the workbook lists is not in the file"),
    TOO_LARGE("a cap on sizes is passed, as by a zip bomb"),
    FORBIDDEN("the file holds what a table does not need and what can do harm, such as a DOCTYPE");

    private final String about;

    Unreadable(String about) {
        this.about = about;
    }

    /** Returns what the code means, in words for people. */
    public String about() {
        return about;
    }

    /** Returns the problem code, such as "irm-protected". */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
