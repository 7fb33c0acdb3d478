package org.tensiometer.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.tensiometer.embedded.Loopback;

/** Stands between clients and a server of this machine, and is as good or bad a network as told. */
public final class FaultProxy implements AutoCloseable {

  private static final int CHUNK = 16 * 1024;

  private final ServerSocket listener;
  private final int target;
  private final Set<Connection> connections = ConcurrentHashMap.newKeySet();

  /** A connection that the server has accepted is one of ours, too, for who holds this. */
  private final Object connecting = new Object();

  private final AtomicLong carried = new AtomicLong();
  private volatile Duration latency = Duration.ZERO;
  private volatile long bytesPerSecond = Long.MAX_VALUE;

  /** The two ends of one connection, and whether anything still goes through. */
  private final class Connection {

    private final Socket client;
    private final Socket server;
    private volatile boolean dead;

    Connection(Socket client, Socket server) {
      this.client = client;
      this.server = server;
    }

    void start() {
      carry(client, server);
      carry(server, client);
    }

    private void carry(Socket from, Socket to) {
      Thread thread =
          new Thread(
              () -> {
                try {
                  pump(from, to);
                } catch (IOException e) {
                  // One end is gone, and so is the connection.
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                } finally {
                  close();
                }
              },
              "fault-proxy");
      thread.setDaemon(true);
      thread.start();
    }

    private void pump(Socket from, Socket to) throws IOException, InterruptedException {
      byte[] chunk = new byte[CHUNK];
      for (int read = from.getInputStream().read(chunk);
          read >= 0;
          read = from.getInputStream().read(chunk)) {
        Thread.sleep(latency.toMillis() + read * 1_000L / bytesPerSecond);
        if (!dead) {
          to.getOutputStream().write(chunk, 0, read);
          carried.addAndGet(read);
        }
      }
    }

    /** Breaks it off without a word of farewell (RST). */
    void reset() {
      try {
        client.setSoLinger(true, 0);
        server.setSoLinger(true, 0);
      } catch (IOException e) {
        // It is closed already.
      }
      close();
    }

    private void close() {
      connections.remove(this);
      closeQuietly(client);
      closeQuietly(server);
    }
  }

  private FaultProxy(ServerSocket listener, int target) {
    this.listener = listener;
    this.target = target;
  }

  /**
   * Listens on one port and carries everything to another, both of 127.0.0.1.
   *
   * @param port free
   */
  public static FaultProxy start(int port, int target) {
    try {
      ServerSocket listener = new ServerSocket();
      listener.bind(Loopback.address(port));
      FaultProxy proxy = new FaultProxy(listener, target);
      Thread thread = new Thread(proxy::accept, "fault-proxy-accept");
      thread.setDaemon(true);
      thread.start();
      return proxy;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Everything takes so much longer in each direction, from now on. */
  public void setLatency(Duration latency) {
    this.latency = latency;
  }

  /** Each direction of each connection carries no more than this, from now on. */
  public void setBytesPerSecond(long bytesPerSecond) {
    this.bytesPerSecond = bytesPerSecond;
  }

  /** Resets all connections. New ones are good. */
  public void reset() {
    synchronized (connecting) {
      connections.forEach(Connection::reset);
    }
  }

  /** Nothing goes through any more on the connections there are, and nobody is told. */
  public void leaveHalfOpen() {
    synchronized (connecting) {
      connections.forEach(connection -> connection.dead = true);
    }
  }

  /** Bytes that went through so far. */
  public long carried() {
    return carried.get();
  }

  @Override
  public void close() {
    closeQuietly(listener);
    reset();
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket client = listener.accept();
        try {
          connect(client);
        } catch (IOException e) {
          // The server refuses, and so does its proxy.
          closeQuietly(client);
        }
      } catch (IOException e) {
        // Closed.
      }
    }
  }

  private void connect(Socket client) throws IOException {
    synchronized (connecting) {
      Connection connection = new Connection(client, new Socket(Loopback.HOST, target));
      connections.add(connection);
      connection.start();
    }
  }

  private static void closeQuietly(AutoCloseable closeable) {
    try {
      closeable.close();
    } catch (Exception e) {
      // There is nothing left to be done about it.
    }
  }
}
