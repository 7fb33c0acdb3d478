package org.tensiometer.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Headless Chromium with one page, driven over its DevTools protocol. */
final class Browser implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String LISTENING = "DevTools listening on ";
  private static final long PATIENCE_SECONDS = 60;
  private static final long SECONDS_TO_END = 10;
  private static final long LOOK_MILLIS = 100;

  private final Process process;
  private final WebSocket socket;
  private final AtomicInteger ids = new AtomicInteger();
  private final Map<Integer, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final List<String> complaints = new CopyOnWriteArrayList<>();
  private String session;

  private Browser(Process process, URI address) {
    this.process = process;
    this.socket =
        HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(address, new Listener()).join();
  }

  /**
   * Chromium as {@code tensiometer.browser} names it, or as the search path has it.
   *
   * @return empty if there is none and none was asked for
   * @throws IllegalStateException if there is none, but the property says {@code required} or names
   *     one
   */
  static Optional<Path> find() {
    String asked = System.getProperty("tensiometer.browser", "");
    boolean required = asked.equals("required");
    Stream<Path> candidates =
        asked.isBlank() || required
            ? Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator))
                .flatMap(
                    folder ->
                        Stream.of("chromium", "chromium-browser", "google-chrome")
                            .map(name -> Path.of(folder, name)))
            : Stream.of(Path.of(asked));
    Optional<Path> found = candidates.filter(Files::isExecutable).findFirst();
    if (found.isEmpty() && !asked.isBlank()) {
      throw new IllegalStateException(
          "The tests in a browser were asked for (tensiometer.browser="
              + asked
              + "), and there is no Chromium; on Debian: apt-get install chromium");
    }
    return found;
  }

  /**
   * Starts it with an empty profile.
   *
   * @param folder for the profile
   */
  static Browser start(Path chromium, Path folder) throws IOException {
    Process process =
        new ProcessBuilder(
                chromium.toString(),
                "--headless=new",
                // As root, which containers and build machines are, its sandbox cannot start.
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                "--disable-component-update",
                "--no-first-run",
                "--hide-scrollbars",
                "--remote-debugging-address=127.0.0.1",
                "--remote-debugging-port=0",
                "--user-data-dir=" + folder.toAbsolutePath(),
                "about:blank")
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      Browser browser = new Browser(process, address(process));
      browser.openPage();
      return browser;
    } catch (RuntimeException | IOException e) {
      process.destroyForcibly();
      throw e;
    }
  }

  /** Shows this address, in a window of this size. */
  void open(String url, int width, int height, boolean phone) {
    ObjectNode size = JSON.createObjectNode();
    size.put("width", width).put("height", height).put("mobile", phone);
    size.put("deviceScaleFactor", 2);
    call("Emulation.setDeviceMetricsOverride", size);
    call("Page.navigate", JSON.createObjectNode().put("url", url));
  }

  /** Asks for the colours of the night or the day. */
  void preferDark(boolean dark) {
    ObjectNode media = JSON.createObjectNode();
    media
        .putArray("features")
        .addObject()
        .put("name", "prefers-color-scheme")
        .put("value", dark ? "dark" : "light");
    call("Emulation.setEmulatedMedia", media);
  }

  /** The value of an expression of JavaScript. */
  JsonNode evaluate(String expression) {
    ObjectNode what = JSON.createObjectNode().put("expression", expression);
    what.put("returnByValue", true).put("awaitPromise", true);
    JsonNode answer = call("Runtime.evaluate", what);
    if (answer.has("exceptionDetails")) {
      throw new AssertionError(expression + ": " + answer.get("exceptionDetails"));
    }
    return answer.path("result").path("value");
  }

  /** Waits until an expression is true; fails with what the page shows when it does not happen. */
  void await(String expression) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!evaluate("!!(" + expression + ")").asBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError(
            "Never true: "
                + expression
                + "\nThe page shows:\n"
                + evaluate("document.body.innerText").asText()
                + "\nand complains: "
                + complaints);
      }
      Thread.sleep(LOOK_MILLIS);
    }
  }

  /** Presses a key by its DOM name, for instance {@code ArrowLeft}. */
  void press(String key, int code) {
    for (String type : List.of("keyDown", "keyUp")) {
      ObjectNode event = JSON.createObjectNode().put("type", type).put("key", key);
      event.put("code", key).put("windowsVirtualKeyCode", code);
      if (key.equals("Enter")) {
        event.put("text", "\r");
      }
      call("Input.dispatchKeyEvent", event);
    }
  }

  /** Names and roles as a screen reader is told them, {@code role: name}. */
  List<String> accessibleNames() {
    JsonNode tree = call("Accessibility.getFullAXTree", JSON.createObjectNode());
    return tree.path("nodes").findParents("role").stream()
        .map(
            node ->
                node.path("role").path("value").asText()
                    + ": "
                    + node.path("name").path("value").asText())
        .toList();
  }

  /** Writes what is seen to a PNG file. */
  void screenshot(Path file) throws IOException {
    JsonNode shot = call("Page.captureScreenshot", JSON.createObjectNode().put("format", "png"));
    Files.createDirectories(file.getParent());
    Files.write(file, Base64.getDecoder().decode(shot.get("data").asText()));
  }

  /** Every address that was asked for. */
  List<String> requests() {
    return List.copyOf(requests);
  }

  /** Errors and violations of the page's own policy. */
  List<String> complaints() {
    return List.copyOf(complaints);
  }

  @Override
  public void close() {
    socket.abort();
    List<ProcessHandle> children = process.descendants().toList();
    // Asked first, it takes its temporary files with it.
    process.destroy();
    try {
      process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS);
      children.forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly().waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static URI address(Process process) throws IOException {
    BufferedReader errors =
        new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8));
    StringBuilder seen = new StringBuilder();
    for (String line = errors.readLine(); line != null; line = errors.readLine()) {
      if (line.startsWith(LISTENING)) {
        drain(errors);
        return URI.create(line.substring(LISTENING.length()));
      }
      seen.append(line).append('\n');
    }
    throw new IOException("Chromium does not start:\n" + seen);
  }

  private static void drain(BufferedReader errors) {
    Thread thread =
        new Thread(
            () -> {
              try {
                while (errors.readLine() != null) {
                  // Read so that it never waits for us.
                }
              } catch (IOException e) {
                // It has ended.
              }
            },
            "chromium-stderr");
    thread.setDaemon(true);
    thread.start();
  }

  private void openPage() {
    String target =
        call("Target.createTarget", JSON.createObjectNode().put("url", "about:blank"))
            .get("targetId")
            .asText();
    session =
        call(
                "Target.attachToTarget",
                JSON.createObjectNode().put("targetId", target).put("flatten", true))
            .get("sessionId")
            .asText();
    for (String domain : List.of("Page", "Network", "Runtime", "Log", "Accessibility")) {
      call(domain + ".enable", JSON.createObjectNode());
    }
  }

  private JsonNode call(String method, ObjectNode parameters) {
    int id = ids.incrementAndGet();
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    answers.put(id, answer);
    ObjectNode message = JSON.createObjectNode().put("id", id).put("method", method);
    message.set("params", parameters);
    if (session != null) {
      message.put("sessionId", session);
    }
    socket.sendText(message.toString(), true).join();
    JsonNode result = answer.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    if (result.has("error")) {
      throw new AssertionError(method + ": " + result.get("error"));
    }
    return result.path("result");
  }

  private void take(String text) {
    try {
      JsonNode message = JSON.readTree(text);
      JsonNode parameters = message.path("params");
      switch (message.path("method").asText()) {
        case "" -> answers.remove(message.get("id").asInt()).complete(message);
        case "Network.requestWillBeSent" ->
            requests.add(parameters.path("request").path("url").asText());
        case "Runtime.exceptionThrown" ->
            complaints.add(parameters.path("exceptionDetails").toString());
        case "Log.entryAdded" -> {
          if (parameters.path("entry").path("level").asText().equals("error")) {
            complaints.add(parameters.path("entry").path("text").asText());
          }
        }
        default -> {
          // Told without being asked, and of no use here.
        }
      }
    } catch (IOException e) {
      throw new IllegalStateException("Chromium sent no JSON: " + text, e);
    }
  }

  private final class Listener implements WebSocket.Listener {

    private final StringBuilder parts = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
      parts.append(data);
      if (last) {
        String text = parts.toString();
        parts.setLength(0);
        take(text);
      }
      from.request(1);
      return null;
    }
  }
}
