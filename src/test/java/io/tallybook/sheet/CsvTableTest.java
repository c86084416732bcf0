package io.tallybook.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTableTest {
    @Test
    void rowsAreQuotedWhereNeededInUtf8WithLf() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (CsvTable table = new CsvTable(bytes)) {
            table.row(List.of("Name", "Größe"));
            table.row(List.of("a,b", "say \"x\"\nno", ""));
            table.guardedRow(List.of("=1+1", "-5.00"));
        }
        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .isEqualTo("Name,Größe\n\"a,b\",\"say \"\"x\"\"\nno\",\n'=1+1,-5.00\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+A1",
                "-A1",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "\n=1",
                "＝1",
                "＋1",
                "－1",
                "＠x",
                "-",
                "-5.00|x",
                "--5"
            })
    void formulaTriggersAreGuarded(String text) {
        assertThat(CsvTable.guarded(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a=b", "-5.00", "+5", "-1E-7", "5", "'x", " =1"})
    void plainTextAndNumbersStay(String text) {
        assertThat(CsvTable.guarded(text)).isEqualTo(text);
    }
}
