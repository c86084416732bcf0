package io.tallybook.functional;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.functional.TallybookProcess.Finished;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Same inputs, same bytes, with workbooks and pages; and what a person has laid beside them stays. */
class SameBytesFunctionalTest {
    @TempDir
    Path folder;

    @BeforeEach
    void inputs() throws Exception {
        Path in = SmallInputs.good(folder.resolve("in"));
        // More than one block of accounts, so that several threads have work.
        StringBuilder accounts = new StringBuilder("account,name,country\n");
        StringBuilder agreements = new StringBuilder("agreement,account,program,currency,start,end\n");
        StringBuilder purchases = new StringBuilder(SmallInputs.PURCHASES_HEADER);
        for (int account = 0; account < 24; account++) {
            accounts.append("B")
                    .append(account)
                    .append(",Customer ")
                    .append(account)
                    .append(",DE\n");
            agreements.append("F" + account + ",B" + account + ",EA,EUR,2024-01-01,2026-12-31\n");
            for (int line = 0; line < 250; line++) {
                purchases.append("F" + account + "," + line + ",2025-02-" + (10 + line % 19)
                        + ",SQL Server Standard,SERVER,SA,1," + (line * 37 + account) + ".05,EUR\n");
            }
        }
        SmallInputs.write(in, "b/accounts.csv", accounts.toString());
        SmallInputs.write(in, "b/agreements.csv", agreements.toString());
        SmallInputs.write(in, "b/purchases.csv", purchases.toString());
    }

    private Finished run(String out, int threads) throws Exception {
        return TallybookProcess.run(
                folder, "run", "--in", "in", "--out", out, "--as-of", "2026-10-31", "--threads", "" + threads);
    }

    @Test
    void threadsAndRepetitionChangeNothing() throws Exception {
        run("one", 1).endedWith(0, "COMPLETE");
        run("four", 4).endedWith(0, "COMPLETE");
        assertThat(Published.digests(folder.resolve("four")))
                .isEqualTo(Published.digests(folder.resolve("one")))
                .containsKeys("results.jsonl", "rejects.csv", "manifest.json");

        SortedMap<String, String> before = Published.digestsAndTimes(folder.resolve("four"));
        Finished again = run("four", 2).endedWith(0, "COMPLETE").says("nothing new in four");
        assertThat(again.summary().path("unchanged").asBoolean()).isTrue();
        assertThat(Published.digestsAndTimes(folder.resolve("four"))).isEqualTo(before);
    }

    @Test
    void foreignFilesStayAndFilesOfVanishedAccountsGo() throws Exception {
        // The output lies below the inputs, as in a folder that a person keeps; what was published is no input.
        Path out = folder.resolve("in/out");
        String[] command = {"run", "--in", "in", "--out", "in/out", "--as-of", "2026-10-31"};
        TallybookProcess.run(folder, command).endedWith(0, "COMPLETE");
        List<Path> ofGone = filesOf(out, "B7");

        SmallInputs.write(out, "comments.txt", "checked by Ann");
        SmallInputs.write(out, "archive/2026-09/results.jsonl", "{}");
        for (String file : List.of("accounts", "agreements", "purchases")) {
            Path path = folder.resolve("in/b/" + file + ".csv");
            Files.write(
                    path,
                    Files.readAllLines(path).stream()
                            .filter(line -> !line.startsWith("B7,") && !line.startsWith("F7,"))
                            .toList());
        }
        TallybookProcess.run(folder, command).endedWith(0, "COMPLETE").says("published in/out");

        assertThat(out.resolve("comments.txt")).hasContent("checked by Ann");
        assertThat(out.resolve("archive/2026-09/results.jsonl")).hasContent("{}");
        assertThat(filesOf(out, "B7")).isEmpty();
        assertThat(ofGone.isEmpty())
                .as("files an account")
                .isEqualTo(filesOf(out, "B6").isEmpty());
        assertThat(Published.results(out))
                .noneMatch(line -> line.contains("\"account\":\"B7\""))
                .anyMatch(line -> line.contains("\"account\":\"B6\""));
        assertThat(folder.resolve(".tallybook")).doesNotExist();
        assertThat(Published.files(folder.resolve("in/.tallybook/out/previous")))
                .isEmpty();

        // Foreign files are no part of the set: nothing has changed.
        SortedMap<String, String> before = Published.digestsAndTimes(out);
        TallybookProcess.run(folder, command).endedWith(0, "COMPLETE").says("nothing new in in/out");
        assertThat(Published.digestsAndTimes(out)).isEqualTo(before);
    }

    private static List<Path> filesOf(Path out, String account) throws Exception {
        return Published.files(out).stream()
                .filter(file -> out.relativize(file).toString().matches("(.*\\W)?" + account + "\\W.*"))
                .toList();
    }

    @Test
    void linkInThePlaceOfTheOutputFolderIsFollowed() throws Exception {
        Path real = Files.createDirectories(folder.resolve("elsewhere/reports"));
        SmallInputs.write(real, "comments.txt", "checked by Ann");
        Files.createSymbolicLink(folder.resolve("out"), real);
        TallybookProcess.run(folder, "run", "--in", "in/accounts.csv", "--out", "out", "--no-reports")
                .endedWith(0, "COMPLETE");
        assertThat(Files.isSymbolicLink(folder.resolve("out"))).isTrue();
        assertThat(real.resolve("results.jsonl")).exists();
        assertThat(real.resolve("comments.txt")).exists();
    }
}
