package io.dingledger.local.observe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Stands for the X-Ray daemon: takes what is sent to it. */
final class Daemon implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String FOLLOWS = "{\"format\":\"json\",\"version\":1}\n";

  private final DatagramSocket socket;
  private final List<JsonNode> segments = new CopyOnWriteArrayList<>();

  private Daemon(DatagramSocket socket) {
    this.socket = socket;
  }

  static Daemon started() {
    try {
      Daemon daemon = new Daemon(new DatagramSocket(0, InetAddress.getLoopbackAddress()));
      Thread.ofPlatform().daemon().name("daemon").start(daemon::listen);
      return daemon;
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  String address() {
    return "127.0.0.1:" + socket.getLocalPort();
  }

  /** What has come so far. */
  List<JsonNode> segments() {
    return List.copyOf(segments);
  }

  private void listen() {
    byte[] room = new byte[65_536];
    while (!socket.isClosed()) {
      try {
        DatagramPacket packet = new DatagramPacket(room, room.length);
        socket.receive(packet);
        String text = new String(room, 0, packet.getLength(), StandardCharsets.UTF_8);
        if (text.startsWith(FOLLOWS)) {
          segments.add(JSON.readTree(text.substring(FOLLOWS.length())));
        }
      } catch (IOException closed) {
        // The loop ends when the socket is closed.
      }
    }
  }

  @Override
  public void close() {
    socket.close();
  }
}
