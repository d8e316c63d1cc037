package io.dingledger.local.demo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.dingledger.local.demo.DemoDocument.Expected;
import io.dingledger.local.demo.DemoDocument.Push;
import io.dingledger.local.demo.DemoDocument.Stage;
import io.dingledger.local.demo.DemoDocument.Trouble;
import io.dingledger.local.sandbox.dingtalk.ApprovalInstance;
import io.dingledger.local.sandbox.dingtalk.Staff;
import io.dingledger.local.sandbox.dingtalk.Unit;
import io.dingledger.model.document.DocumentId;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An approval of the demo that is being described. */
final class DemoApproval {
  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final DateTimeFormatter BUSINESS_ID = DateTimeFormatter.ofPattern("yyyyMMddHHmm");
  private static final int HOURS_TO_APPROVE = 5;

  /** Approvals from this number on were started in the afternoons of the same month. */
  private static final int AFTERNOONS = 20;

  private final int number;
  private final String shape;
  private final Staff originator;
  private final DemoForm form;
  private final ArrayNode components;
  private final List<Telling> told = new ArrayList<>();
  private LocalDateTime created;
  private String businessId;
  private String status = "COMPLETED";
  private String result = "agree";
  private String action = "NONE";
  private String main = "";
  private Stage stage = Stage.FIRST;

  private record Telling(String phase, int copies) {}

  /**
   * Begins a description.
   *
   * @param number different for each; it makes the instance's id and its day: from 1 to 49, or
   *     beyond with {@link #on}
   */
  DemoApproval(int number, String shape, Staff originator, DemoForm form, ArrayNode components) {
    this.number = number;
    this.shape = shape;
    this.originator = originator;
    this.form = form;
    this.components = components;
    on(
        number < AFTERNOONS
            ? LocalDateTime.of(2026, 3, number + 2, 9, 30)
            : LocalDateTime.of(2026, 3, Math.min(31, number + 2 - AFTERNOONS), 14, 30));
  }

  /** Started at this time, in China. */
  DemoApproval on(LocalDateTime start) {
    created = start;
    businessId = BUSINESS_ID.format(start) + "%09d".formatted(number);
    return this;
  }

  DemoApproval ended(String otherStatus, String otherResult) {
    status = otherStatus;
    result = otherResult;
    return this;
  }

  /** Changes or withdraws another one, whose approval number it shares. */
  DemoApproval about(DemoDocument other, String what) {
    action = what;
    main = other.id().value();
    businessId = other.number();
    return this;
  }

  DemoApproval later() {
    stage = Stage.LATER;
    return this;
  }

  /** Pushed so, in place of a single push of its end. */
  DemoApproval pushed(String phase, int copies) {
    told.add(new Telling(phase, copies));
    return this;
  }

  DemoDocument posted(String debit) {
    return expecting(Trouble.NONE, Expected.posted(debit));
  }

  DemoDocument held(String reason) {
    return expecting(Trouble.NONE, Expected.held(reason));
  }

  DemoDocument expecting(Trouble trouble, Expected expected) {
    if (told.isEmpty()) {
      pushed(status.equals("TERMINATED") ? "terminate" : "finish", 1);
    }
    boolean silent = trouble == Trouble.NEVER_PUSHED || trouble == Trouble.PUSH_GIVEN_UP;
    ApprovalInstance instance = instance();
    List<Push> pushes =
        told.stream().map(each -> push(instance, each.phase(), each.copies())).toList();
    return new DemoDocument(
        new DocumentId(instance.id()),
        businessId,
        shape,
        Optional.of(instance),
        silent ? List.of() : pushes,
        stage,
        trouble,
        expected);
  }

  /** A callback about an instance. */
  static Push push(ApprovalInstance instance, String phase, int copies) {
    return new Push(
        "bpms_instance_change",
        instance.id().replace("instance", "event") + "-" + phase,
        instance.change(phase),
        copies);
  }

  private ApprovalInstance instance() {
    Unit department = DemoCompany.department(originator.departmentId());
    return new ApprovalInstance(
        "demo-instance-%02d".formatted(number),
        form.processCode(),
        form.category(),
        businessId,
        originator.name() + "提交的" + form.title(),
        originator.userId(),
        String.valueOf(department.id()),
        department.name(),
        created.atZone(ZONE).toInstant(),
        Optional.of(created.plusHours(HOURS_TO_APPROVE).atZone(ZONE).toInstant()),
        status,
        result,
        action,
        main,
        components);
  }
}
