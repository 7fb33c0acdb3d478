package org.tensiometer.view.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tensiometer.view.json.ViewJson;
import org.tensiometer.view.state.AlertPosition;

/**
 * Answers browsers. Read-only. Each answer has a time to be taken in, each stream of events a
 * bounded queue: a slow client costs itself its connection, and others nothing.
 */
public final class ViewServer implements AutoCloseable {

  /** Browsers that may listen at a time. */
  static final int MOST_STREAMS = 64;

  private static final Logger LOG = LoggerFactory.getLogger(ViewServer.class);
  private static final int WORKERS = 8;
  private static final long ANSWER_SECONDS = 30;
  private static final long HEARTBEAT_SECONDS = 15;
  private static final Set<String> METHODS = Set.of("GET", "HEAD");

  private final HttpServer http;
  private final Api api;
  private final EventStream stream;
  private final HostCheck hosts;
  private final ExecutorService workers = Executors.newFixedThreadPool(WORKERS, named("view-http"));
  private final ExecutorService streams =
      new ThreadPoolExecutor(
          0, MOST_STREAMS, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), named("view-stream"));
  private final ScheduledExecutorService deadlines =
      Executors.newSingleThreadScheduledExecutor(named("view-deadlines"));

  private ViewServer(HttpServer http, ViewJson json, EventStream stream) {
    this.http = http;
    this.stream = stream;
    api = new Api(json, stream::state);
    hosts = new HostCheck(http.getAddress().getAddress());
  }

  /**
   * Starts to answer.
   *
   * @throws IOException if the address cannot be listened on, for instance because it is taken
   */
  public static ViewServer start(InetSocketAddress address, ViewJson json, EventStream stream)
      throws IOException {
    // Answers are two small writes, the second of which would wait for the client's delayed ACK.
    if (System.getProperty("sun.net.httpserver.nodelay") == null) {
      System.setProperty("sun.net.httpserver.nodelay", "true");
    }
    ViewServer server = new ViewServer(HttpServer.create(address, 0), json, stream);
    server.http.createContext("/", server.checked(server::answer));
    server.http.createContext("/api/events", server.checked(server::listen));
    server.http.setExecutor(server.workers);
    server.http.start();
    return server;
  }

  public InetSocketAddress address() {
    return http.getAddress();
  }

  @Override
  public void close() {
    stream.close();
    http.stop(0);
    List.of(workers, streams, deadlines).forEach(ExecutorService::shutdownNow);
  }

  private HttpHandler checked(HttpHandler handler) {
    return exchange -> {
      Optional<Reply> refusal = refusal(exchange);
      if (refusal.isPresent()) {
        try (exchange) {
          refusal.get().send(exchange);
        }
      } else {
        handler.handle(exchange);
      }
    };
  }

  private Optional<Reply> refusal(HttpExchange exchange) {
    if (!METHODS.contains(exchange.getRequestMethod())) {
      exchange.getResponseHeaders().set("Allow", "GET, HEAD");
      return Optional.of(
          Reply.error(Reply.NOT_ALLOWED, "This view is read-only: it answers GET and HEAD."));
    }
    if (!hosts.allows(exchange.getRequestHeaders().getFirst("Host"))) {
      return Optional.of(
          Reply.error(
              Reply.MISDIRECTED,
              "This view listens on this machine only: ask for it by 127.0.0.1 or localhost."));
    }
    return Optional.empty();
  }

  private void answer(HttpExchange exchange) throws IOException {
    Thread worker = Thread.currentThread();
    ScheduledFuture<?> deadline =
        deadlines.schedule(worker::interrupt, ANSWER_SECONDS, TimeUnit.SECONDS);
    try (exchange) {
      reply(exchange).send(exchange);
    } finally {
      deadline.cancel(false);
      // An interrupt that came just too late must not hit the next answer.
      Thread.interrupted();
    }
  }

  private Reply reply(HttpExchange exchange) {
    try {
      return api.answer(
          exchange.getRequestURI().getPath(),
          exchange.getRequestHeaders().getFirst("If-None-Match"));
    } catch (RuntimeException e) {
      LOG.error("{} failed", exchange.getRequestURI(), e);
      return Reply.error(Reply.SERVER_ERROR, "The view could not answer: " + e.getMessage());
    }
  }

  private void listen(HttpExchange exchange) throws IOException {
    AlertPosition resume;
    try {
      resume = resume(exchange);
    } catch (IllegalArgumentException e) {
      send(exchange, Reply.error(Reply.BAD_REQUEST, e.getMessage()));
      return;
    }
    try {
      streams.execute(() -> stream(exchange, resume));
    } catch (RejectedExecutionException e) {
      exchange.getResponseHeaders().set("Retry-After", "10");
      send(
          exchange,
          Reply.error(
              Reply.UNAVAILABLE, MOST_STREAMS + " browsers listen already; try again later."));
    }
  }

  private static void send(HttpExchange exchange, Reply reply) throws IOException {
    try (exchange) {
      reply.send(exchange);
    }
  }

  /**
   * Where a browser was: by itself it tells in a header, the page's own new attempts in a query.
   */
  private static AlertPosition resume(HttpExchange exchange) {
    String header = exchange.getRequestHeaders().getFirst("Last-Event-ID");
    String query = exchange.getRequestURI().getQuery();
    if (header == null && query != null && query.startsWith("lastEventId=")) {
      return AlertPosition.parse(query.substring("lastEventId=".length()));
    }
    return header == null ? null : AlertPosition.parse(header);
  }

  private void stream(HttpExchange exchange, AlertPosition resume) {
    StreamReader reader = new StreamReader(Thread.currentThread(), resume);
    try (exchange) {
      Reply.setCommonHeaders(exchange);
      exchange.getResponseHeaders().set("Content-Type", "text/event-stream; charset=utf-8");
      exchange.sendResponseHeaders(Reply.OK, 0);
      OutputStream out = exchange.getResponseBody();
      write(out, StreamEvent.RETRY);
      stream.add(reader);
      while (!reader.isCutOff()) {
        StreamEvent event = reader.next(HEARTBEAT_SECONDS);
        write(out, event == null ? StreamEvent.HEARTBEAT : event.bytes());
      }
    } catch (IOException | InterruptedException e) {
      LOG.debug("A browser has gone", e);
    } finally {
      stream.remove(reader);
      Thread.interrupted();
    }
  }

  private static void write(OutputStream out, byte[] bytes) throws IOException {
    out.write(bytes);
    out.flush();
  }

  private static ThreadFactory named(String name) {
    AtomicInteger count = new AtomicInteger();
    return task -> {
      Thread thread = new Thread(task, name + '-' + count.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }
}
