package org.tensiometer.view;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Map;
import org.tensiometer.view.feed.Feed;
import org.tensiometer.view.feed.FeedState;
import org.tensiometer.view.http.EventStream;
import org.tensiometer.view.http.ViewServer;
import org.tensiometer.view.json.ViewJson;
import org.tensiometer.view.state.Alerts;
import org.tensiometer.view.state.Claims;
import org.tensiometer.view.state.Pairs;
import org.tensiometer.wire.topics.Topics;

/**
 * The live view: follows the topics of results and serves what it has read. It keeps nothing on
 * disk and writes no topic.
 */
public final class View implements AutoCloseable {

  /** Where a browser looks for it when nothing else is said. */
  public static final String DEFAULT_HOST = "127.0.0.1";

  public static final int DEFAULT_PORT = 8080;

  /** About 1 kB each. */
  private static final int MOST_CLAIMS = 200_000;

  /** Fits a reader's queue, so that who was away for long is not cut off again at once. */
  private static final int MOST_CHANGES = 200;

  private final Feed feed;
  private final ViewServer server;

  private final EventStream stream;

  private View(Feed feed, ViewServer server, EventStream stream) {
    this.feed = feed;
    this.server = server;
    this.stream = stream;
  }

  /**
   * Starts both; topics, brokers and registry may come later.
   *
   * @param host address to listen on
   * @param port 0 takes a free one
   * @param clientConfig by Kafka's and Confluent's names, at least {@code bootstrap.servers} and
   *     {@code schema.registry.url}
   * @throws ViewPortTakenException if the address cannot be listened on
   */
  public static View start(String host, int port, Map<String, ?> clientConfig, Topics topics) {
    Pairs pairs = new Pairs();
    Claims claims = new Claims(MOST_CLAIMS);
    Alerts alerts = new Alerts(MOST_CHANGES);
    EventStream stream = new EventStream(alerts);
    InetSocketAddress address = new InetSocketAddress(host, port);
    if (address.isUnresolved()) {
      throw new ViewPortTakenException(
          "the view cannot listen on \"" + host + "\": there is no such address", null);
    }
    try {
      ViewServer server = ViewServer.start(address, new ViewJson(pairs, claims, alerts), stream);
      Feed feed = new Feed(clientConfig, topics, pairs, claims, alerts, stream);
      feed.start();
      return new View(feed, server, stream);
    } catch (IOException e) {
      throw new ViewPortTakenException(
          "the view cannot listen on port "
              + port
              + " of "
              + host
              + " ("
              + e.getMessage()
              + "); choose another port for it, or 0 for any free one",
          e);
    }
  }

  /** For a browser on this machine, or by the address that it listens on. */
  public String url() {
    InetSocketAddress address = server.address();
    String host =
        address.getAddress().isAnyLocalAddress()
            ? DEFAULT_HOST
            : address.getAddress().getHostAddress();
    return "http://"
        + (host.contains(":") ? '[' + host + ']' : host)
        + ':'
        + address.getPort()
        + '/';
  }

  /** Whether it shows all that is there. */
  public boolean isLive() {
    return stream.state().phase() == FeedState.Phase.LIVE;
  }

  /** What it does or waits for, in a sentence. */
  public String message() {
    return stream.state().message();
  }

  /** Browsers that listen now. */
  public int readers() {
    return stream.size();
  }

  @Override
  public void close() {
    server.close();
    feed.close();
  }
}
