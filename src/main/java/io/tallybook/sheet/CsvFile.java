package io.tallybook.sheet;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Delimited text, plain or gzipped. */
final class CsvFile implements SourceFile {
    private static final int SAMPLE = 1 << 16;
    private static final List<String> MARKUP = List.of(
            "<!doctype html",
            "<html",
            "<head",
            "<meta",
            "<table",
            "<body",
            "<style",
            "<div",
            "<script",
            "<font",
            "<tr");

    private final TextBytes source;
    private final TextEncoding encoding;
    private final CsvDialect dialect;
    private final Limits limits;
    private final Notices notices;
    private final SheetInfo sheet;

    private CsvFile(TextBytes source, TextEncoding encoding, CsvDialect dialect, Limits limits, Notices notices) {
        this.source = source;
        this.encoding = encoding;
        this.dialect = dialect;
        this.limits = limits;
        this.notices = notices;
        this.sheet = new SheetInfo(0, displayName(source.file()), false);
    }

    static CsvFile open(TextBytes source, Limits limits, Notices notices) throws UnreadableFileException {
        byte[] head;
        try {
            head = source.head(SAMPLE);
        } catch (IOException e) {
            throw translate(e);
        }
        if (head.length == 0) {
            throw new UnreadableFileException(
                    Unreadable.EMPTY,
                    "the file is empty" + (source.gzipped() ? " once unzipped" : "") + "; export it again");
        }
        if (source.gzipped()) {
            BinaryFormats.refuseWithinGzip(head);
        }
        TextEncoding encoding = TextEncoding.of(head);
        String sample = new String(head, encoding.bomLength(), head.length - encoding.bomLength(), encoding.charset());
        refuseMarkup(sample);
        if (encoding.isUtf8()) {
            BinaryFormats.refuse(head);
        } else if (sample.indexOf(0) >= 0) {
            throw new UnreadableFileException(
                    Unreadable.UNKNOWN_FORMAT,
                    "this is not a text file, or in UTF-32 (it holds NUL characters); export it again as csv in UTF-8");
        } else {
            notices.say("read as " + encoding.charset().name());
        }
        if (WhiteSpace.isBlank(sample) && head.length < SAMPLE) {
            throw new UnreadableFileException(
                    Unreadable.EMPTY, "the file is empty but for white space; export it again");
        }
        CsvDialect dialect = CsvDialect.of(sample, head.length < SAMPLE);
        if (dialect.separator() != ',') {
            notices.say("separator " + (dialect.separator() == '\t' ? "TAB" : dialect.separator()) + " found");
        }
        sayCutLine(source, encoding, notices);
        return new CsvFile(source, encoding, dialect, limits, notices);
    }

    /** Text has no checksum; a last line without its end is all that tells of a file that was cut off. */
    private static void sayCutLine(TextBytes source, TextEncoding encoding, Notices notices)
            throws UnreadableFileException {
        if (source.gzipped()) {
            return;
        }
        try {
            String last = new String(source.tail(encoding.isUtf8() ? 1 : 2), encoding.charset());
            if (!last.equals("\n") && !last.equals("\r")) {
                notices.say("the last line has no line end: if the file was cut off, export it again");
            }
        } catch (IOException e) {
            throw translate(e);
        }
    }

    private static void refuseMarkup(String sample) throws UnreadableFileException {
        String start = sample.stripLeading().toLowerCase(Locale.ROOT);
        while (start.startsWith("<!--") && start.indexOf("-->") > 0) {
            start = start.substring(start.indexOf("-->") + 3).stripLeading();
        }
        boolean xml = start.startsWith("<?xml");
        if (MARKUP.stream().anyMatch(start::startsWith) || (xml && start.contains("<html"))) {
            throw new UnreadableFileException(
                    Unreadable.HTML, "this is an HTML page, not a workbook; open it in Excel and save it as xlsx");
        }
        if (xml && start.contains("office:spreadsheet")) {
            throw new UnreadableFileException(
                    Unreadable.XML, "this is an Excel 2003 XML workbook; open it in Excel and save it as xlsx");
        }
        if (xml || start.startsWith("<workbook")) {
            throw new UnreadableFileException(
                    Unreadable.XML, "this is an XML file, not a table; export the table as xlsx or csv");
        }
        if (start.startsWith("{\\rtf")) {
            throw new UnreadableFileException(
                    Unreadable.UNKNOWN_FORMAT, "this is a rich text document; export the table as xlsx or csv");
        }
    }

    static UnreadableFileException translate(IOException e) {
        UnreadableFileException refusal = RefusedIoException.within(e);
        if (refusal != null) {
            return refusal;
        }
        if (e instanceof EOFException) {
            return new UnreadableFileException(
                    Unreadable.TRUNCATED, "the gzip data ends too early; copy or download the file again", e);
        }
        if (e instanceof java.nio.file.FileSystemException) {
            return ZipParts.noAccess(e);
        }
        return new UnreadableFileException(
                Unreadable.DAMAGED, "the data cannot be unpacked or read; copy or download the file again", e);
    }

    private static String displayName(Path file) {
        Path last = file.getFileName();
        String name = last == null ? "" : last.toString();
        for (String ending : List.of(".gz", ".csv", ".txt", ".tsv")) {
            if (name.toLowerCase(Locale.ROOT).endsWith(ending) && name.length() > ending.length()) {
                name = name.substring(0, name.length() - ending.length());
            }
        }
        return name;
    }

    @Override
    public FileFormat format() {
        return FileFormat.CSV;
    }

    @Override
    public List<SheetInfo> sheets() {
        return List.of(sheet);
    }

    @Override
    public List<String> notices() {
        return notices.list();
    }

    @Override
    public TableReader read(int sheetIndex, ReadOptions options) throws UnreadableFileException {
        if (sheetIndex != 0) {
            throw new IndexOutOfBoundsException("sheet " + sheetIndex + " of 1");
        }
        boolean quick = encoding.isUtf8() && dialect.separator() < 128;
        try {
            if (!quick) {
                return thorough(options);
            }
            PieceSource pieces = new CsvPieces(source.open(), encoding.bomLength() + dialect.skip());
            return new PieceTable(
                    pieces,
                    () -> new CsvParser(dialect.separator(), options, limits),
                    (records, row) -> behind(options, row),
                    options);
        } catch (IOException e) {
            throw translate(e);
        }
    }

    private TableReader behind(ReadOptions options, int row) throws UnreadableFileException {
        try {
            return thorough(options.behind(row));
        } catch (IOException e) {
            throw translate(e);
        }
    }

    private TableReader thorough(ReadOptions options) throws IOException {
        InputStream in = source.open();
        try {
            TextDecoder text = new TextDecoder(source, in, encoding, notices);
            for (int rest = dialect.skip(); rest > 0; rest--) {
                if (text.read() < 0) {
                    break;
                }
            }
            return new CsvTableReader(text, dialect.separator(), options, limits);
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    @Override
    public void close() {
        // Each reader has its own stream.
    }
}
