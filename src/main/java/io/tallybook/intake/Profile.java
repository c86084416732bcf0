package io.tallybook.intake;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a real export maps onto a record type. Profiles are data: {@code profiles/*.yaml}.
 *
 * @param name  short name, shown in the manifest
 * @param title  what the export is, for people
 * @param record  the record type that it fills
 * @param must  header names that all have to be there, normalised; spellings of one name have {@code |} between them
 * @param mustNot  header names of which none may be there, normalised
 * @param dates  how it writes dates as text, unless a sample of the file shows otherwise
 * @param dateColumns  the columns that show how it writes dates
 * @param blanks  words that stand for a blank cell
 * @param columns  where each column of the record comes from
 * @param skipped  header names, normalised, with the words in their cells that make a row no data
 * @param notice  what has to be said aloud about each such file; empty for nothing
 * @param needs  settings that say what the export does not; while one is blank, and no header stands for it, it is refused
 * @param refusal  why such a file cannot be used, and what to do; empty if it can. With {@code needs}: what else to do
 * @param yieldsTo  profiles that say the same in another sheet of the file, which is read instead
 * @param words  how such a table is told by its words instead of by {@code must}; {@link Words#NONE} otherwise
 * @param above  a cell above the header that has to be said aloud; {@link Above#NONE} for none
 * @param unpivot  for wide tables: how one row becomes several records; {@link Unpivot#NONE} otherwise
 */
record Profile(
        String name,
        String title,
        String record,
        Set<String> must,
        Set<String> mustNot,
        DateStyle dates,
        List<String> dateColumns,
        Set<String> blanks,
        Map<String, Source> columns,
        Map<String, Set<String>> skipped,
        String notice,
        List<String> needs,
        String refusal,
        List<String> yieldsTo,
        Words words,
        Above above,
        Unpivot unpivot) {

    /**
     * Where the value of a column comes from.
     *
     * @param from  header names, as the export spells them; the first that is there and not blank gives the text
     * @param fixed  the value when the export has none; empty for none
     * @param values  texts and what they stand for
     * @param starts  beginnings of texts and what they stand for
     * @param otherwise  what every other text stands for; {@link #AS_IS} leaves it as it is
     * @param after  the value is what follows this text
     * @param name  words in the name of the file or sheet and what they stand for
     * @param override  a column that decides instead when it holds a certain text
     * @param tagSetting  the setting that names the tag whose value is taken
     * @param unlessListed  a table that makes the value blank when it lists the row
     * @param setting  the setting that gives the value when the export has none; empty for none
     * @param join  what stands between the texts where all of {@code from} make the value; empty where the first does
     * @param rowName  whether the value is made of file name and row number, where no column gives it
     */
    record Source(
            List<String> from,
            String fixed,
            Map<String, String> values,
            Map<String, String> starts,
            String otherwise,
            String after,
            Map<String, String> name,
            Replacement override,
            String tagSetting,
            UnlessListed unlessListed,
            String setting,
            String join,
            boolean rowName) {
        static final String AS_IS = "*";

        /** The cell as it is, of the first of these headers that is there and not blank. */
        static Source plain(List<String> from) {
            return new Source(
                    from,
                    "",
                    Map.of(),
                    Map.of(),
                    AS_IS,
                    "",
                    Map.of(),
                    Replacement.NONE,
                    "",
                    UnlessListed.NONE,
                    "",
                    "",
                    false);
        }

        /** The same, and more headers behind its own. */
        Source orFrom(Source more) {
            List<String> all = new ArrayList<>(from);
            all.addAll(more.from());
            return new Source(
                    all,
                    fixed,
                    values,
                    starts,
                    otherwise,
                    after,
                    name,
                    override,
                    tagSetting,
                    unlessListed,
                    setting,
                    join,
                    rowName);
        }

        /** Whether the text of the cell is taken as it is, so that typed cells can be. */
        boolean isPlain() {
            return values.isEmpty()
                    && starts.isEmpty()
                    && otherwise.equals(AS_IS)
                    && after.isEmpty()
                    && override.from().isEmpty()
                    && tagSetting.isEmpty()
                    && join.isEmpty();
        }
    }

    /** When the column {@code from} holds {@code text}, the value is {@code value}. */
    record Replacement(String from, String text, String value) {
        static final Replacement NONE = new Replacement("", "", "");
    }

    /** The value is left blank when {@code table} has a row whose id stands in the record's {@code column}. */
    record UnlessListed(String table, String column) {
        static final UnlessListed NONE = new UnlessListed("", "");
    }

    /**
     * How a wide row becomes several records: each column whose header is a currency code makes one.
     *
     * @param header  the record's column that takes the header
     * @param cell  the record's column that takes the cell
     */
    record Unpivot(String header, String cell) {
        static final Unpivot NONE = new Unpivot("", "");

        boolean isNone() {
            return header.isEmpty();
        }
    }

    /**
     * How a table under headers of many spellings is told: by how many of its columns they are the words of.
     *
     * @param columns  the record's columns that a header has to stand for
     * @param oneOf  columns of which one has to have a header, for others could stand in any table; empty for none
     * @param hits  so many of the record's columns have to have a header
     * @param sheets  names of sheets, normalised, for which {@code columns} suffice
     */
    record Words(Set<String> columns, Set<String> oneOf, int hits, Set<String> sheets) {
        static final Words NONE = new Words(Set.of(), Set.of(), 0, Set.of());

        boolean isNone() {
            return columns.isEmpty();
        }
    }

    /**
     * A cell above the header.
     *
     * @param row  its row number
     * @param columns  where it may stand, from 0; the first that is filled counts
     * @param says  a sentence, with {@code {}} for the cell
     */
    record Above(int row, List<Integer> columns, String says) {
        static final Above NONE = new Above(0, List.of(), "");
    }

    /** The profile of a table whose headers are the record type's own. */
    static Profile plain(String record) {
        return new Profile(
                "",
                "",
                record,
                Set.of(),
                Set.of(),
                DateStyle.ISO,
                List.of(),
                Set.of(),
                Map.of(),
                Map.of(),
                "",
                List.of(),
                "",
                List.of(),
                Words.NONE,
                Above.NONE,
                Unpivot.NONE);
    }

    boolean isPlain() {
        return name.isEmpty();
    }

    /** The same with more words for the headers of its columns. */
    Profile with(Map<String, List<String>> more, Set<String> sheets) {
        Map<String, Source> all = new LinkedHashMap<>(columns);
        more.forEach((column, names) -> all.merge(column, Source.plain(names), Source::orFrom));
        Set<String> allSheets = new LinkedHashSet<>(words.sheets());
        allSheets.addAll(sheets);
        return new Profile(
                name,
                title,
                record,
                must,
                mustNot,
                dates,
                dateColumns,
                blanks,
                all,
                skipped,
                notice,
                needs,
                refusal,
                yieldsTo,
                new Words(words.columns(), words.oneOf(), words.hits(), allSheets),
                above,
                unpivot);
    }

    /** The columns of the record that one of these headers stands for. */
    Set<String> named(Set<String> headers) {
        return columns.entrySet().stream()
                .filter(column ->
                        column.getValue().from().stream().map(Text::header).anyMatch(headers::contains))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The needed settings that are blank and that no header stands for. */
    List<String> missing(Set<String> headers, Map<String, String> settings) {
        Set<String> named = named(headers);
        return needs.stream()
                .filter(setting -> settings.getOrDefault(setting, "").isEmpty())
                .filter(setting -> columns.entrySet().stream()
                        .noneMatch(column ->
                                column.getValue().setting().equals(setting) && named.contains(column.getKey())))
                .toList();
    }

    boolean fits(Set<String> headers) {
        return words.isNone() && must.stream().allMatch(names -> isAny(names, headers)) && !isBarred(headers);
    }

    /**
     * How many columns of the record the words of a header row stand for; 0 if they are too few.
     *
     * @param sheet  name of the sheet
     */
    int hits(String sheet, Set<String> headers) {
        Set<String> named = named(headers);
        boolean isNamed = words.sheets().contains(Text.header(sheet));
        boolean isEnough = isNamed
                || (named.size() >= words.hits()
                        && (words.oneOf().isEmpty() || !Collections.disjoint(words.oneOf(), named)));
        return isEnough && named.containsAll(words.columns()) && !isBarred(headers) ? named.size() : 0;
    }

    private boolean isBarred(Set<String> headers) {
        return mustNot.stream().anyMatch(names -> isAny(names, headers));
    }

    /** Does the header hold one of the spellings? */
    private static boolean isAny(String spellings, Set<String> headers) {
        if (headers.contains(spellings)) {
            return true;
        }
        return spellings.indexOf('|') >= 0
                && Stream.of(spellings.split("\\|", -1)).anyMatch(headers::contains);
    }
}
