package io.dingledger.local.ledgers;

import io.dingledger.ledgers.Checkup.Point;
import io.dingledger.ledgers.LedgerDescription.Abilities;
import io.dingledger.ledgers.LedgerDescription.Certainty;
import io.dingledger.ledgers.LedgerDescription.Guard;
import io.dingledger.ledgers.LedgerDescription.RedStyle;

/** What the constants about ledgers are called, Chinese before English. */
final class Words {
  private Words() {}

  static String of(Guard guard) {
    return switch (guard) {
      case REFUSES_REPEATS -> "系统拒绝重复，且先查询 · refuses repeats, asked first";
      case ASKED_FIRST -> "先查询后推送 · asked first";
      case ASKED_BY_CONFIGURATION -> "按配置先查询 · asked first, as configured";
      case RECEIVER_REMOVES_REPEATS -> "由接收方按关键字去重 · the receiver removes repeats";
      case SENT_ONCE -> "只推送一次，不明时交人 · sent once, a person settles doubts";
      case OWN_LIST -> "本系统清单保证不重复 · our own list";
    };
  }

  static String of(RedStyle style) {
    return switch (style) {
      case NEGATIVE_AMOUNTS -> "红字（负数） · negative amounts";
      case OTHER_SIDES -> "借贷反向 · other sides";
    };
  }

  static String of(Certainty certainty) {
    return switch (certainty) {
      case TRIED_LIVE -> "已在真实系统试过 · tried on a live system";
      case DOCUMENTED -> "来自厂商文档 · from the vendor's documents";
      case LIKELY -> "多方一致，未试 · likely, not tried";
      case UNSURE -> "不确定，可配置 · unsure, can be configured";
    };
  }

  static String of(Point point) {
    return switch (point) {
      case REACHABLE -> "能连上 · reachable";
      case CREDENTIALS -> "凭据有效 · credentials";
      case PERMISSION -> "有权限 · permission";
      case BOOK -> "账簿存在 · book";
      case PERIOD -> "期间开放 · period";
    };
  }

  static String yes(boolean flag) {
    return flag ? "是 · yes" : "否 · no";
  }

  /** What an ability's line says. */
  static String tells(Abilities abilities) {
    return abilities.tells().isEmpty()
        ? "–"
        : String.join(
            ", ", abilities.tells().stream().sorted().map(kind -> word(kind.name())).toList());
  }

  /** A constant as it is written on a command line. */
  static String word(String constant) {
    return constant.toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
