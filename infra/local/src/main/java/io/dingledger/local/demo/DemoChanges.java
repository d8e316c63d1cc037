package io.dingledger.local.demo;

import static io.dingledger.local.demo.DemoCompany.DEVELOPMENT;
import static io.dingledger.local.demo.DemoCompany.FINANCE;
import static io.dingledger.local.demo.DemoCompany.MARKETING;
import static io.dingledger.local.demo.DemoMonth.PLAIN;
import static io.dingledger.local.demo.DemoMonth.claim;
import static io.dingledger.local.demo.DemoMonth.row;

import io.dingledger.local.demo.DemoDocument.Expected;
import io.dingledger.local.demo.DemoDocument.Trouble;
import java.util.List;

/** Claims that are changed or withdrawn after they were approved: each time a new approval. */
final class DemoChanges {
  private static final String SUPERSEDED = "TRANSLATE-SUPERSEDED";
  private static final String NOTHING_TO_REVERSE = "TRANSLATE-NOTHING-TO-REVERSE";

  private DemoChanges() {}

  static List<DemoDocument> documents() {
    DemoDocument modified =
        claim(40, "后被修改 · modified later", MARKETING, "500.00", row("餐费", "500.00", "", PLAIN, 3))
            .posted("500.00");
    DemoDocument withdrawn =
        claim(42, "后被撤销 · withdrawn later", FINANCE, "230.00", row("快递费", "230.00", "", PLAIN, 4))
            .posted("230.00");
    DemoDocument heldBefore =
        claim(
                44,
                "待处理时被撤销 · withdrawn while held",
                FINANCE,
                "58000.00",
                row("培训费", "58000.00", "", PLAIN, 5))
            .expecting(Trouble.NONE, Expected.ignored(SUPERSEDED));
    DemoDocument neverPosted =
        claim(
                46,
                "撤销先到 · its withdrawal came first",
                DEVELOPMENT,
                "99.90",
                row("通讯费", "99.90", "", PLAIN, 6))
            .later()
            .expecting(Trouble.NONE, Expected.ignored(SUPERSEDED));
    return List.of(
        modified,
        withdrawn,
        heldBefore,
        modifying(modified),
        withdrawing(withdrawn),
        claim(45, "撤销单 · withdrawal", FINANCE, "58000.00", row("培训费", "58000.00", "", PLAIN, 5))
            .about(heldBefore, "REVOKE")
            .later()
            .expecting(Trouble.NONE, Expected.ignored(NOTHING_TO_REVERSE).leaving("0.00")),
        claim(47, "撤销单 · withdrawal", DEVELOPMENT, "99.90", row("通讯费", "99.90", "", PLAIN, 6))
            .about(neverPosted, "REVOKE")
            .expecting(Trouble.NONE, Expected.ignored(NOTHING_TO_REVERSE).leaving("0.00")),
        neverPosted);
  }

  /** The first voucher is reversed, −500, and the new one posted, 450: one is in effect. */
  private static DemoDocument modifying(DemoDocument modified) {
    return claim(
            41,
            "修改单,红冲并重记 · modification: reversed, posted anew",
            MARKETING,
            "450.00",
            row("餐费", "450.00", "", PLAIN, 3))
        .about(modified, "MODIFY")
        .later()
        .expecting(Trouble.NONE, Expected.posted("-50.00").leaving("450.00"));
  }

  private static DemoDocument withdrawing(DemoDocument withdrawn) {
    return claim(
            43,
            "撤销单,红字冲销 · withdrawal: reversed",
            FINANCE,
            "230.00",
            row("快递费", "230.00", "", PLAIN, 4))
        .about(withdrawn, "REVOKE")
        .later()
        .expecting(Trouble.NONE, Expected.posted("-230.00").leaving("0.00"));
  }
}
