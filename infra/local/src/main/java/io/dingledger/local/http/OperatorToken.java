package io.dingledger.local.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * What a request must carry that changes something: a secret that only the owner of the data folder
 * can read. It lies in a file there and is made when it is first needed.
 */
public final class OperatorToken {
  private static final int BYTES = 32;
  private static final String BEARER = "Bearer ";

  private final byte[] token;

  private OperatorToken(String token) {
    this.token = token.getBytes(StandardCharsets.UTF_8);
  }

  /** A token that is known already. */
  public static OperatorToken of(String token) {
    return new OperatorToken(token);
  }

  /** One that nobody can guess. */
  public static String random() {
    byte[] random = new byte[BYTES];
    new SecureRandom().nextBytes(random);
    return HexFormat.of().formatHex(random);
  }

  /**
   * The token in a file.
   *
   * @throws UncheckedIOException when the file can be neither read nor made
   */
  public static OperatorToken at(Path file) {
    try {
      if (!Files.exists(file)) {
        Files.createFile(
            file,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, random());
      }
      return new OperatorToken(Files.readString(file).strip());
    } catch (IOException impossible) {
      throw new UncheckedIOException("the operator's token " + file + " can't be used", impossible);
    }
  }

  /** Lets only requests through that carry it, those that read too. */
  public LoopbackServer.Handler guarding(LoopbackServer.Handler rest) {
    return request ->
        isIn(request) ? rest.handle(request) : ApiProblem.OPERATOR_UNKNOWN.reply(request.path());
  }

  /** Whether a request carries it: {@code Authorization: Bearer ‹token›}. */
  boolean isIn(Request request) {
    String header = request.header("authorization");
    return token.length > 0
        && header.startsWith(BEARER)
        && MessageDigest.isEqual(
            token, header.substring(BEARER.length()).strip().getBytes(StandardCharsets.UTF_8));
  }
}
