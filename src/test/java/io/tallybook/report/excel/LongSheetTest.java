package io.tallybook.report.excel;

import static io.tallybook.report.excel.TemplateFiles.note;
import static io.tallybook.report.excel.TemplateFiles.put;
import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.report.template.Amount;
import io.tallybook.report.template.Day;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sheet of many pieces, as another reader has it. */
class LongSheetTest {
    private static final int ROWS = 4_000;

    private static final List<String> TEXTS = List.of(
            "plain",
            " begins and ends with a space ",
            "two  spaces within",
            "=1+1",
            "+49 89 1234",
            "-",
            "@name",
            "a < b & c > \"d\"",
            "line\nbreak",
            "tab\there",
            "control \u0000 \u0007 character",
            "_x0041_ and x_y",
            "Österreich, 水, 😀",
            "long ".repeat(7_000));

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    private static Object value(Map<String, Object> item, String field) {
        return Objects.requireNonNull(item.get(field));
    }

    @Test
    void poiReadsEveryValueAsItWas() throws IOException {
        List<Map<String, Object>> items = items();
        XSSFSheet sheet = new TemplateFiles(folder)
                .fill(template(), Map.of("items", items))
                .getSheet("Data");

        assertThat(sheet.getLastRowNum()).isEqualTo(ROWS - 1);
        for (int i = 0; i < ROWS; i++) {
            Map<String, Object> item = items.get(i);
            XSSFRow row = sheet.getRow(i);
            String text = (String) value(item, "text");
            assertThat(row.getCell(0).getStringCellValue()).isEqualTo(CellText.seen(text));
            assertThat(row.getCell(0).getCellStyle().getQuotePrefixed()).isEqualTo("=+-@".indexOf(text.charAt(0)) >= 0);
            assertThat(new BigDecimal(row.getCell(1).getRawValue())).isEqualTo(item.get("number"));
            assertThat(DateUtil.getLocalDateTime(row.getCell(2).getNumericCellValue()))
                    .isEqualTo(((LocalDate) value(item, "date")).atStartOfDay());
            assertThat(row.getCell(2).getCellStyle().getDataFormatString()).isEqualTo("yyyy-mm-dd");
            assertThat(new BigDecimal(row.getCell(3).getRawValue()))
                    .isEqualTo(((Amount) value(item, "amount")).value());
            assertThat(row.getCell(3).getCellStyle().getDataFormatString()).isEqualTo("#,##0.00");
            assertThat(row.getCell(4).getNumericCellValue()).isEqualTo(i);
            assertThat(row.getCell(5).getBooleanCellValue()).isEqualTo(i % 3 == 0);
            assertThat(row.getCell(6).getCellStyle().getDataFormatString()).startsWith("\"at most \"");
            assertThat(row.getCell(7).getStringCellValue()).isEqualTo("no. " + i);
        }
    }

    private static XSSFWorkbook template() {
        XSSFWorkbook template = new XSSFWorkbook();
        XSSFSheet sheet = template.createSheet("Data");
        put(sheet, "A1", "${i.text}");
        put(sheet, "B1", "${i.number}");
        put(sheet, "C1", "${i.date}");
        put(sheet, "D1", "${i.amount}");
        put(sheet, "E1", "${i.count}");
        put(sheet, "F1", "${i.truth}");
        put(sheet, "G1", "${i.day}");
        put(sheet, "H1", "no. ${i.count}");
        note(sheet, "A1", "repeat items as i");
        return template;
    }

    private static List<Map<String, Object>> items() {
        Random random = new Random(11);
        List<Map<String, Object>> items = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            LocalDate date = LocalDate.of(2020, 1, 1).plusDays(random.nextInt(3_000));
            BigDecimal number = BigDecimal.valueOf(random.nextInt(), random.nextInt(6));
            items.add(Map.of(
                    "text",
                    TEXTS.get(i % 100 == 0 ? TEXTS.size() - 1 : random.nextInt(TEXTS.size() - 1)),
                    "number",
                    number,
                    "date",
                    date,
                    "amount",
                    new Amount(number.setScale(2, java.math.RoundingMode.HALF_UP), 2, ""),
                    "count",
                    i,
                    "truth",
                    i % 3 == 0,
                    "day",
                    new Day(date, "at most")));
        }
        return items;
    }
}
