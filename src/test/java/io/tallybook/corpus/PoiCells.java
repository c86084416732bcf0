package io.tallybook.corpus;

import io.tallybook.corpus.CorpusCells.Cell;
import io.tallybook.sheet.CellKind;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.poi.hssf.usermodel.HSSFCell;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFChartSheet;
import org.apache.poi.xssf.usermodel.XSSFDialogsheet;

/** The typed cells of a workbook as Apache POI's object model has them: a second opinion on our reader. */
final class PoiCells {
    private static final MathContext FIFTEEN_DIGITS = new MathContext(15, RoundingMode.HALF_UP);
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);

    private PoiCells() {}

    /** Returns the cells in the order of rows; POI throws anything at all where it cannot read a file. */
    static List<Cell> of(Path file) throws IOException {
        List<Cell> cells = new ArrayList<>();
        try (Workbook book = WorkbookFactory.create(file.toFile(), null, true)) {
            for (Sheet sheet : book) {
                if (!(sheet instanceof XSSFChartSheet || sheet instanceof XSSFDialogsheet)) {
                    for (Row row : sheet) {
                        for (org.apache.poi.ss.usermodel.Cell cell : row) {
                            cell(cell).ifPresent(cells::add);
                        }
                    }
                }
            }
        }
        return cells;
    }

    private static Optional<Cell> cell(org.apache.poi.ss.usermodel.Cell cell) {
        boolean formula = cell.getCellType() == CellType.FORMULA;
        CellType type = formula ? cell.getCachedFormulaResultType() : cell.getCellType();
        if (isUncached(cell, formula)) {
            return found(cell, CellKind.UNCACHED, "formula without a stored value");
        }
        return switch (type) {
            case STRING -> text(cell, cell.getRichStringCellValue().getString());
            case BOOLEAN -> found(cell, CellKind.BOOLEAN, cell.getBooleanCellValue() ? "TRUE" : "FALSE");
            case ERROR -> found(cell, CellKind.ERROR, error(cell));
            case NUMERIC -> number(cell);
            default -> Optional.empty();
        };
    }

    /** POI gives 0 for a formula without a stored value; only the stored form tells. */
    private static boolean isUncached(org.apache.poi.ss.usermodel.Cell cell, boolean formula) {
        if (cell instanceof XSSFCell xlsx) {
            String stored = xlsx.getCTCell().getV();
            boolean needsValue = formula || cell.getCellType() == CellType.BOOLEAN;
            return needsValue
                    && (stored == null || stored.isEmpty())
                    && !("str".equals(String.valueOf(xlsx.getCTCell().getT())) && stored != null)
                    && cell.getCellType() != CellType.ERROR;
        }
        return false;
    }

    private static String error(org.apache.poi.ss.usermodel.Cell cell) {
        return cell instanceof XSSFCell xlsx
                ? xlsx.getErrorCellString()
                : FormulaError.forInt(((HSSFCell) cell).getErrorCellValue()).getString();
    }

    private static Optional<Cell> text(org.apache.poi.ss.usermodel.Cell cell, String text) {
        return text.isBlank() ? Optional.empty() : found(cell, CellKind.TEXT, text);
    }

    private static Optional<Cell> number(org.apache.poi.ss.usermodel.Cell cell) {
        double value = cell.getNumericCellValue();
        if (DateUtil.isCellDateFormatted(cell)) {
            return found(cell, CellKind.DATE, date(cell.getLocalDateTimeCellValue(), value, is1904(cell.getSheet())));
        }
        BigDecimal rounded = new BigDecimal(Double.toString(value)).round(FIFTEEN_DIGITS);
        return found(
                cell,
                CellKind.NUMBER,
                rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString());
    }

    private static boolean is1904(Sheet sheet) {
        return sheet instanceof HSSFSheet xls
                ? xls.getWorkbook().getInternalWorkbook().isUsing1904DateWindowing()
                : ((org.apache.poi.xssf.usermodel.XSSFSheet) sheet)
                        .getWorkbook()
                        .isDate1904();
    }

    private static String date(LocalDateTime value, double serial, boolean from1904) {
        LocalTime time = value.toLocalTime();
        boolean whole = time.equals(time.truncatedTo(ChronoUnit.SECONDS));
        String clock = (whole ? SECONDS : MILLIS).format(time);
        if (serial > 0 && serial < 1 && !from1904) {
            return clock;
        }
        return value.toLocalDate() + (time.equals(LocalTime.MIDNIGHT) ? "" : "T" + clock);
    }

    private static Optional<Cell> found(org.apache.poi.ss.usermodel.Cell cell, CellKind kind, String value) {
        return Optional.of(
                new Cell(cell.getSheet().getSheetName(), cell.getAddress().formatAsString(), kind, value));
    }
}
