package io.tallybook.intake;

import io.tallybook.ledger.ColumnDefinition;
import io.tallybook.ledger.ColumnType;
import io.tallybook.ledger.RecordDefinition;
import io.tallybook.ledger.RecordTypes;
import io.tallybook.sheet.CellKind;
import io.tallybook.sheet.ColumnSelection;
import io.tallybook.sheet.FileFormat;
import io.tallybook.sheet.ReadOptions;
import io.tallybook.sheet.RowBlock;
import io.tallybook.sheet.SheetInfo;
import io.tallybook.sheet.SourceFile;
import io.tallybook.sheet.TableReader;
import io.tallybook.sheet.UnreadableFileException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Says what a sheet is: by what the job says, by its name, by a profile that fits its header row, by a header row that can
 * only be that of one record type, or by the row that holds most of the words that a profile knows.
 */
public final class Recogniser {
    /** Titles and blank rows above the header end here. */
    private static final int HEADER_ROWS = 30;

    private static final int SAMPLE_ROWS = 1_000;

    /** What exports append to a name: a date, a number, a copy's count. */
    private static final Pattern NAME_TAIL = Pattern.compile("[\\s_\\-.]*(\\(?\\d[\\d\\s_\\-.T]*\\)?)$");

    /** Numbers of which the comma can only be a decimal one: 1,234 may be a thousand, 0,234 may not. */
    private static final Pattern DECIMAL_COMMA =
            Pattern.compile("[+-]?(0,\\d+|\\d+,(\\d{1,2}|\\d{4,})|\\d+,\\d+[Ee][+-]?\\d+)");

    private final Profiles profiles;
    private final Map<String, String> settings;

    /**
     * @param profiles  the profiles of the run
     * @param settings  its settings: some exports are read only when one says what they do not
     */
    public Recogniser(Profiles profiles, Map<String, String> settings) {
        this.profiles = profiles;
        this.settings = Map.copyOf(settings);
    }

    /**
     * What a sheet was recognised as.
     *
     * @param known  whether it is a known table
     * @param record  name of the record type; empty if not known
     * @param profile  name of the profile; empty for the record type's own headers
     * @param headerRow  row number of the header
     * @param layout  how its columns map, for the store
     * @param reason  why it is not known, and what to do
     * @param notices  what has to be said aloud about it
     */
    public record Recognised(
            boolean known,
            String record,
            String profile,
            int headerRow,
            String layout,
            String reason,
            List<String> notices) {
        static Recognised unknown(String reason) {
            return new Recognised(false, "", "", 0, "", reason, List.of());
        }
    }

    /**
     * Looks at one sheet.
     *
     * @param file  the open file
     * @param sheet  the sheet
     * @param told  the record type that the job names; empty if it does not
     * @return what it is, or why it is not known
     * @throws UnreadableFileException if the sheet cannot be read
     */
    public Recognised recognise(SourceFile file, SheetInfo sheet, String told) throws UnreadableFileException {
        List<Headers> candidates = firstRows(file, sheet);
        if (candidates.isEmpty()) {
            return Recognised.unknown("is empty");
        }
        Optional<RecordDefinition<?>> named = told.isEmpty() ? byName(sheet.name()) : RecordTypes.named(told);
        if (named.isPresent()) {
            Optional<Headers> header = candidates.stream()
                    .filter(row -> row.namesAllRequired(named.get()))
                    .findFirst();
            if (header.isPresent()) {
                return known(file, sheet, named.get(), Profile.plain(named.get().name()), header.get(), List.of());
            }
        }
        for (Headers row : candidates) {
            Optional<Profile> profile = profiles.fitting(row.names());
            if (profile.isPresent()
                    && (told.isEmpty() || told.equals(profile.get().record()))) {
                Optional<String> refusal = refusal(profile.get(), row);
                return refusal.isPresent()
                        ? Recognised.unknown("is " + profile.get().title() + ": " + refusal.get())
                        : known(file, sheet, profile.get(), row, candidates);
            }
        }
        Optional<Hit> hit = mostWords(sheet, candidates, named.map(RecordDefinition::name));
        boolean isRead =
                hit.isPresent() && refusal(hit.get().profile(), hit.get().row()).isEmpty();
        if (named.isPresent()) {
            return isRead
                    ? known(file, sheet, hit.get().profile(), hit.get().row(), candidates)
                    : Recognised.unknown(missing(named.get(), candidates));
        }
        for (Headers row : candidates) {
            Optional<RecordDefinition<?>> type = byHeaders(row);
            if (type.isPresent()) {
                return known(file, sheet, type.get(), Profile.plain(type.get().name()), row, List.of());
            }
        }
        if (isRead) {
            return known(file, sheet, hit.get().profile(), hit.get().row(), candidates);
        }
        if (hit.isPresent()) {
            return Recognised.unknown("looks like " + hit.get().profile().title() + " (row "
                    + hit.get().row().row() + "): "
                    + refusal(hit.get().profile(), hit.get().row()).orElseThrow());
        }
        return Recognised.unknown("no record type has this name, and no header row of a known export is in its first "
                + HEADER_ROWS + " rows; name the sheet or csv after its record type, e.g. purchases");
    }

