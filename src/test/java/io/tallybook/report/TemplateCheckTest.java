package io.tallybook.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemplateCheckTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    @Test
    void theBuiltInTemplatesAreInOrder() {
        assertThat(Reports.check(Path.of("templates"))).isEmpty();
        assertThat(Reports.check(folder)).isEmpty();
    }

    @Test
    void everythingThatIsWrongIsNamedInALineOfItsOwn() throws IOException {
        Files.writeString(folder.resolve("account.ftlh"), "<p>${account.nam}</p>");
        Files.writeString(folder.resolve("portfolio.ftlh"), "<#list accounts as a>${a.id}");
        Files.writeString(folder.resolve("portfolio.xlsx"), "no workbook");
        Files.writeString(folder.resolve("acount.xlsx"), "misspelt");
        Files.writeString(folder.resolve("page.css"), "p { color: red }");

        assertThat(Reports.check(folder))
                .hasSize(4)
                .contains(
                        "account.ftlh, line 1, column 6: ${account.nam}: has no value",
                        "portfolio.xlsx: is no .xlsx workbook; save it as one in Excel or LibreOffice",
                        "acount.xlsx: no report uses a template of this name")
                .anyMatch(problem -> problem.startsWith("portfolio.ftlh, line 1"))
                .noneMatch(problem -> problem.contains("\n"));
    }

    @Test
    void aTemplateThatFailsOnlyWhereNothingIsKnownIsFound() throws IOException {
        Files.writeString(folder.resolve("account.ftlh"), "${figures[0].title}");

        assertThat(Reports.check(folder)).anyMatch(problem -> problem.startsWith("account.ftlh, line 1"));
    }

    @Test
    void aPageThatShowsAnotherValueIsFound() throws IOException {
        String page = Files.readString(Path.of("templates", "account.ftlh"));
        Files.writeString(
                folder.resolve("account.ftlh"),
                page.replace("data-v=\"${f.sortKey}\">${f.valueText}", "data-v=\"${f.sortKey}\">${f.number}"));

        assertThat(Reports.check(folder)).anyMatch(problem -> problem.startsWith("account.html: shows "));
    }

    @Test
    void aLinkOutOfTheFolderIsNamed(@TempDir Path elsewhere) throws IOException {
        Path page = Files.writeString(elsewhere.resolve("page.ftlh"), "<p>${account.name}</p>");
        Files.createSymbolicLink(folder.resolve("account.ftlh"), page);

        assertThat(Reports.check(folder))
                .containsExactly("account.ftlh: is a link out of the folder; put a copy there");
    }

    /** The superuser may read every file: for that user there is nothing to see here. */
    @Test
    void aFileThatMayNotBeReadIsNamed() throws IOException {
        Path workbook = Files.writeString(folder.resolve("account.xlsx"), "");
        Files.setPosixFilePermissions(workbook, Set.of());
        assumeFalse(Files.isReadable(workbook));

        assertThat(Reports.check(folder))
                .containsExactly("account.xlsx: cannot be read: " + workbook + "; check that you may read it");
    }

    @Test
    void aFileThatATemplateIncludesIsInUse() throws IOException {
        Files.writeString(folder.resolve("account.ftlh"), "<#include \"logo.ftlh\">");
        Files.writeString(folder.resolve("logo.ftlh"), "<p>Northwind</p>");

        assertThat(Reports.check(folder)).isEmpty();
    }
}
