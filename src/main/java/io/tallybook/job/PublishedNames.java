package io.tallybook.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which names in an output folder are ours: the fixed ones, and those that the manifest of the last run lists. */
final class PublishedNames {
    private static final Pattern FILE = Pattern.compile("\"file\"\\s*:\\s*\"([^\"/]+)(?:/[^\"]*)?\",\\s*\"sha256\"");

    private PublishedNames() {}

    static Set<String> of(RunRequest request) throws IOException {
        Set<String> names = new TreeSet<>(Set.of(
                PublishTasklet.RESULTS,
                PublishTasklet.REJECTS,
                PublishTasklet.MANIFEST,
                ReportFiles.PORTFOLIO_PAGE,
                ReportFiles.PORTFOLIO_WORKBOOK,
                RunOutcome.RUN_REPORT,
                ReportFiles.ACCOUNTS));
        Path manifest = request.outputFolder().resolve(PublishTasklet.MANIFEST);
        if (Files.isRegularFile(manifest)) {
            String text = Files.readString(manifest);
            int outputs = text.lastIndexOf("\"outputs\"");
            Matcher file = FILE.matcher(outputs < 0 ? "" : text.substring(outputs));
            while (file.find()) {
                names.add(file.group(1));
            }
        }
        return names;
    }
}
