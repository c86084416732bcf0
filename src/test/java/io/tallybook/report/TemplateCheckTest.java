package io.tallybook.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
                        "portfolio.xlsx: is no .xlsx workbook",
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
    void aFileThatATemplateIncludesIsInUse() throws IOException {
        Files.writeString(folder.resolve("account.ftlh"), "<#include \"logo.ftlh\">");
        Files.writeString(folder.resolve("logo.ftlh"), "<p>Northwind</p>");

        assertThat(Reports.check(folder)).isEmpty();
    }
}
