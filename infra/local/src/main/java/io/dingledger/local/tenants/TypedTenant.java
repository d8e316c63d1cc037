package io.dingledger.local.tenants;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.ledgers.LedgerDescription;
import io.dingledger.ledgers.LedgerDescription.Setting;
import io.dingledger.ledgers.Ledgers;
import io.dingledger.local.command.CommandFault;
import io.dingledger.local.command.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A tenant without a file: fields as {@code name=value} behind the command, or typed in one after
 * another. The result is what a file would hold, read by the same reader.
 */
final class TypedTenant {
  private static final Set<String> LISTS = Set.of("dingtalk.ownerKeys", "inbound.hose.states");
  private static final List<String> POINTERS = List.of("env:", "file:");
  private static final List<String> FIRST =
      List.of(
          "tenant",
          "name",
          "zone",
          "dingtalk.corpId",
          "dingtalk.clientId",
          "dingtalk.agentId",
          "dingtalk.monthlyCalls",
          "ledger.type");
  private static final List<String> LAST =
      List.of("ruleBook.file", "ruleBook.author", "ruleBook.approvedBy", "ruleBook.from");

  private TypedTenant() {}

  /**
   * The text of a file with these fields.
   *
   * @param fields each {@code name=value}; the name is the field's place in a file
   * @throws Refusal when one has no name or no value, or when a secret would stay in the shell's
   *     history
   */
  static String of(List<String> fields) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (String field : fields) {
      int equals = field.indexOf('=');
      if (equals < 1) {
        throw new Refusal(CommandFault.ARGUMENTS_WRONG, fields.size(), "name=value …");
      }
      String name = field.substring(0, equals);
      String value = field.substring(equals + 1);
      if (isSecret(name) && POINTERS.stream().noneMatch(value::startsWith)) {
        throw new Refusal(DeskFault.SECRET_ON_LINE, name);
      }
      texts.put(name, value);
    }
    return text(texts);
  }

  /**
   * The text of a file whose fields a person types; an empty answer leaves a field out.
   *
   * @param asking the answer to a question
   */
  static String asked(UnaryOperator<String> asking) {
    Map<String, String> texts = new LinkedHashMap<>();
    FIRST.forEach(name -> ask(name, name, asking, texts));
    form(texts.getOrDefault("ledger.type", ""))
        .forEach(
            setting ->
                ask(
                    "ledger.settings." + setting.key(),
                    setting.key()
                        + "（"
                        + setting.label().chinese()
                        + " · "
                        + setting.label().english()
                        + "）",
                    asking,
                    texts));
    LAST.forEach(name -> ask(name, name, asking, texts));
    return text(texts);
  }

  private static List<Setting> form(String type) {
    List<Setting> plain = new ArrayList<>();
    Ledgers.descriptions().stream()
        .filter(each -> each.type().equals(type))
        .findFirst()
        .map(LedgerDescription::settings)
        .orElse(List.of())
        .forEach(
            setting -> {
              if (!setting.secret()) {
                plain.add(setting);
              }
            });
    return plain;
  }

  private static void ask(
      String name, String question, UnaryOperator<String> asking, Map<String, String> texts) {
    String answer = asking.apply(question);
    if (answer != null && !answer.isBlank()) {
      texts.put(name, answer.strip());
    }
  }

  private static boolean isSecret(String name) {
    return name.startsWith("ledger.secrets.")
        || (!SecretNames.stored(name).equals(name) && SecretNames.rule(name) != Rule.CALLBACK_KEY)
        || name.equals("dingtalk.clientSecret");
  }

  /** JSON is YAML, so the reader of files takes it. */
  private static String text(Map<String, String> texts) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    texts.forEach(
        (name, value) -> {
          String[] parts = name.split("\\.");
          ObjectNode node = root;
          for (int index = 0; index < parts.length - 1; index++) {
            node =
                node.get(parts[index]) instanceof ObjectNode there
                    ? there
                    : node.putObject(parts[index]);
          }
          String last = parts[parts.length - 1];
          if (LISTS.contains(name)) {
            List.of(value.split(",")).forEach(node.putArray(last)::add);
          } else {
            node.put(last, value);
          }
        });
    return root.toPrettyString();
  }
}
