package io.tallybook.functional;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What lies in an output folder. */
public final class Published {
    private Published() {}

    /** The digest of every file, by its name relative to the folder; nothing if there is no folder. */
    public static SortedMap<String, String> digests(Path folder) throws IOException {
        SortedMap<String, String> digests = new TreeMap<>();
        for (Path file : files(folder)) {
            digests.put(folder.relativize(file).toString(), digest(file));
        }
        return digests;
    }

    /** The digest and the time of the last change of every file. */
    static SortedMap<String, String> digestsAndTimes(Path folder) throws IOException {
        SortedMap<String, String> all = digests(folder);
        for (Path file : files(folder)) {
            all.merge(
                    folder.relativize(file).toString(),
                    Files.getLastModifiedTime(file).toString(),
                    (digest, time) -> digest + " " + time);
        }
        return all;
    }

    static List<Path> files(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile).sorted().toList();
        }
    }

    static JsonNode manifest(Path folder) {
        return JsonMapper.shared().readTree(folder.resolve("manifest.json").toFile());
    }

    static List<String> results(Path folder) throws IOException {
        return Files.readAllLines(folder.resolve("results.jsonl"));
    }

    private static String digest(Path file) {
        try (InputStream in = Files.newInputStream(file);
                DigestInputStream digest = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
            digest.transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.getMessageDigest().digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
