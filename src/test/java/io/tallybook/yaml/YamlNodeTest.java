package io.tallybook.yaml;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.StringReader;
import org.junit.jupiter.api.Test;

class YamlNodeTest {

    @Test
    void messageStaysOneShortLineWhateverTheFileHolds() {
        assertThatExceptionOfType(YamlException.class)
                .isThrownBy(() -> YamlNode.read("job.yaml", new StringReader("'a\n\n  b'"))
                        .entries())
                .withMessage("job.yaml:1: found 'a b', expected a mapping like {key: value}");
        assertThatExceptionOfType(YamlException.class)
                .isThrownBy(() -> YamlNode.read("job.yaml", new StringReader("k".repeat(500) + ": 1"))
                        .fields("name"))
                .withMessage("job.yaml:1: unknown key '" + "k".repeat(77) + "...'; expected one of name");
    }
}
