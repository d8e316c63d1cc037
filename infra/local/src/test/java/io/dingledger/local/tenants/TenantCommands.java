package io.dingledger.local.tenants;

import io.dingledger.local.demo.DemoCompany;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An operator at work with {@code ./dev tenant}, and the files that are worked with. */
final class TenantCommands {
  static final String APP_SECRET = "kingdee-app-secret-7";
  static final String CLIENT_SECRET = "client-secret-in-clear-7";
  static final String TOKEN = "tokenInClear7";
  static final String AES_KEY = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";
  static final String CALLBACK_KEY = "mQ3vN8rT5yK1wZ7x";

  /** All secrets that the file of {@link #company} leaves out. */
  static final String SECRETS =
      """
      dingtalk.clientSecret=%s
      dingtalk.token=%s

      dingtalk.aesKey=%s
      ledger.secrets.appSecret=%s
      """
          .formatted(CLIENT_SECRET, TOKEN, AES_KEY, APP_SECRET);

  private final List<String> where;

  /**
   * An operator.
   *
   * @param where the options that say which system
   */
  TenantCommands(String... where) {
    this.where = List.of(where);
  }

  /** What a command said, on both streams together. */
  record Said(int exit, String text) {}

  /** Runs a command for a person who types nothing. */
  Said said(String... words) {
    return typing("", words);
  }

  /** Runs a command for a person who types this, or pipes it in. */
  Said typing(String typed, String... words) {
    List<String> line = new ArrayList<>(List.of(words));
    line.addAll(where);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    int exit =
        TenantMain.run(
            line, new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)), out, out);
    return new Said(exit, bytes.toString(StandardCharsets.UTF_8));
  }

  /** Runs a command without the options that say which system, for a person at a terminal. */
  static Said atTerminal(Map<String, String> hidden, List<String> line) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    SecretPrompt prompt =
        new SecretPrompt(Map.of(), place -> Optional.ofNullable(hidden.get(place)));
    int exit =
        TenantMain.program(new ByteArrayInputStream(new byte[0]), prompt, name -> null)
            .run(line, out, out);
    return new Said(exit, bytes.toString(StandardCharsets.UTF_8));
  }

  /** The file of a company with an app of its own, without secrets. */
  static Path company(Path folder, String tenant, String name) throws IOException {
    Files.writeString(folder.resolve("book.yaml"), DemoCompany.ruleBook());
    return Files.writeString(
        folder.resolve("company.yaml"),
        """
        tenant: %s
        name: %s
        dingtalk:
          callbackKey: %s
          corpId: dingexamplecorp0001
          clientId: dingexampleapp00001
        ledger:
          type: kingdee-cloud
          settings:
            serverUrl: https://erp.example.com/K3Cloud/
            auth: login-by-sign
            dataCentre: 5f0e1d2c3b4a59
            userName: dingledger
            appId: 227000_example
            book: "001"
            organisation: "100"
            voucherGroup: PRE001
        ruleBook:
          file: book.yaml
          author: li.si
          approvedBy: wang.wu
        """
            .formatted(tenant, name, CALLBACK_KEY));
  }

  /** The file of a third-party app, without secrets. */
  static Path suite(Path folder) throws IOException {
    return Files.writeString(
        folder.resolve("suite.yaml"),
        """
        suite: "25300001"
        suiteKey: suiteexample00000001
        callbackKey: pR7dK2wX9nB4hT6c
        """);
  }

  /** The file of a company that uses it. */
  static Path companyOfSuite(Path folder) throws IOException {
    Files.writeString(folder.resolve("book.yaml"), DemoCompany.ruleBook());
    return Files.writeString(
        folder.resolve("third.yaml"),
        """
        name: 示例贸易有限公司
        dingtalk:
          suite: "25300001"
          corpId: dingexamplecorp0002
        ledger:
          type: file
          settings:
            format: u8-text
        ruleBook:
          file: book.yaml
          author: li.si
          approvedBy: wang.wu
        """);
  }
}
