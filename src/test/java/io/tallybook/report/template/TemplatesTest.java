package io.tallybook.report.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplatesTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    private String fill(String template, Map<String, Object> model) throws IOException {
        Files.writeString(folder.resolve("test.ftlh"), template);
        StringWriter out = new StringWriter();
        new Templates(Optional.of(folder)).fillPage("test.ftlh", model, out);
        return out.toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${'freemarker.template.utility.Execute'?new()('id')}",
                "${'freemarker.template.utility.ObjectConstructor'?new()('java.io.File', '/')}",
                "${date?api.class}",
                "${date.class.name}",
                "${date.getYear()}",
                "${map.class}",
                "${map.size()}",
                "<#include '../../../../../../../../etc/passwd'>",
                "<#include '/etc/passwd'>",
            })
    void aTemplateReachesNothingButItsModel(String template) {
        assertThatThrownBy(() -> fill(template, Map.of("date", LocalDate.EPOCH, "map", Map.of("a", "b"))))
                .isInstanceOf(TemplateException.class);
    }

    @Test
    void anObjectWithMethodsIsNotLetIn() {
        assertThatThrownBy(() -> fill("${file}", Map.of("file", folder.toFile())))
                .isInstanceOf(TemplateException.class);
    }

    @Test
    void dataIsEscapedAndNeverATemplate() throws IOException {
        assertThat(fill("${text}", Map.of("text", "<b>&\"'${7*7}"))).isEqualTo("&lt;b&gt;&amp;&quot;&#39;${7*7}");
    }
}
