package io.tallybook.sheet;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.util.ArrayList;
import java.util.List;

/**
 * What separates the fields of a text file.
 *
 * @param separator  the separator
 * @param skip  the number of characters of a leading {@code sep=} line
 */
record CsvDialect(char separator, int skip) {
    private static final char[] CANDIDATES = {',', ';', '\t', '|'};
    private static final int SAMPLE_ROWS = 200;

    /** What has a meaning of its own, to us or to FastCSV. */
    private static final String NO_SEPARATORS = "\r\n\"#";

    /**
     * Finds the separator in the beginning of a file.
     * <p>
     * Each candidate is tried, and the one wins under which the most rows in a row have the same number of fields, two
     * at least. Titles above the header hold no separator, and the header holds no decimal commas, so neither misleads.
     *
     * @param sample  the beginning of the text
     * @param whole  whether the sample is the whole text
     */
    static CsvDialect of(String sample, boolean whole) {
        if (sample.regionMatches(true, 0, "sep=", 0, 4)
                && sample.length() > 4
                && NO_SEPARATORS.indexOf(sample.charAt(4)) < 0) {
            int end = 5;
            if (sample.startsWith("\r", end)) {
                end++;
            }
            if (sample.startsWith("\n", end)) {
                end++;
            }
            if (end > 5 || sample.length() == 5) {
                return new CsvDialect(sample.charAt(4), end);
            }
        }
        char best = ',';
        Agreement most = new Agreement(0, 0);
        for (char candidate : CANDIDATES) {
            Agreement agreement = agreement(sample, whole, candidate);
            if (agreement.isMoreThan(most)) {
                most = agreement;
                best = candidate;
            }
        }
        return new CsvDialect(best, 0);
    }

    /** Returns a reader of this dialect; rows may have any number of fields. */
    static CsvReader.CsvReaderBuilder reader(char separator) {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE);
    }

    /** How well a separator explains the rows. */
    private record Agreement(int run, int fields) {
        boolean isMoreThan(Agreement other) {
            return run > other.run || (run == other.run && fields > other.fields);
        }
    }

    private static Agreement agreement(String sample, boolean whole, char separator) {
        List<Integer> fields = fields(sample, separator);
        if (!whole && fields.size() > 1) {
            // The sample cuts its last row.
            fields.remove(fields.size() - 1);
        }
        Agreement most = new Agreement(0, 0);
        int run = 0;
        for (int i = 0; i < fields.size(); i++) {
            run = i > 0 && fields.get(i).equals(fields.get(i - 1)) ? run + 1 : 1;
            Agreement agreement = new Agreement(run, fields.get(i));
            if (fields.get(i) > 1 && agreement.isMoreThan(most)) {
                most = agreement;
            }
        }
        return most;
    }

    /** How many fields the first rows that are not blank have; separators and line ends within quotes are text. */
    private static List<Integer> fields(String sample, char separator) {
        List<Integer> fields = new ArrayList<>();
        int count = 1;
        boolean blank = true;
        boolean quoted = false;
        boolean starts = true;
        for (int i = 0; i < sample.length() && fields.size() <= SAMPLE_ROWS; i++) {
            char c = sample.charAt(i);
            if (quoted) {
                // A doubled quote closes the field and opens it again, which comes to the same.
                quoted = c != '"';
                starts = !quoted;
            } else if (c == '"' && starts) {
                quoted = true;
                blank = false;
            } else if (c == separator) {
                count++;
                blank = false;
                starts = true;
            } else if (c == '\n' || c == '\r') {
                if (!blank) {
                    fields.add(count);
                }
                count = 1;
                blank = true;
                starts = true;
            } else {
                blank &= WhiteSpace.is(c);
                starts = false;
            }
        }
        if (!blank && fields.size() <= SAMPLE_ROWS) {
            fields.add(count);
        }
        return fields;
    }
}
