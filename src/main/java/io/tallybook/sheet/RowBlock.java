package io.tallybook.sheet;

import java.math.BigDecimal;
import java.time.LocalDateTime;

/**
 * Some consecutive rows of a table.
 * <p>
 * A block is complete in itself and immutable: it may be handed to another thread and outlives its reader. Only rows
 * with a value in any column are in it, whether the column was selected or not. Cells are decoded when asked for.
 * Index {@code i} runs from 0 to {@code size() - 1}; columns are 0-based, and a column outside the row is blank.
 */
public interface RowBlock {
    /** Stands for the places of an amount that has to be read as text. */
    int NOT_PLAIN = -1;

    /** Returns the number of rows, at least 1. */
    int size();

    /**
     * Returns the 1-based row number in the source.
     * <p>
     * In a workbook it is the number a person sees in Excel. In csv it is the ordinal of the record: the first line
     * is 1 and empty lines count, but a record that spans several lines counts once. A leading {@code sep=} line does
     * not count, since Excel hides it.
     */
    int row(int i);

    /** Returns whether the row is hidden. Always false for csv. */
    boolean hidden(int i);

    /** Returns the index after the last non-blank decoded cell. */
    int columns(int i);

    /** Returns what the cell holds; {@link CellKind#BLANK} for a column that was not selected. */
    CellKind kind(int i, int col);

    /** Returns whether the cell holds anything: whether it is not {@link CellKind#BLANK}. */
    boolean isFilled(int i, int col);

    /**
     * Returns the canonical text, the same for the same value in every format.
     * <p>
     * TEXT as is; NUMBER as plain decimal without exponent or trailing zeros ("5", "0.1"); DATE in ISO form
     * ("2026-10-31", "2026-10-31T09:30:00"), a time of day as "09:30:00" and elapsed hours as "36:00:00"; BOOLEAN
     * "TRUE" or "FALSE"; ERROR as Excel shows it ("#N/A"); UNCACHED "formula without a stored value"; BLANK "".
     */
    String text(int i, int col);

    /**
     * Returns the number, without trailing zeros.
     * <p>
     * Workbooks store binary numbers, which Excel shows with at most 15 significant digits; so does this method:
     * 561.86140799999998 in the file is 561.861408.
     *
     * @return the number, or the serial number of a DATE
     * @throws IllegalStateException if the cell is neither NUMBER nor DATE
     */
    BigDecimal number(int i, int col);

    /**
     * Returns the date and time, to the nearest millisecond.
     * <p>
     * Both date systems are understood. A serial number that is no date (1900-02-29, negative, beyond the year 9999)
     * is a NUMBER. A time of day stands on the first day of its date system.
     *
     * @throws IllegalStateException if the cell is not a DATE
     */
    LocalDateTime dateTime(int i, int col);

    /**
     * Returns the number of what a row holds in some columns: the same content has the same number in all blocks of the same
     * {@link #numbering}. Numbers are small; -1 if there was no room to remember the content.
     *
     * @param group  the columns, as a group of {@link PreparedColumns}
     */
    int content(int i, int group);

    /** Returns by whom contents were numbered: a table has a few of them, as many as there are threads that read it. */
    Object numbering();

    /**
     * Returns the digits of an amount, with their sign and without zeros at the end of decimals: what {@link #number} gives
     * for a NUMBER, and every digit of a TEXT.
     *
     * @param amount  which of the amounts of {@link PreparedColumns}
     */
    long digits(int i, int amount);

    /**
     * Returns how many of the digits of an amount stand behind the decimal mark; {@link #NOT_PLAIN} if the cell is neither a
     * NUMBER nor a TEXT of digits, sign, mark and exponent alone, or has more than 18 digits.
     */
    int places(int i, int amount);
}
