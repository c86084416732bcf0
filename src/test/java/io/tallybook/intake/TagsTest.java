package io.tallybook.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TagsTest {
    private final Tags tags = new Tags(" Solution ");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"env\": \"prod\", \"solution\": \" shop \"}",
                "\"env\": \"prod\",\"solution\": \"shop\"",
                "{\"SOLUTION \":\"shop\"}",
                "{\"list\":[1,{\"solution\":\"x\"}],\"solution\":\"shop\"}",
                "{\"solution\":\"shop\",\"Solution\":\"other\"}",
                "{\"solution\":\"shop\",\"cut off\":\"her"
            })
    void tagIsFoundWithAndWithoutBracesInAnyCase(String text) {
        assertThat(tags.find(text)).contains("shop");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "{\"env\":\"solution\"}",
                "{\"solution\":",
                "{\"solution\":{\"name\":\"shop\"}}",
                "{\"solution\":null}",
                "{solution:shop}",
                "[\"solution\"]",
                "solution",
                "\"env\": \"prod, \"solution\": \"shop\""
            })
    void whatIsNoListOfTagsHasNone(String text) {
        assertThat(tags.find(text)).isEmpty();
    }

    @Test
    void numbersAreTakenAsTheirText() {
        assertThat(tags.find("{\"solution\": 42}")).contains("42");
    }

    @Test
    void withoutANameNothingIsLookedFor() {
        assertThat(new Tags("").find("{\"\":\"shop\"}")).isEmpty();
    }
}
