package io.tallybook.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Opens input files. */
public final class SourceFiles {
    private static final List<String> WORKBOOK_ENDINGS = List.of(".xlsx", ".xlsm", ".xls", ".ods");

    private SourceFiles() {}

    /**
     * Opens a file by what its bytes say; its name is only used to say when the two differ.
     *
     * @param file  the file; it must not change while it is open
     * @param limits  the caps
     * @return the open file, to be closed by the caller
     * @throws UnreadableFileException if it is no readable table, with the reason and what to do
     */
    public static SourceFile open(Path file, Limits limits) throws UnreadableFileException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(16);
        } catch (IOException e) {
            throw ZipParts.noAccess(e);
        }
        if (head.length == 0) {
            throw new UnreadableFileException(Unreadable.EMPTY, "the file is empty; export it again");
        }
        Notices notices = new Notices();
        SourceFile opened = open(file, head, limits, notices);
        sayMisnamed(file, opened.format(), notices);
        return opened;
    }

    private static SourceFile open(Path file, byte[] head, Limits limits, Notices notices)
            throws UnreadableFileException {
        if (BinaryFormats.isZip(head)) {
            return ZipContent.open(file, limits, notices);
        }
        if (BinaryFormats.isOle2(head)) {
            return XlsFile.open(file, limits, notices);
        }
        if (BinaryFormats.isBareBiff(head)) {
            throw XlsFile.excel5();
        }
        return CsvFile.open(new TextBytes(file, BinaryFormats.isGzip(head)), limits, notices);
    }

    private static void sayMisnamed(Path file, FileFormat format, Notices notices) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        for (String ending : WORKBOOK_ENDINGS) {
            boolean right = ending.startsWith("." + format.name().toLowerCase(Locale.ROOT))
                    || (ending.equals(".xlsm") && format == FileFormat.XLSX);
            if (name.endsWith(ending) && !right) {
                notices.say("named " + ending + ", read as " + format.display());
            }
        }
        if (name.endsWith(".csv") && format != FileFormat.CSV) {
            notices.say("named .csv, read as " + format.display());
        }
    }
}
