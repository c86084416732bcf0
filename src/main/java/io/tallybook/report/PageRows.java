package io.tallybook.report;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The rows of a page that bear a mark, as a reader sees them: the text of their cells, without tags. */
final class PageRows {
    private static final Pattern TAG = Pattern.compile("<[^>]*>");
    private static final Pattern CELL = Pattern.compile("<t[dh](?: [^>]*)?>(.*?)</t[dh]>", Pattern.DOTALL);
    private static final Pattern STATE = Pattern.compile("<span class=\"mark ([A-Za-z_]+)\"");

    private PageRows() {}

    /**
     * A row.
     *
     * @param key  what its mark says
     * @param html  the row
     */
    record Row(String key, String html) {
        /** The text of each cell. */
        List<String> cells() {
            List<String> cells = new ArrayList<>();
            Matcher cell = CELL.matcher(html);
            while (cell.find()) {
                cells.add(text(cell.group(1)));
            }
            return cells;
        }

        /** The state or status in its first coloured mark; empty without one. */
        String state() {
            Matcher state = STATE.matcher(html);
            return state.find() ? state.group(1) : "";
        }
    }

    /** The rows that bear a mark, e.g. {@code data-figure}; in their order. Rows within them are not looked at. */
    static List<Row> of(String page, String mark) {
        List<Row> rows = new ArrayList<>();
        String start = "<tr " + mark + "=\"";
        for (int at = page.indexOf(start); at >= 0; at = page.indexOf(start, at + start.length())) {
            int end = page.indexOf('"', at + start.length());
            rows.add(new Row(text(page.substring(at + start.length(), end)), row(page, at)));
        }
        return rows;
    }

    /** The row that begins at a place, to its own end: the working of a result is a table within its row. */
    private static String row(String page, int start) {
        int depth = 0;
        for (int at = start; at >= 0; ) {
            int end = page.indexOf("</tr>", at + 1);
            int inner = page.indexOf("<tr", at + 1);
            if (end < 0) {
                break;
            }
            if (inner >= 0 && inner < end) {
                depth++;
                at = inner;
            } else if (depth-- == 0) {
                return page.substring(start, end);
            } else {
                at = end;
            }
        }
        return page.substring(start);
    }

    /** Text without tags and entities. Input is escaped, so a tag is always the template's. */
    static String text(String html) {
        String plain = html.indexOf('<') < 0 ? html : TAG.matcher(html).replaceAll("");
        return plain.indexOf('&') < 0
                ? plain
                : plain.replace("&lt;", "<")
                        .replace("&gt;", ">")
                        .replace("&quot;", "\"")
                        .replace("&#39;", "'")
                        .replace("&amp;", "&");
    }
}
