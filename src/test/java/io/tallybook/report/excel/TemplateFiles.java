package io.tallybook.report.excel;

import io.tallybook.report.template.Templates;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Makes small templates, and opens and fills them. */
final class TemplateFiles {
    private static final LocalDate AS_OF = LocalDate.of(2026, 10, 31);

    private final Path folder;

    TemplateFiles(Path folder) {
        this.folder = folder;
    }

    static Cell put(XSSFSheet sheet, String address, String text) {
        org.apache.poi.ss.util.CellReference at = new org.apache.poi.ss.util.CellReference(address);
        XSSFRow row = sheet.getRow(at.getRow());
        Cell cell = (row == null ? sheet.createRow(at.getRow()) : row).createCell(at.getCol());
        if (text.startsWith("=")) {
            cell.setCellFormula(text.substring(1));
        } else {
            cell.setCellValue(text);
        }
        return cell;
    }

    /** A cell of a filled workbook. */
    static XSSFCell cell(XSSFWorkbook workbook, String sheet, String address) {
        org.apache.poi.ss.util.CellReference at = new org.apache.poi.ss.util.CellReference(address);
        return workbook.getSheet(sheet).getRow(at.getRow()).getCell(at.getCol());
    }

    static void note(XSSFSheet sheet, String address, String text) {
        org.apache.poi.ss.util.CellReference at = new org.apache.poi.ss.util.CellReference(address);
        // A note belongs to the cell that its corner lies in, whether there is one or not.
        XSSFClientAnchor anchor =
                new XSSFClientAnchor(0, 0, 0, 0, at.getCol(), at.getRow(), at.getCol() + 2, at.getRow() + 2);
        Comment comment = sheet.createDrawingPatriarch().createCellComment(anchor);
        comment.setString(sheet.getWorkbook().getCreationHelper().createRichTextString(text));
    }

    WorkbookTemplate open(XSSFWorkbook template) throws IOException {
        try (OutputStream out = Files.newOutputStream(folder.resolve("test.xlsx"))) {
            template.write(out);
        }
        return WorkbookTemplate.open(new Templates(Optional.of(folder)), "test.xlsx");
    }

    byte[] bytes(XSSFWorkbook template, Map<String, Object> model) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        open(template).fill(model, AS_OF, "Test", out);
        return out.toByteArray();
    }

    /** Fills as if a sheet could hold only so many rows. */
    XSSFWorkbook fill(XSSFWorkbook template, Map<String, Object> model, int mostRows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        open(template).fill(model, AS_OF, "Test", out, mostRows - 1);
        return new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()));
    }

    XSSFWorkbook fill(XSSFWorkbook template, Map<String, Object> model) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(bytes(template, model)));
    }
}
