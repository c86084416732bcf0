package io.tallybook.functional;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The list of what the jar is made of, as it lies in the distribution. */
class BillOfMaterialsFunctionalTest {
    @Test
    void namesEverythingWithItsVersionAndDigest() {
        JsonNode bill = JsonMapper.shared()
                .readTree(
                        Path.of("target/tallybook-dist/lib/sbom.cyclonedx.json").toFile());
        assertThat(bill.path("bomFormat").asString()).isEqualTo("CycloneDX");
        Map<String, JsonNode> parts = bill.path("components")
                .valueStream()
                .collect(Collectors.toMap(part -> part.path("name").asString(), part -> part, (first, same) -> first));
        assertThat(parts)
                .containsKeys("poi-ooxml", "spring-batch-core", "freemarker", "sqlite-jdbc", "postgresql")
                .doesNotContainKeys("junit-jupiter", "assertj-core");
        assertThat(parts.values()).allSatisfy(part -> {
            assertThat(part.path("version").asString()).matches("\\d.*");
            assertThat(part.path("hashes").valueStream()).isNotEmpty();
        });
    }
}
