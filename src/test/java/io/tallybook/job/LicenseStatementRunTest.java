package io.tallybook.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Microsoft License Statement says the same licenses in several sheets. */
class LicenseStatementRunTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it before the tests run
    Path folder;

    private static void sheet(XSSFWorkbook book, String name, int headerRow, List<List<String>> rows) {
        Sheet sheet = book.createSheet(name);
        sheet.createRow(0).createCell(0).setCellValue("Microsoft License Statement");
        for (int i = 0; i < rows.size(); i++) {
            Row row = sheet.createRow(headerRow - 1 + i);
            for (int c = 0; c < rows.get(i).size(); c++) {
                row.createCell(c).setCellValue(rows.get(i).get(c));
            }
        }
    }

    private String manifestOf(boolean withTransactions) throws IOException {
        Path in = Files.createDirectories(folder.resolve("in"));
        Files.writeString(in.resolve("accounts.csv"), "account,name\nA1,Contoso\n");
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            sheet(
                    book,
                    "Pivot- Daten",
                    10,
                    List.of(
                            List.of("Product Pool", "License Product Family", "Effective License Quantity"),
                            List.of("Server", "SQL Server Standard", "4")));
            if (withTransactions) {
                sheet(
                        book,
                        "Transaction Data",
                        4,
                        List.of(
                                List.of("Agreement Number", "Product Name", "License Type", "Quantity"),
                                List.of("8611537", "SQL Server Standard", "L", "4")));
            }
            try (OutputStream out = Files.newOutputStream(in.resolve("statement.xlsx"))) {
                book.write(out);
            }
        }
        assertThat(FolderRun.of(
                                in,
                                folder.resolve("out"),
                                Map.of("licenses.account", "A1", "licenses.metric", "SERVER"))
                        .status())
                .isEqualTo(RunOutcome.Status.COMPLETE);
        return Files.readString(folder.resolve("out/manifest.json"));
    }

    @Test
    void itsPivotDataAreReadWhereNothingElseSaysTheSame() throws IOException {
        assertThat(manifestOf(false)).contains("\"profile\" : \"license-statement-pivot\"");
    }

    @Test
    void itsTransactionsAreReadAndItsPivotDataLeftOutAndSaid() throws IOException {
        assertThat(manifestOf(true))
                .contains("\"profile\" : \"license-transactions\"")
                .doesNotContain("license-statement-pivot")
                .contains("sheet Pivot- Daten: says the same as sheet Transaction Data, which is read; passed over");
    }
}
