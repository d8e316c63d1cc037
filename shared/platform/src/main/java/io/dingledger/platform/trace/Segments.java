package io.dingledger.platform.trace;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes the documents of segments. Never throws and never waits: a trace may have gaps. */
@FunctionalInterface
public interface Segments {
  /** Where the X-Ray daemon listens, host and port; Lambda sets it. */
  String DAEMON = "AWS_XRAY_DAEMON_ADDRESS";

  /** Takes nothing. */
  Segments NONE = document -> {};

  /** Takes a segment's document, JSON. */
  void take(String document);

  /**
   * Hands them to the X-Ray daemon, each in a datagram of its own that nobody waits for.
   *
   * @param address {@code host:port}, or {@code tcp:host:port udp:host:port}; anything else takes
   *     nothing
   */
  static Segments toDaemon(String address) {
    return Datagrams.target(address).<Segments>map(Datagrams::new).orElse(NONE);
  }

  /** The daemon's protocol: a line that says what follows, and the document. */
  final class Datagrams implements Segments {
    private static final String FOLLOWS = "{\"format\":\"json\",\"version\":1}\n";
    private static final Pattern ADDRESS =
        Pattern.compile("(?:.*\\budp:)?(\\[?[0-9A-Za-z.:_-]+?\\]?):(\\d{1,5})(?:\\s.*)?");

    /** What fits into a datagram. */
    private static final int LARGEST = 60_000;

    private final InetSocketAddress target;
    private Optional<DatagramChannel> open = Optional.empty();

    private Datagrams(InetSocketAddress target) {
      this.target = target;
    }

    private static Optional<InetSocketAddress> target(String address) {
      Matcher parts = ADDRESS.matcher(address.strip());
      try {
        return parts.matches()
            ? Optional.of(
                new InetSocketAddress(
                    InetAddress.getByName(parts.group(1)), Integer.parseInt(parts.group(2))))
            : Optional.empty();
      } catch (IOException | IllegalArgumentException nowhere) {
        return Optional.empty();
      }
    }

    @Override
    public synchronized void take(String document) {
      byte[] bytes = (FOLLOWS + document).getBytes(StandardCharsets.UTF_8);
      if (bytes.length > LARGEST) {
        return;
      }
      try {
        DatagramChannel channel = channel();
        channel.send(ByteBuffer.wrap(bytes), target);
      } catch (IOException | RuntimeException lost) {
        forget();
      }
    }

    /** Opened at the first segment: nothing that is open may stand in a snapshot. */
    private DatagramChannel channel() throws IOException {
      if (open.isEmpty()) {
        DatagramChannel channel = DatagramChannel.open();
        channel.configureBlocking(false);
        open = Optional.of(channel);
      }
      return open.get();
    }

    private void forget() {
      try {
        if (open.isPresent()) {
          open.get().close();
        }
      } catch (IOException alreadyGone) {
        // The next segment opens another one.
      }
      open = Optional.empty();
    }
  }
}
