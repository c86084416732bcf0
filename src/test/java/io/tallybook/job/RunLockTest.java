package io.tallybook.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunLockTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    @Test
    void lockIsHadOnceAndNamesThisProcess() throws IOException {
        try (RunLock lock = RunLock.take(folder).orElseThrow()) {
            assertThat(lock).isNotNull();
            assertThat(RunLock.take(folder)).isEmpty();
            assertThat(RunLock.holder(folder))
                    .startsWith("process " + ProcessHandle.current().pid() + " on ")
                    .contains(" since ");
        }
        RunLock.take(folder).orElseThrow().close();
    }

    @Test
    void holderIsNotADeadOneWhoseNameStillStandsThere() throws Exception {
        Process dead = new ProcessBuilder("true").start();
        dead.waitFor();
        RunLock.take(folder).orElseThrow().close();
        Path holder = folder.resolve("holder");
        String self = Files.readString(holder);
        Files.writeString(holder, self.replaceFirst("\\d+", Long.toString(dead.pid())));
        CompletableFuture<String> named = CompletableFuture.supplyAsync(() -> RunLock.holder(folder));
        Thread.sleep(200);
        // Who has taken the lock writes its name now.
        Files.writeString(holder, self);

        assertThat(named.get(10, TimeUnit.SECONDS)).isEqualTo(self);
    }

    @Test
    void holderOnAnotherHostIsTakenAtItsWord() throws IOException {
        String elsewhere = "process 1 on another-host.example since 2026-10-31T02:30:00Z";
        Files.writeString(folder.resolve("holder"), elsewhere);

        assertThat(RunLock.holder(folder)).isEqualTo(elsewhere);
    }
}
