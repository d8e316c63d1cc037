package io.dingledger.local.torture.company;

import io.dingledger.local.torture.ledger.LedgerServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The companies as a tenants' folder, as {@code ./dev run --tenants} reads it: the same files for
 * the processes of the torture and for any other system.
 */
public final class FirmFiles {
  private static final String RULE_BOOK = "rule-book.yaml";

  /** Beyond what the ledger may do after a request, for what a proxy holds up. */
  private static final int SETTLING_SECONDS = LedgerServer.LONGEST_AFTERMATH * 2 + 1;

  private FirmFiles() {}

  /**
   * Writes a company's file and its rule book.
   *
   * @param dingTalk the company's sandbox DingTalk
   * @param ledger where the ledger is reached, perhaps through a proxy
   */
  public static void write(Path folder, Firm firm, URI dingTalk, URI ledger) {
    try {
      Files.createDirectories(folder.resolve("rules"));
      Files.writeString(folder.resolve("rules").resolve(RULE_BOOK), resource(RULE_BOOK));
      Files.writeString(
          folder.resolve(firm.tenant() + ".yaml"),
          resource("tenant.yaml")
              .replace("TENANT", firm.tenant())
              .replace("CALLBACK-KEY", firm.callbackKey())
              .replace("CORP-ID", firm.app().corpId())
              .replace("CLIENT-ID", firm.app().clientId())
              .replace("CLIENT-SECRET", firm.app().clientSecret())
              .replace("SUBSCRIPTION-TOKEN", firm.app().token())
              .replace("AES-KEY", firm.app().aesKey())
              .replace("DINGTALK", dingTalk.toString())
              .replace("SETTLING", SETTLING_SECONDS + "s")
              .replace("LOOKUP", firm.canBeAsked() ? lookup() : "    lookup: none")
              .replace("LEDGER", ledger + "/" + firm.tenant()));
    } catch (IOException unwritable) {
      throw new UncheckedIOException("the folder " + folder + " can't be written", unwritable);
    }
  }

  private static String lookup() {
    return resource("lookup.yaml").stripTrailing();
  }

  private static String resource(String name) {
    String path = "/torture/" + name;
    try (InputStream stream = FirmFiles.class.getResourceAsStream(path)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(path + " can't be read", unreadable);
    }
  }
}
