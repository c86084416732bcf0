package io.tallybook.functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A real PostgreSQL server on data of its own, for as long as a test lasts: Debian's, or another whose {@code initdb} is on the
 * path. Where there is none the tests that need it are skipped, and say so.
 */
final class PostgresServer implements AutoCloseable {
    private static final String USER = "tallybook";

    private final Path programs;
    private final Path folder;
    private final int port;

    private PostgresServer(Path programs, Path folder, int port) {
        this.programs = programs;
        this.folder = folder;
        this.port = port;
    }

    /** Starts one, or skips the test. */
    static PostgresServer start() throws IOException, InterruptedException {
        Optional<Path> programs = programs();
        assumeTrue(programs.isPresent(), "PostgreSQL is not installed here: nothing is tried on it");
        // Below the folder for temporary files: that of a test is closed to the user that the server runs as.
        Path folder = Files.createTempDirectory("postgres");
        PostgresServer server = new PostgresServer(programs.get(), folder, freePort());
        if (isRoot()) {
            server.call(List.of("chown", "postgres", folder.toString()));
        }
        // A language's order, which is not that of the characters.
        String order = "--locale-provider=icu --icu-locale=en --locale=C.UTF-8 -E UTF8";
        server.runs("initdb", ("-D " + server.data() + " -A trust -U " + USER + " " + order).split(" "));
        server.up();
        return server;
    }

    private static Optional<Path> programs() throws IOException {
        List<Path> folders = new ArrayList<>();
        Path debian = Path.of("/usr/lib/postgresql");
        if (Files.isDirectory(debian)) {
            try (Stream<Path> versions = Files.list(debian)) {
                versions.map(version -> version.resolve("bin")).forEach(folders::add);
            }
        }
        Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":", -1))
                .map(Path::of)
                .forEach(folders::add);
        return folders.stream()
                .filter(folder -> Files.isExecutable(folder.resolve("initdb")))
                .findFirst();
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    /** Starts the server again. */
    void up() throws IOException, InterruptedException {
        String options = "-p " + port + " -k " + folder + " -c listen_addresses=127.0.0.1";
        runs("pg_ctl", "-D", data(), "-o", options, "-l", folder.resolve("log").toString(), "-w", "start");
    }

    /** Stops the server, and cuts all connections. */
    void down() throws IOException, InterruptedException {
        runs("pg_ctl", "-D", data(), "-m", "immediate", "-w", "stop");
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=" + USER;
    }

    /** Cuts every connection but this one, and returns how many there were. */
    int cut() throws SQLException {
        return ask("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE pid <> pg_backend_pid()"
                + " AND backend_type = 'client backend'");
    }

    /** The schemas that runs have left behind. */
    int schemas() throws SQLException {
        return schemas("%");
    }

    /** Those with a name. */
    int schemas(String name) throws SQLException {
        return ask("SELECT count(*) FROM pg_namespace WHERE nspname LIKE 'tallybook_" + name + "'");
    }

    int ask(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getInt(1);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            down();
            call(List.of("rm", "-r", folder.toString()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void runs(String program, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            // The server refuses to run as root.
            command.addAll(List.of("runuser", "-u", "postgres", "--"));
        }
        command.add(programs.resolve(program).toString());
        command.addAll(List.of(arguments));
        call(command);
    }

    private void call(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor()).as("%s", command).isZero();
    }
}