    /** Why a table of a known export is not read, and what to do; empty if it is. */
    private Optional<String> refusal(Profile profile, Headers row) {
        List<String> missing = profile.missing(row.names(), settings);
        if (profile.needs().isEmpty() ? profile.refusal().isEmpty() : missing.isEmpty()) {
            return Optional.empty();
        }
        String set = missing.isEmpty() ? "" : "set " + String.join(" and ", missing) + " in the job";
        return Optional.of(set + (missing.isEmpty() || profile.refusal().isEmpty() ? "" : ", or ") + profile.refusal());
    }

    /** A row that may be the header of a table that is told by its words. */
    private record Hit(Profile profile, Headers row, int count) {}

    /** The row with most of the words that a profile knows, the first of several; empty if none has enough. */
    private Optional<Hit> mostWords(SheetInfo sheet, List<Headers> rows, Optional<String> record) {
        Optional<Hit> best = Optional.empty();
        for (Profile profile : profiles.byWords()) {
            if (record.isPresent() && !record.get().equals(profile.record())) {
                continue;
            }
            for (Headers row : rows) {
                int hits = profile.hits(sheet.name(), row.names());
                if (hits > best.map(Hit::count).orElse(0)) {
                    best = Optional.of(new Hit(profile, row, hits));
                }
            }
        }
        return best;
    }

    private Recognised known(SourceFile file, SheetInfo sheet, Profile profile, Headers header, List<Headers> rows)
            throws UnreadableFileException {
        List<String> above = rows.stream()
                .filter(row -> row.row() == profile.above().row() && row.row() < header.row())
                .flatMap(row -> profile.above().columns().stream()
                        .filter(column -> column < row.cells().size())
                        .map(row.cells()::get))
                .filter(cell -> !cell.isEmpty())
                .limit(1)
                .map(cell -> profile.above().says().replace("{}", cell))
                .toList();
        return known(file, sheet, RecordTypes.named(profile.record()).orElseThrow(), profile, header, above);
    }

    private static String missing(RecordDefinition<?> type, List<Headers> candidates) {
        Headers best = candidates.stream()
                .max(Comparator.comparingLong(row -> row.matched(type)))
                .orElseThrow();
        return "no row of its first " + HEADER_ROWS + " names all required columns of " + type.name() + ": row "
                + best.row() + " lacks " + String.join(", ", best.missing(type)) + "; add them to the header";
    }

    private static Optional<RecordDefinition<?>> byName(String sheet) {
        String name = Text.header(sheet);
        String stem = Text.header(NAME_TAIL.matcher(sheet).replaceFirst(""));
        return RecordTypes.all().stream()
                .filter(type -> Text.header(type.name()).equals(name)
                        || Text.header(type.name()).equals(stem))
                .findFirst();
    }

    /** Only a header that names all required columns, says little else, and fits one type better than all others. */
    private static Optional<RecordDefinition<?>> byHeaders(Headers row) {
        List<RecordDefinition<?>> fitting = RecordTypes.all().stream()
                .filter(row::namesAllRequired)
                .filter(type -> row.matched(type) >= 3 && row.matched(type) * 10 >= row.filled() * 7)
                .sorted(Comparator.comparingLong((RecordDefinition<?> type) -> row.matched(type))
                        .reversed())
                .toList();
        boolean clear = fitting.size() == 1
                || (fitting.size() > 1 && row.matched(fitting.get(0)) > row.matched(fitting.get(1)));
        return clear ? Optional.of(fitting.get(0)) : Optional.empty();
    }

    private static List<Headers> firstRows(SourceFile file, SheetInfo sheet) throws UnreadableFileException {
        List<Headers> rows = new ArrayList<>();
        try (TableReader reader = file.read(sheet.index(), new ReadOptions(ColumnSelection.ALL, 1, HEADER_ROWS))) {
            Optional<RowBlock> block = reader.next();
            for (int i = 0; block.isPresent() && i < block.get().size(); i++) {
                if (block.get().row(i) <= HEADER_ROWS || rows.isEmpty()) {
                    rows.add(Headers.of(block.get(), i));
                }
            }
        }
        return rows;
    }

    private Recognised known(
            SourceFile file,
            SheetInfo sheet,
            RecordDefinition<?> type,
            Profile profile,
            Headers header,
            List<String> above)
            throws UnreadableFileException {
        Layout plain = new Layout(type, profile, header.row(), header.cells(), profile.dates(), false, false);
        Sample sample = sample(file, sheet, plain);
        Layout layout = new Layout(
                type, profile, header.row(), header.cells(), sample.dates(), sample.decimalComma(), sample.closed());
        List<String> notices = new ArrayList<>(notices(layout));
        notices.addAll(above);
        notices.addAll(sample.notices());
        return new Recognised(true, type.name(), profile.name(), header.row(), layout.written(), "", notices);
    }

