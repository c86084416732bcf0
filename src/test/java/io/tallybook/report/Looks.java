package io.tallybook.report;

import java.util.EnumMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The styles of the built-in templates. */
final class Looks {
    enum Cell {
        TITLE,
        SUBTITLE,
        HEADING,
        HEADER,
        HEADER_RIGHT,
        TEXT,
        STRONG,
        LINK,
        /** Text beyond what is printed: on one line, so that it makes no row on paper high. */
        ASIDE,
        ASIDE_LINK,
        DATE,
        NUMBER,
        VALUE,
        PERCENT,
        LEAD
    }

    /** Colours for verdicts: dark ink on a pale ground, readable in print and for the colour-blind by their words. */
    enum Status {
        FAIL("8C1D18", "FBE4E2"),
        AT_RISK("7A4B00", "FFF0D1"),
        UNDETERMINED("3F3D8F", "E8E7FA"),
        ATTEST("0B5563", "DDF1F4"),
        PASS("1B5E2B", "E2F3E5"),
        NOT_APPLICABLE("4A5560", "EEF0F2");

        private final String ink;
        private final String paper;

        Status(String ink, String paper) {
            this.ink = ink;
            this.paper = paper;
        }

        String ink() {
            return ink;
        }

        String paper() {
            return paper;
        }
    }

    private static final String INK = "1F2A37";
    private static final String SOFT = "5B6774";
    private static final String LINE = "D8DEE4";
    private static final String DARK = "1F4E5F";

    private final XSSFWorkbook workbook = new XSSFWorkbook();
    private final Map<Cell, XSSFCellStyle> styles = new EnumMap<>(Cell.class);

    Looks() {
        workbook.getFontAt(0).setFontName("Calibri");
        workbook.getFontAt(0).setFontHeightInPoints((short) 10);
        for (Cell look : Cell.values()) {
            styles.put(look, make(look));
        }
    }

    XSSFWorkbook workbook() {
        return workbook;
    }

    XSSFCellStyle style(Cell look) {
        return java.util.Objects.requireNonNull(styles.get(look));
    }

    static XSSFColor color(String hex) {
        return new XSSFColor(new byte[] {
            (byte) Integer.parseInt(hex.substring(0, 2), 16),
            (byte) Integer.parseInt(hex.substring(2, 4), 16),
            (byte) Integer.parseInt(hex.substring(4, 6), 16)
        });
    }

    private XSSFCellStyle make(Cell look) {
        XSSFCellStyle style = workbook.createCellStyle();
        style.setVerticalAlignment(VerticalAlignment.TOP);
        switch (look) {
            case TITLE -> style.setFont(font(18, true, DARK));
            case SUBTITLE -> style.setFont(font(10, false, SOFT));
            case HEADING -> {
                style.setFont(font(13, true, DARK));
                style.setVerticalAlignment(VerticalAlignment.BOTTOM);
            }
            case HEADER, HEADER_RIGHT -> {
                style.setFont(font(10, true, "FFFFFF"));
                style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
                style.setFillForegroundColor(color(DARK));
                style.setVerticalAlignment(VerticalAlignment.CENTER);
                style.setAlignment(look == Cell.HEADER_RIGHT ? HorizontalAlignment.RIGHT : HorizontalAlignment.LEFT);
                style.setIndention((short) (look == Cell.HEADER_RIGHT ? 1 : 0));
            }
            case LEAD -> {
                style.setFont(font(10, false, INK));
                style.setWrapText(true);
            }
            default -> body(look, style);
        }
        return style;
    }

    private void body(Cell look, XSSFCellStyle style) {
        boolean isLink = look == Cell.LINK || look == Cell.ASIDE_LINK;
        XSSFFont font = font(10, look == Cell.STRONG || look == Cell.VALUE, isLink ? "0B5394" : INK);
        if (isLink) {
            font.setUnderline(XSSFFont.U_SINGLE);
        }
        style.setFont(font);
        style.setBorderBottom(BorderStyle.THIN);
        style.setBottomBorderColor(color(LINE));
        if (look == Cell.DATE) {
            style.setDataFormat(workbook.createDataFormat().getFormat("yyyy-mm-dd"));
            style.setAlignment(HorizontalAlignment.LEFT);
        } else if (look == Cell.NUMBER) {
            style.setDataFormat(workbook.createDataFormat().getFormat("#,##0"));
            style.setAlignment(HorizontalAlignment.RIGHT);
            style.setIndention((short) 1);
        } else if (look == Cell.PERCENT) {
            style.setDataFormat(workbook.createDataFormat().getFormat("0%"));
            style.setAlignment(HorizontalAlignment.RIGHT);
            style.setIndention((short) 1);
        } else if (look == Cell.VALUE) {
            style.setAlignment(HorizontalAlignment.RIGHT);
            style.setIndention((short) 1);
        } else {
            style.setWrapText(look != Cell.ASIDE && look != Cell.ASIDE_LINK);
        }
    }

    private XSSFFont font(int points, boolean isBold, String color) {
        XSSFFont font = workbook.createFont();
        font.setFontName("Calibri");
        font.setFontHeightInPoints((short) points);
        font.setBold(isBold);
        font.setColor(color(color));
        return font;
    }
}
