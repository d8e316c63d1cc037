package io.dingledger.ledgers.kingdee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.dingledger.ledgers.Sent;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.progress.LedgerReference;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SaveReplyTest {
  private static Sent read(String body) {
    return SaveReply.sent(KingdeeReply.read(body.replace('`', '"')));
  }

  private static Failure failure(String body) {
    return assertInstanceOf(Sent.Failed.class, read(body)).failure();
  }

  private static String refusal(int messageCode, String text) {
    return ("{`Result`:{`ResponseStatus`:{`ErrorCode`:500,`IsSuccess`:false,`Errors`:[{`FieldName`:"
            + "`F`,`Message`:`%s`,`DIndex`:0}],`SuccessEntitys`:[],`MsgCode`:%d}}}")
        .formatted(text, messageCode);
  }

  @Nested
  class Success {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "{`Result`:{`ResponseStatus`:{`IsSuccess`:true},`Id`:7,`Number`:`45`}}",
          "{`Result`:{`ResponseStatus`:{`IsSuccess`:true},`Id`:`7`,`Number`:45}}",
          "{`Result`:{`ResponseStatus`:{`IsSuccess`:`true`,`SuccessEntitys`:[{`Id`:`7`,`Number`:`45`}]"
              + "}}}",
          "{`Result`:{`ResponseStatus`:{`IsSuccess`:true,`SuccessEntitys`:[{`Id`:7,`BillNo`:`45`}]}}}",
          "{`Result`:{`ResponseStatus`:{`IsSuccess`:true},`Id`:7,`NeedReturnData`:[{`FVOUCHERGROUPNO`"
              + ":`45`}]}}",
          "[[{`Result`:{`ResponseStatus`:{`IsSuccess`:true},`Id`:7,`Number`:`45`}}]]",
          "\uFEFF {`Result`:{`ResponseStatus`:{`IsSuccess`:true},`Id`:7,`Number`:`45`}}"
        })
    void isReadFromEachPlaceWhereIdAndNumberMayBe(String body) {
      assertEquals(new Sent.Posted(new LedgerReference("7", "45")), read(body));
    }

    @Test
    void needsNoNumber() {
      assertEquals(
          new Sent.Posted(new LedgerReference("7", "")),
          read("{`Result`:{`ResponseStatus`:{`IsSuccess`:true},`Id`:7}}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",`Id`:0", ",`Id`:``", ",`Id`:null", ",`Id`:{}"})
    void withoutAnIdIsAmbiguous(String id) {
      Failure failure = failure("{`Result`:{`ResponseStatus`:{`IsSuccess`:true}" + id + "}}");
      assertEquals(FailureKind.AMBIGUOUS, failure.kind());
      assertEquals("LEDGER-UNCLEAR", failure.code());
    }
  }

  @Nested
  class Refusal {
    @ParameterizedTest
    @CsvSource({
      "1, 会话信息已丢失，请重新登录, TOKEN",
      "0, 会话信息已丢失，请重新登录, TOKEN",
      "2, 没有权限, CONFIG",
      "4, 系统异常, AMBIGUOUS",
      "5, 业务对象不存在, DATA",
      "6, 数据库操作失败, AMBIGUOUS",
      "7, 许可, CONFIG",
      "8, 参数错误, DATA",
      "9, 编码值[9999]不存在, DATA",
      "10, 没有数据, DATA",
      "11, 字段摘要是必录字段, DATA",
      "12, 单据已审核，不允许修改, DATA",
      "13, 网络控制冲突, LOCKED",
      "14, 调用次数已达上限, THROTTLE",
      "15, 管理员不允许登录, CONFIG",
      "0, 凭证借贷不平衡, DATA",
      "0, 执行超时, AMBIGUOUS",
      "0, '', AMBIGUOUS",
      "11, 会计期间2026年3月已结账, PERIOD_CLOSED",
      "0, 凭证日期所在期间已经关闭, PERIOD_CLOSED",
      "11, The period 3 of 2026 is closed, PERIOD_CLOSED",
      "11, 请求报文重复, AMBIGUOUS"
    })
    void isClassedByCodeAndText(int messageCode, String text, FailureKind kind) {
      String body = refusal(messageCode, text).replace("`FieldName`:`F`", "`FieldName`:``");
      Failure failure = failure(body);
      assertEquals(kind, failure.kind());
      assertEquals(Integer.toString(messageCode), failure.code());
    }

    @Test
    void inAListOfErrorsIsARefusalToo() {
      assertEquals(
          FailureKind.DATA,
          failure("[{`FieldName`:`FACCOUNTID`,`Message`:`科目是必录字段`,`DIndex`:0}]").kind());
    }

    @Test
    void thatNamesAVoucherIsAmbiguous() {
      assertEquals(
          FailureKind.AMBIGUOUS,
          failure(
                  "{`Result`:{`ResponseStatus`:{`IsSuccess`:false,`MsgCode`:11,`Errors`:[{`Message`:"
                      + "`审核失败`}],`SuccessEntitys`:[{`Id`:7}]}}}")
              .kind());
    }

    @Test
    void losesItsTelephoneNumbers() {
      assertFalse(failure(refusal(11, "用户 13800138000 无效")).detail().contains("13800138000"));
    }
  }

  @Nested
  class Nonsense {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "  ",
          "null",
          "true",
          "7",
          "`text`",
          "{}",
          "[]",
          "[[]]",
          "[[1,2]]",
          "{`Result`:{}}",
          "{`Result`:null}",
          "{`Result`:{`ResponseStatus`:null}}",
          "{`Result`:{`ResponseStatus`:{`IsSuccess`:true},`Id`:7}} trailing",
          "{`Result`:{`ResponseStatus`:{`IsSuccess`:true},`Id`:7",
          "<html><body>登录</body></html>",
          "response_error:未将对象引用设置到对象的实例"
        })
    void isAmbiguous(String body) {
      assertEquals(FailureKind.AMBIGUOUS, failure(body).kind());
    }

    @Test
    void thatSpeaksOfALostSessionIsKnownNotToHaveBeenTaken() {
      assertEquals(FailureKind.TOKEN, failure("response_error:会话信息已丢失，请重新登录").kind());
    }

    @Test
    void jsonInsideATextIsReadOnce() {
      assertInstanceOf(
          Sent.Posted.class,
          SaveReply.sent(
              KingdeeReply.read(
                  "\"{\\\"Result\\\":{\\\"ResponseStatus\\\":{\\\"IsSuccess\\\":true},"
                      + "\\\"Id\\\":7}}\"")));
    }
  }
}
