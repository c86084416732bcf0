package io.tallybook.job;

import io.tallybook.publish.Digest;
import io.tallybook.report.SolutionEntry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;

/** Where the reports lie within the output folder. */
final class ReportFiles {
    static final String PORTFOLIO_PAGE = "portfolio.html";
    static final String PORTFOLIO_WORKBOOK = "portfolio.xlsx";
    static final String ACCOUNTS = "accounts";

    private static final int LONGEST_NAME = 80;

    private ReportFiles() {}

    /** Path of an account's report, relative to the output folder. */
    static Path of(RunRequest request, String account, String ending) {
        String name = name(account);
        return Path.of(request.hasAccountFolders() ? name : ACCOUNTS, name + ending);
    }

    /** Path of the page of a solution, beside that of its account. */
    static Path of(RunRequest request, String account, SolutionEntry solution) {
        return of(request, account, "").resolveSibling(ofSolution(account, solution.solution()));
    }

    /** File name of the page of a solution. The plus sign is in no name of an account, so the two never meet. */
    static String ofSolution(String account, String solution) {
        return name(account) + "+" + name(solution) + ".html";
    }

    /** A path as an address in a link. */
    static String address(String path) {
        return path.replace('\\', '/').replace("%", "%25");
    }

    /**
     * A file name for an account, whatever its id holds: letters, digits, dots, hyphens and underscores stay, everything else
     * becomes %XX; a long name is cut and ends in a digest, so that two accounts never share one.
     */
    static String name(String account) {
        StringBuilder name = new StringBuilder();
        byte[] bytes = account.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            char c = (char) (bytes[i] & 0xff);
            boolean plain =
                    (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-' || c == '_';
            if (plain || (c == '.' && i > 0 && i < bytes.length - 1)) {
                name.append(c);
            } else {
                name.append(String.format(Locale.ROOT, "%%%02X", (int) c));
            }
        }
        if (name.length() > LONGEST_NAME) {
            String digest = Digest.of(bytes).substring(0, 16);
            name.setLength(LONGEST_NAME - 17);
            name.append('~').append(digest);
        }
        return name.toString();
    }
}