    private static List<String> notices(Layout layout) {
        List<String> notices = new ArrayList<>();
        if (!layout.profile().notice().isEmpty()) {
            notices.add(layout.profile().notice());
        }
        Set<String> used = new LinkedHashSet<>();
        if (layout.profile().isPlain()) {
            layout.type().columns().forEach(column -> used.add(Text.header(column.name())));
        }
        Set<String> seen = new LinkedHashSet<>();
        List<String> unknown = new ArrayList<>();
        for (String header : layout.headers()) {
            String name = Text.header(header);
            if (name.isEmpty()) {
                continue;
            }
            if (!seen.add(name)) {
                notices.add("the column \"" + header + "\" stands there twice; the first one is used");
            } else if (layout.profile().isPlain() && !used.contains(name)) {
                unknown.add("\"" + header + "\"");
            }
        }
        if (!unknown.isEmpty()) {
            String more = unknown.size() > 8 ? " and " + (unknown.size() - 8) + " more" : "";
            notices.add((unknown.size() == 1 ? "unknown column " : "unknown columns ")
                    + String.join(", ", unknown.subList(0, Math.min(8, unknown.size()))) + more + " not used");
        }
        return notices;
    }

    // --- how the table writes dates and numbers

    private record Sample(DateStyle dates, boolean decimalComma, boolean closed, List<String> notices) {}

    private static Sample sample(SourceFile file, SheetInfo sheet, Layout layout) throws UnreadableFileException {
        boolean text = file.format() == FileFormat.CSV;
        Set<Integer> dates = positions(layout, layout.profile().dateColumns());
        Set<Integer> numbers = text ? positions(layout, numberColumns(layout)) : Set.of();
        if (dates.isEmpty() && !text) {
            return new Sample(layout.dates(), false, false, List.of());
        }
        int rowCount = 0;
        int wider = 0;
        boolean dayFirst = false;
        boolean monthFirst = false;
        boolean comma = false;
        boolean point = false;
        try (TableReader reader =
                file.read(sheet.index(), new ReadOptions(ColumnSelection.ALL, layout.headerRow() + 1, SAMPLE_ROWS))) {
            Optional<RowBlock> rows = reader.next();
            for (int i = 0; rows.isPresent() && i < rows.get().size(); i++) {
                RowBlock block = rows.get();
                rowCount++;
                wider += block.columns(i) > layout.headers().size() ? 1 : 0;
                for (int column : dates) {
                    String[] parts = block.text(i, column).split("[/ ]", 4);
                    if (block.kind(i, column) == CellKind.TEXT && parts.length >= 3) {
                        dayFirst |= isOver12(parts[0]);
                        monthFirst |= isOver12(parts[1]);
                    }
                }
                for (int column : numbers) {
                    String number = Text.trimmed(block.text(i, column));
                    comma |= DECIMAL_COMMA.matcher(number).matches();
                    point |= number.indexOf('.') >= 0;
                }
            }
        }
        // Where nearly all rows are wider, a last column has no name; where a few are, their fields have moved.
        boolean nameless = rowCount > 1 && wider * 10L >= rowCount * 9L;
        Sample sample = sample(layout, dayFirst && !monthFirst, comma && !point, text && !nameless);
        if (text && nameless) {
            sample.notices().add("rows have more fields than the header has names; what lies beyond is not read");
        }
        if (dayFirst && monthFirst) {
            sample.notices()
                    .add("dates stand there in both orders, the day first and the month first; all are read "
                            + (layout.dates() == DateStyle.DAY_FIRST ? "with the day first" : "with the month first")
                            + ", so those up to the 12th may be wrong: export the table again");
        }
        return sample;
    }

    private static Sample sample(Layout layout, boolean dayFirst, boolean decimalComma, boolean closed) {
        List<String> notices = new ArrayList<>();
        if (decimalComma) {
            notices.add("numbers are read with a decimal comma");
        }
        boolean turned = dayFirst && layout.dates() == DateStyle.MONTH_FIRST;
        if (turned) {
            notices.add("dates are read with the day first, as a day above 12 shows");
        }
        return new Sample(turned ? DateStyle.DAY_FIRST : layout.dates(), decimalComma, closed, notices);
    }

    private static boolean isOver12(String part) {
        return part.length() == 2 && part.compareTo("12") > 0 && part.compareTo("31") <= 0;
    }

    private static List<String> numberColumns(Layout layout) {
        List<String> names = new ArrayList<>();
        for (ColumnDefinition column : layout.type().columns()) {
            if (column.type() == ColumnType.MONEY || column.type() == ColumnType.DECIMAL) {
                Profile.Source source = layout.profile().columns().get(column.name());
                names.addAll(source == null ? List.of(column.name()) : source.from());
            }
        }
        return names;
    }

    private static Set<Integer> positions(Layout layout, List<String> names) {
        Set<Integer> positions = new LinkedHashSet<>();
        names.forEach(name -> layout.position(name).ifPresent(positions::add));
        return positions;
    }
}
