package io.tallybook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunLogTest {
    @TempDir
    Path folder;

    @Test
    void startThatIsTurnedAwayLeavesNoSecondLogAndALongOneIsBegunAnew() throws Exception {
        try (RunLog running = RunLog.open(folder);
                RunLog turnedAway = RunLog.open(folder)) {
            assertThat(turnedAway.file()).isEqualTo(running.file());
            Logger.getLogger(RunLogTest.class.getName()).info("again");
            assertThat(folder).isDirectoryNotContaining(path -> !path.equals(running.file()));
            assertThat(running.file()).content().contains("again");
            Files.writeString(running.file(), "x".repeat(5_000_001));
        }
        try (RunLog next = RunLog.open(folder)) {
            assertThat(next.file()).isEmptyFile();
        }
    }

    @Test
    void aLineHasItsLimit() throws Exception {
        try (RunLog log = RunLog.open(folder)) {
            Logger.getLogger(RunLogTest.class.getName())
                    .log(Level.SEVERE, "x", new IllegalStateException("y".repeat(1_000_000)));
            assertThat(log.file()).content().hasSizeLessThan(50_000).contains(" more characters)", "RunLogTest.aLine");
        }
    }

    @Test
    void textOfAnInputCannotForgeARecord() throws Exception {
        String forged = "SEVERE: all is lost";
        try (RunLog log = RunLog.open(folder)) {
            Logger logger = Logger.getLogger(RunLogTest.class.getName());
            for (String lineBreak : List.of("\n", "\r\n", "\r", "\u2028", "\u0085")) {
                logger.log(
                        Level.INFO, "a file named x" + lineBreak + forged, new IllegalStateException("y\n" + forged));
            }
            assertThat(Files.readAllLines(log.file()))
                    .hasSizeGreaterThan(10)
                    .allMatch(line -> line.startsWith("\t")
                            || line.matches("\\d{4}-\\d{2}-\\d{2}T[0-9:.]+Z INFO \\S+RunLogTest: a file named x"))
                    .noneMatch(line -> line.contains("\u2028") || line.contains("\u0085"));
        }
    }
}
