package io.dingledger.rules;

import org.junit.jupiter.api.Test;

class Scratch1Test {
  @Test
  void t() {
    System.out.println(
        Approvals.claim("545.00")
            .row("费用类型", "差旅费", "金额", "545.00", "税额", "45")
            .by(Books.valid(Books.small())));
    System.out.println(
        Approvals.claim("545.00")
            .processCode("PROC-EXPENSE")
            .row("费用类型", "火车票", "金额", "545.00", "费用日期", "2025-03-01")
            .by(Books.pack()));
  }
}
