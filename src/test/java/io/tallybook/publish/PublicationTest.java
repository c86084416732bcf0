package io.tallybook.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An output folder that cannot be renamed, as one with a report that is open on Windows. Here it is one that a file system is
 * mounted on: its renaming fails as well, for another reason.
 */
class PublicationTest {
    private static final Set<String> NAMES = Set.of("results.jsonl", "manifest.json");

    @TempDir
    Path folder;

    private Path out;
    private Path beside;

    @BeforeEach
    void published() throws Exception {
        out = Files.createDirectories(folder.resolve("out"));
        beside = folder.resolve("out-new");
        boolean held = new ProcessBuilder("mount", "-t", "tmpfs", "tmpfs", out.toString())
                        .start()
                        .waitFor()
                == 0;
        assumeTrue(held, "nothing can be mounted here: a folder that cannot be renamed is not tried");
        Files.writeString(out.resolve("manifest.json"), "old");
    }

    @AfterEach
    void free() throws Exception {
        // Nothing is mounted any more where a test has seen to it.
        new ProcessBuilder("umount", out.toString()).start().waitFor();
    }

    private Publication publish(String text, Duration patience) throws IOException {
        Publication publication =
                new Publication(out, Files.createDirectories(folder.resolve("work")), NAMES, patience);
        Files.createDirectories(publication.stage());
        Files.writeString(publication.stage().resolve("manifest.json"), text);
        publication.publish();
        return publication;
    }

    @Test
    void folderThatComesFreeInTimeIsReplaced() throws Exception {
        CompletableFuture<Publication> publication = CompletableFuture.supplyAsync(() -> {
            try {
                return publish("new", Duration.ofSeconds(60));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
        Thread.sleep(600);
        assertThat(publication).isNotDone();
        free();

        assertThat(publication.get(60, TimeUnit.SECONDS).place()).isEqualTo(out);
        assertThat(out.resolve("manifest.json")).hasContent("new");
        assertThat(beside).doesNotExist();
    }

    @Test
    void setIsPublishedBesideAFolderThatStaysHeldUntilOneFindsItFree() throws Exception {
        assertThat(publish("first", Duration.ZERO).place()).isEqualTo(beside);
        assertThat(beside.resolve("manifest.json")).hasContent("first");
        assertThat(publish("second", Duration.ZERO).place()).isEqualTo(folder.resolve("out-new-2"));
        assertThat(out.resolve("manifest.json")).hasContent("old");

        free();
        // Of somebody else, under such a name.
        Files.writeString(Files.createDirectories(folder.resolve("out-new-3")).resolve("notes.txt"), "mine");
        assertThat(publish("third", Duration.ZERO).place()).isEqualTo(out);

        assertThat(out.resolve("manifest.json")).hasContent("third");
        assertThat(folder).isDirectoryNotContaining(path -> path.equals(beside) || path.endsWith("out-new-2"));
        assertThat(folder.resolve("out-new-3/notes.txt")).hasContent("mine");
    }
}
