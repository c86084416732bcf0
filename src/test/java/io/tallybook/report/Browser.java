package io.tallybook.report;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * A headless Chromium, driven over the WebDriver protocol. Its scripts run beside the page's own policy, so what the policy
 * forbids to the page stays forbidden.
 */
final class Browser implements AutoCloseable {
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final String TAB = "\uE004";
    private static final String ENTER = "\uE007";

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient client = HttpClient.newHttpClient();
    private final Process driver;
    private final String address;
    private final String session;

    Browser(Path profile) throws IOException, InterruptedException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        driver = new ProcessBuilder(DRIVER.toString(), "--port=" + port)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        address = "http://127.0.0.1:" + port;
        session = start(profile);
    }

    /** Whether this machine has what it takes. */
    static boolean isThere() {
        return Files.isExecutable(DRIVER);
    }

    private String start(Path profile) throws IOException, InterruptedException {
        List<String> arguments = Stream.of(
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--disable-dev-shm-usage",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--window-size=1280,1000",
                        // A smooth scroll would still be under way when a click comes.
                        "--force-prefers-reduced-motion",
                        "--user-data-dir=" + profile)
                .toList();
        Map<String, Object> options = Map.of("args", arguments);
        Map<String, Object> wanted = Map.of(
                "capabilities",
                Map.of(
                        "alwaysMatch",
                        Map.of(
                                "timeouts",
                                Map.of("script", 170_000),
                                "goog:chromeOptions",
                                options,
                                "goog:loggingPrefs",
                                Map.of("browser", "ALL"))));
        for (int attempt = 0; ; attempt++) {
            try {
                return send("POST", "/session", wanted).get("sessionId").asString();
            } catch (java.net.ConnectException e) {
                if (attempt == 100) {
                    throw e;
                }
                Thread.sleep(100);
            }
        }
    }

    private JsonNode send(String method, String path, Object body) throws IOException, InterruptedException {
        HttpRequest.BodyPublisher content = method.equals("POST")
                ? HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body))
                : HttpRequest.BodyPublishers.noBody();
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + path))
                .timeout(Duration.ofMinutes(3))
                .header("Content-Type", "application/json")
                .method(method, content)
                .build();
        JsonNode value = json.readTree(client.send(request, HttpResponse.BodyHandlers.ofString())
                        .body())
                .get("value");
        if (value.has("error")) {
            throw new IOException(value.get("message").asString());
        }
        return value;
    }

    void open(Path page) throws IOException, InterruptedException {
        send("POST", "/session/" + session + "/url", Map.of("url", page.toUri().toString()));
    }

    /** Runs the body of a function in the page and returns what it returns. */
    JsonNode run(String script) throws IOException, InterruptedException {
        return send("POST", "/session/" + session + "/execute/sync", Map.of("script", script, "args", List.of()));
    }

    /** The same for a function that calls {@code arguments[0]} with its result when it is done. */
    JsonNode await(String script) throws IOException, InterruptedException {
        return send("POST", "/session/" + session + "/execute/async", Map.of("script", script, "args", List.of()));
    }

    void click(String selector) throws IOException, InterruptedException {
        send("POST", "/session/" + session + "/element/" + element(selector) + "/click", Map.of());
    }

    void type(String selector, String text) throws IOException, InterruptedException {
        send("POST", "/session/" + session + "/element/" + element(selector) + "/value", Map.of("text", text));
    }

    void pressTab() throws IOException, InterruptedException {
        press(TAB);
    }

    void pressEnter() throws IOException, InterruptedException {
        press(ENTER);
    }

    private void press(String key) throws IOException, InterruptedException {
        Map<String, Object> keys = Map.of(
                "type",
                "key",
                "id",
                "keyboard",
                "actions",
                List.of(Map.of("type", "keyDown", "value", key), Map.of("type", "keyUp", "value", key)));
        send("POST", "/session/" + session + "/actions", Map.of("actions", List.of(keys)));
    }

    private String element(String selector) throws IOException, InterruptedException {
        return send("POST", "/session/" + session + "/element", Map.of("using", "css selector", "value", selector))
                .get("element-6066-11e4-a52e-4f735466cecf")
                .asString();
    }

    /** Shows pages as a reader with this scheme, {@code light} or {@code dark}, and this script setting sees them. */
    void prefer(String colorScheme) throws IOException, InterruptedException {
        devTools(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", colorScheme))));
    }

    void width(int pixels) throws IOException, InterruptedException {
        devTools(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", pixels, "height", 900, "deviceScaleFactor", 1, "mobile", false));
    }

    void withoutScripts(boolean isOff) throws IOException, InterruptedException {
        devTools("Emulation.setScriptExecutionDisabled", Map.of("value", isOff));
    }

    private void devTools(String command, Map<String, Object> parameters) throws IOException, InterruptedException {
        send("POST", "/session/" + session + "/goog/cdp/execute", Map.of("cmd", command, "params", parameters));
    }

    /** What the browser complained of since it was last asked, e.g. a script that the policy forbids. */
    List<String> complaints() throws IOException, InterruptedException {
        return send("POST", "/session/" + session + "/se/log", Map.of("type", "browser"))
                .valueStream()
                .map(entry -> entry.get("message").asString())
                .toList();
    }

    @Override
    public void close() throws IOException {
        try {
            send("DELETE", "/session/" + session, Map.of());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            driver.destroy();
        }
    }
}
