package io.tallybook.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Makes the built-in workbook templates anew. They are files that people edit: this is only the way back to the first state.
 * Run {@code main} with the folder to write to.
 */
final class TemplateMaker {
    private TemplateMaker() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        try (OutputStream out = Files.newOutputStream(folder.resolve("account.xlsx"))) {
            AccountWorkbookMaker.write(out);
        }
        try (OutputStream out = Files.newOutputStream(folder.resolve("portfolio.xlsx"))) {
            PortfolioWorkbookMaker.write(out);
        }
    }
}
