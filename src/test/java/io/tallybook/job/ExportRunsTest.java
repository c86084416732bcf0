package io.tallybook.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.job.InputFiles.Found;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportRunsTest {
    private static final String ID_1 = "11111111-aaaa-bbbb-cccc-000000000001";
    private static final String ID_2 = "22222222-aaaa-bbbb-cccc-000000000002";

    @TempDir
    Path folder;

    private Found file(String name) {
        return new Found(name, folder.resolve(name), "");
    }

    private List<String> overtaken(String... names) {
        List<Found> files = Arrays.stream(names).map(this::file).toList();
        ExportRuns runs = ExportRuns.of(files);
        return files.stream()
                .filter(file -> !runs.overtaken(file).isEmpty())
                .map(Found::name)
                .toList();
    }

    private List<String> unclear(String... names) {
        List<Found> files = Arrays.stream(names).map(this::file).toList();
        ExportRuns runs = ExportRuns.of(files);
        return files.stream()
                .filter(file -> !runs.unclear(file).isEmpty())
                .map(Found::name)
                .toList();
    }

    @Test
    void ofSeveralRunsOfOneMonthOnlyTheNewestCounts() {
        String first = "cost/20260901-20260930/202609200100/" + ID_2 + "/part_0_0001.csv";
        String second = "cost/20260901-20260930/202609210100/" + ID_1 + "/part_0_0001.csv";
        assertThat(overtaken(first, second)).containsExactly(first);
        assertThat(unclear(first, second)).isEmpty();
    }

    @Test
    void allPartsOfTheNewestRunCountAndNoneOfAnOlderOne() {
        String run = "cost/20260901-20260930/202609210100/" + ID_1 + "/";
        String older = "cost/20260901-20260930/202609200100/" + ID_2 + "/";
        assertThat(overtaken(
                        run + "part_0_0001.csv",
                        run + "part_1_0001.csv.gz",
                        older + "part_0_0001.csv",
                        older + "part_1_0001.csv"))
                .containsExactly(older + "part_0_0001.csv", older + "part_1_0001.csv");
    }

    @Test
    void runsOfDifferentMonthsAndDifferentExportsAllCount() {
        assertThat(overtaken(
                        "cost/20260801-20260831/202609010100/part_0_0001.csv",
                        "cost/20260901-20260930/202609210100/part_0_0001.csv",
                        "amortized/20260901-20260930/202609200100/part_0_0001.csv"))
                .isEmpty();
    }

    @Test
    void theManifestBesideTheFilesSaysWhichRunIsNewest() throws IOException {
        String first = "cost/20260901-20260930/" + ID_2 + "/part_0_0001.csv";
        String second = "cost/20260901-20260930/" + ID_1 + "/part_0_0001.csv";
        manifest(first, "2026-09-20T01:00:00.1234567Z");
        manifest(second, "2026-09-21T01:00:00.7654321Z");
        assertThat(overtaken(first, second)).containsExactly(first);
    }

    private void manifest(String beside, String submitted) throws IOException {
        Path manifest = folder.resolve(beside).resolveSibling("manifest.json");
        Files.createDirectories(manifest.getParent());
        Files.writeString(manifest, "{\"blobCount\":1,\"runInfo\":{\"submittedTime\":\"" + submitted + "\"}}");
    }

    @Test
    void runsThatNothingOrdersAreAllRefused() {
        String first = "cost/20260901-20260930/" + ID_2 + "/part_0_0001.csv";
        String second = "cost/20260901-20260930/" + ID_1 + "/part_0_0001.csv";
        assertThat(unclear(first, second)).containsExactly(first, second);
        assertThat(overtaken(first, second)).isEmpty();
    }

    @Test
    void theRunsIdMayStandInTheNameOfTheFile() {
        String first = "cost/20260901-20260930/cost_" + ID_1 + ".csv";
        String second = "cost/20260901-20260930/cost_" + ID_2 + ".csv";
        assertThat(unclear(first, second)).containsExactly(first, second);
        assertThat(unclear(first)).isEmpty();
    }

    @Test
    void filesWithoutThePeriodsFolderAreLeftAlone() {
        assertThat(overtaken("cost-20260920.csv", "cost-20260921.csv")).isEmpty();
        assertThat(unclear("cost-20260920.csv", "cost-20260921.csv")).isEmpty();
    }
}
