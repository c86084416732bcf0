package io.tallybook.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.tallybook.terms.ClauseRegister;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a spreadsheet computes from the formulas has to be what we wrote as their values. */
class RecalculationTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    @Test
    void libreOfficeComesToTheSameValues() throws IOException, InterruptedException {
        Path soffice = Path.of("/usr/bin/soffice");
        assumeThat(Files.isExecutable(soffice))
                .as("LibreOffice is not installed: the formulas are not recalculated")
                .isTrue();
        Path workbook = folder.resolve("account.xlsx");
        try (OutputStream out = Files.newOutputStream(workbook)) {
            new Reports(Optional.empty(), ClauseRegister.builtIn()).accountWorkbook(SampleReports.account(), out);
        }
        Map<String, String> written = formulaValues(workbook);

        Path folderOut = folder.resolve("out");
        Process office = new ProcessBuilder(
                        soffice.toString(),
                        "--headless",
                        "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                        "--convert-to",
                        "xlsx",
                        "--outdir",
                        folderOut.toString(),
                        withoutValues(workbook).toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("office.log").toFile())
                .start();
        assertThat(office.waitFor(180, TimeUnit.SECONDS)).isTrue();

        assertThat(written)
                .hasSize(6)
                .containsEntry("Awards!F5", "1.0")
                .containsEntry("Awards!F6", "2.0")
                .containsEntry("Awards!E10", "468700.5");
        assertThat(formulaValues(folderOut.resolve("account.xlsx"))).isEqualTo(written);
    }

    /** The same workbook without the values of its formulas, so that whatever comes back was computed. */
    private Path withoutValues(Path workbook) throws IOException {
        Path stripped = Files.createDirectories(folder.resolve("bare")).resolve("account.xlsx");
        try (InputStream in = Files.newInputStream(workbook);
                XSSFWorkbook book = new XSSFWorkbook(in);
                OutputStream out = Files.newOutputStream(stripped)) {
            for (Row row : book.getSheet("Awards")) {
                for (Cell cell : row) {
                    if (cell.getCellType() == CellType.FORMULA) {
                        String formula = cell.getCellFormula();
                        cell.setBlank();
                        cell.setCellFormula(formula);
                    }
                }
            }
            book.write(out);
        }
        return stripped;
    }

    private static Map<String, String> formulaValues(Path workbook) throws IOException {
        Map<String, String> values = new TreeMap<>();
        try (InputStream in = Files.newInputStream(workbook);
                XSSFWorkbook book = new XSSFWorkbook(in)) {
            XSSFSheet sheet = book.getSheet("Awards");
            for (Row row : sheet) {
                for (Cell cell : row) {
                    if (cell.getCellType() == CellType.FORMULA) {
                        boolean isNumber = cell.getCachedFormulaResultType() == CellType.NUMERIC;
                        values.put(
                                "Awards!" + cell.getAddress(),
                                isNumber ? rounded(cell.getNumericCellValue()) : cell.getStringCellValue());
                    }
                }
            }
        }
        return values;
    }

    /** Twelve digits: the last ones of a division differ between programs. */
    private static String rounded(double value) {
        return Double.toString(new java.math.BigDecimal(value)
                .round(new java.math.MathContext(12))
                .doubleValue());
    }
}
