package io.tallybook.corpus;

import io.tallybook.sheet.Limits;
import io.tallybook.sheet.SourceFile;
import io.tallybook.sheet.SourceFiles;
import io.tallybook.sheet.Unreadable;
import io.tallybook.sheet.UnreadableFileException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** What people are told about files, each text with a file of the corpus that gives it: a part of docs/problems.md. */
public final class CorpusMessages {
    private static final String REFUSED = "refused ";
    private static final String NOT_RECOGNISED = "not recognised: ";

    private CorpusMessages() {}

    /** The refusals by their reason: each text with the first file that gives it. */
    static Map<Unreadable, Map<String, String>> refusals() {
        Map<Unreadable, Map<String, String>> refusals = new EnumMap<>(Unreadable.class);
        // A file that cannot be opened cannot be kept.
        refusals.put(Unreadable.NO_ACCESS, Map.of(ofMissingFile(), "a file that is gone"));
        for (Unreadable reason : Unreadable.values()) {
            String start = REFUSED + reason.code() + ": ";
            Map<String, String> texts = texts(start);
            if (!texts.isEmpty()) {
                refusals.put(reason, texts);
            }
        }
        return refusals;
    }

    private static String ofMissingFile() {
        try (SourceFile file = SourceFiles.open(Path.of("no such file.csv"), Limits.standard())) {
            throw new AssertionError("opened " + file);
        } catch (UnreadableFileException e) {
            return e.getMessage();
        }
    }

    private static Map<String, String> texts(String start) {
        Map<String, String> texts = new LinkedHashMap<>();
        Corpus.gives()
                .forEach((file, lines) -> lines.stream()
                        .filter(line -> line.startsWith(start))
                        .forEach(line -> texts.putIfAbsent(line.substring(start.length()), file)));
        return texts;
    }

    /** The part of docs/problems.md on files. */
    public static String document() {
        StringBuilder text = new StringBuilder("""

                ## Files that cannot be read

                The run goes on without such a file, everything published is marked incomplete, and the exit code is 65. The
                line stands on stderr behind the name of the file, and as `reason` in `manifest.json`. The samples lie in
                `src/test/resources/corpus`.

                | code | what it means | what is said | sample |
                |---|---|---|---|
                """);
        refusals()
                .forEach((reason, texts) -> texts.forEach((message, file) -> text.append("| `")
                        .append(reason.code())
                        .append("` | ")
                        .append(reason.about())
                        .append(" | ")
                        .append(cell(message))
                        .append(" | ")
                        .append(file)
                        .append(" |\n")));
        text.append("""

                ## Tables that are not known

                A sheet that is no known table is passed over. A file without any counts as one that was not recognised.

                | what is said | sample |
                |---|---|
                """);
        rows(text, NOT_RECOGNISED);
        text.append("""

                ## What is said of files that are read

                | what is said | sample |
                |---|---|
                """);
        rows(text, "notice: ");
        rows(text, "table notice: ");
        return text.toString();
    }

    private static void rows(StringBuilder text, String start) {
        texts(start)
                .forEach((message, file) -> text.append("| ")
                        .append(cell(message))
                        .append(" | ")
                        .append(file)
                        .append(" |\n"));
    }

    private static String cell(String message) {
        return message.replace("|", "\\|").replace("<", "&lt;");
    }
}
