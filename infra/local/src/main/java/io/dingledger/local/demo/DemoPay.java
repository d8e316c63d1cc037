package io.dingledger.local.demo;

import static io.dingledger.local.demo.DemoCompany.DEVELOPMENT;
import static io.dingledger.local.demo.DemoCompany.OVERSEAS;

import io.dingledger.local.demo.DemoDocument.Expected;
import io.dingledger.local.demo.DemoDocument.Stage;
import io.dingledger.local.demo.DemoDocument.Trouble;
import io.dingledger.model.document.DocumentId;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * What is paid and kept back at the demo company, and the close of March. Its wages are invented:
 * 8700 a month in development, which is 400 a day and 50 an hour; 13050 overseas, 600 a day.
 */
public final class DemoPay {
  /** The month that is closed. */
  public static final YearMonth MONTH = YearMonth.of(2026, 3);

  /**
   * 2 h × 1.5 × 50 and 4 h × 2 × 50 in development, less half a day of 600 overseas; what was
   * withdrawn counts nothing, and neither does April.
   */
  private static final String SUM = "250.00";

  private DemoPay() {}

  static List<DemoDocument> documents() {
    DemoDocument withdrawn =
        overtime(62, "后被撤销的加班 · overtime, withdrawn later", "2026-03-19", 2)
            .expecting(Trouble.NONE, Expected.accrued());
    return List.of(
        overtime(60, "工作日加班 1.5 倍 · overtime on a workday", "2026-03-17", 2)
            .expecting(Trouble.NONE, Expected.accrued()),
        overtime(61, "休息日加班 2 倍 · overtime on a rest day", "2026-03-07", 4)
            .expecting(Trouble.NONE, Expected.accrued()),
        withdrawn,
        overtime(63, "撤销加班,薪资项目冲回 · withdrawal: pay items taken back", "2026-03-19", 2)
            .about(withdrawn, "REVOKE")
            .later()
            .expecting(Trouble.NONE, Expected.accrued().leaving("0.00")),
        overtime(64, "法定节假日加班 3 倍,计入四月 · overtime on a statutory day", "2026-04-05", 4)
            .expecting(Trouble.NONE, Expected.accrued()),
        new DemoApproval(
                65,
                "事假半天 · half a day of personal leave",
                OVERSEAS,
                DemoForm.LEAVE,
                SuiteForms.personalLeave())
            .on(LocalDateTime.of(2026, 3, 16, 10, 0))
            .expecting(Trouble.NONE, Expected.accrued()));
  }

  /** The month itself, with the voucher of its sums. */
  static DemoDocument month() {
    return new DemoDocument(
        DocumentId.ofPayPeriod(MONTH),
        "薪资 " + MONTH,
        "薪资月结,按部门汇总 · a month of pay, closed",
        Optional.empty(),
        List.of(),
        Stage.CLOSE,
        Trouble.NONE,
        Expected.posted(SUM));
  }

  private static DemoApproval overtime(int number, String shape, String date, int hours) {
    return new DemoApproval(
            number, shape, DEVELOPMENT, DemoForm.OVERTIME, SuiteForms.paidOvertime(date, hours))
        .on(LocalDateTime.of(2026, 3, number - 55, 16, 0));
  }
}
