package io.dingledger.ledgers.kingdee;

import static io.dingledger.ledgers.kingdee.SandboxVoucher.child;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.ledgers.kingdee.SandboxReplies.Refused;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The sandbox's book: takes, numbers, keeps and finds vouchers. */
final class SandboxBooks {
  private static final long FIRST_ID = 100_001;
  private static final int MOST_ROWS = 2000;

  private final SandboxCheck check;
  private final SandboxFilter filter;
  private final SandboxJournal journal;
  private final Map<Long, SandboxVoucher> vouchers = new LinkedHashMap<>();
  private final Set<String> packets = new HashSet<>();
  private final Map<Long, List<String>> attachments = new HashMap<>();

  SandboxBooks(SandboxSetup setup, SandboxSwitches switches, SandboxJournal journal) {
    this.check = new SandboxCheck(setup, switches);
    this.filter = new SandboxFilter(setup);
    this.journal = journal;
    journal.read().forEach(voucher -> vouchers.put(voucher.id(), voucher));
  }

  synchronized List<SandboxVoucher> vouchers() {
    return List.copyOf(vouchers.values());
  }

  /** Saves one voucher; an id other than 0 overwrites the voucher that has it. */
  synchronized SandboxVoucher save(JsonNode data) throws Refused {
    if (!(child(data, "Model") instanceof ObjectNode model)) {
      throw new Refused(8, "Model", "参数错误：缺少 Model");
    }
    String packet = SandboxReplies.text(data);
    if (child(data, "ValidateRepeatJson").asBoolean() && packets.contains(packet)) {
      throw new Refused(11, "", "请求报文重复，请勿重复提交");
    }
    check.check(model, child(data, "IsVerifyBaseDataField").asBoolean());
    boolean audited = child(data, "IsAutoSubmitAndAudit").asText().equals("true");
    SandboxVoucher voucher = written(model, audited ? "C" : "A");
    packets.add(packet);
    return voucher;
  }

  private SandboxVoucher written(ObjectNode model, String status) throws Refused {
    long id = child(model, "FVOUCHERID").asLong();
    SandboxVoucher earlier = vouchers.get(id);
    if (id != 0 && earlier == null) {
      throw new Refused(10, "FVOUCHERID", "数据不存在：" + id);
    }
    if (earlier != null && earlier.status().equals("C")) {
      throw new Refused(12, "", "单据已审核，不允许修改");
    }
    SandboxVoucher draft = new SandboxVoucher(id, 0, status, model);
    return booked(
        new SandboxVoucher(
            earlier == null ? nextId() : id,
            earlier == null ? nextNumber(draft) : earlier.number(),
            status,
            model));
  }

  /** Books the same content once more, as somebody at a keyboard could. */
  synchronized SandboxVoucher copy(long id) {
    SandboxVoucher original = vouchers.get(id);
    if (original == null) {
      throw new IllegalArgumentException("no voucher " + id);
    }
    return booked(new SandboxVoucher(nextId(), nextNumber(original), "A", original.model()));
  }

  private SandboxVoucher booked(SandboxVoucher voucher) {
    journal.append(voucher);
    vouchers.put(voucher.id(), voucher);
    return voucher;
  }

  /** The rows of a query, one for each entry. */
  synchronized ArrayNode query(JsonNode data) throws Refused {
    if (!child(data, "FormId").asText().equals("GL_VOUCHER")) {
      throw new Refused(8, "FormId", "业务对象不存在");
    }
    List<String> columns = filter.columns(child(data, "FieldKeys").asText());
    List<JsonNode> rows = new ArrayList<>();
    List<SandboxFilter.Condition> conditions =
        filter.conditions(child(data, "FilterString").asText());
    for (SandboxVoucher voucher : vouchers.values()) {
      for (JsonNode entry : voucher.entries().toList()) {
        if (filter.matches(conditions, voucher, entry)) {
          rows.add(filter.row(columns, voucher, entry));
        }
      }
    }
    int limit = child(data, "Limit").asInt();
    ArrayNode page = SandboxReplies.JSON.createArrayNode();
    rows.stream()
        .skip(child(data, "StartRow").asInt())
        .limit(limit > 0 ? Math.min(limit, MOST_ROWS) : MOST_ROWS)
        .forEach(page::add);
    return page;
  }

  synchronized SandboxVoucher view(JsonNode data) throws Refused {
    SandboxVoucher voucher = vouchers.get(child(data, "Id").asLong());
    if (voucher == null) {
      throw new Refused(10, "Id", "数据不存在");
    }
    return voucher;
  }

  /** Hangs a file on a voucher; the same file twice hangs there twice. */
  synchronized String attach(JsonNode data) throws Refused {
    if (!child(data, "FormId").asText().equals("GL_VOUCHER")) {
      throw new Refused(5, "FormId", "业务对象不存在");
    }
    long voucher = child(data, "InterId").asLong();
    String name = child(data, "FileName").asText();
    if (!vouchers.containsKey(voucher)) {
      throw new Refused(10, "InterId", "数据不存在");
    }
    if (name.isBlank() || !child(data, "IsLast").isBoolean() || !hasContent(data)) {
      throw new Refused(8, "SendByte", "参数错误：附件名称或内容无效");
    }
    List<String> files = attachments.computeIfAbsent(voucher, id -> new ArrayList<>());
    files.add(name);
    return "file-" + voucher + "-" + files.size();
  }

  private static boolean hasContent(JsonNode data) {
    try {
      return Base64.getDecoder().decode(child(data, "SendByte").asText()).length > 0;
    } catch (IllegalArgumentException notBase64) {
      return false;
    }
  }

  synchronized List<String> attachments(long voucher) {
    return List.copyOf(attachments.getOrDefault(voucher, List.of()));
  }

  private long nextId() {
    return vouchers.keySet().stream().mapToLong(Long::longValue).max().orElse(FIRST_ID - 1) + 1;
  }

  private int nextNumber(SandboxVoucher draft) {
    return vouchers.values().stream()
            .filter(other -> other.period().equals(draft.period()))
            .filter(other -> other.group().equals(draft.group()))
            .mapToInt(SandboxVoucher::number)
            .max()
            .orElse(0)
        + 1;
  }
}
