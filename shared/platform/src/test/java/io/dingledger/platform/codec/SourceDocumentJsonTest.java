package io.dingledger.platform.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.model.document.DocumentKind;
import io.dingledger.model.document.Moment;
import io.dingledger.model.document.SourceDocument;
import io.dingledger.model.money.Money;
import io.dingledger.platform.support.SampleDocuments;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SourceDocumentJsonTest {
  private static final Map<String, String> EXPECTED =
      Map.ofEntries(
          Map.entry(
              "expenseClaim",
              "'total':MONEY(12.50),'lines':[{'number':1,'category':'交通','amount':MONEY(12.50),"
                  + "'tax':MONEY(0.36),'invoiceKind':'专票','date':'2026-03-02','note':'打车'}]"),
          Map.entry(
              "payment",
              "'amount':MONEY(100.00),'payee':'收款人','account':'6222','supplier':'S01',"
                  + "'purpose':'货款','payOn':'2026-03-02'"),
          Map.entry("purchase", "'total':MONEY(20.00),'supplier':'S01','lines':[TRADE]"),
          Map.entry(
              "sale", "'total':MONEY(20.00),'customer':'C01','dueOn':'2026-03-02','lines':[TRADE]"),
          Map.entry("advance", "'amount':MONEY(500.00),'purpose':'差旅','repayOn':'2026-03-02'"),
          Map.entry(
              "clearing",
              "'spent':MONEY(12.50),'advanced':MONEY(500.00),'advanceDocument':'a-1','lines':["
                  + "{'number':1,'category':'交通','amount':MONEY(12.50),'tax':MONEY(0.36),"
                  + "'invoiceKind':'专票','date':'2026-03-02','note':'打车'}]"),
          Map.entry(
              "travel",
              "'reason':'见客户','journeys':[{'vehicle':'飞机','roundTrip':true,'departure':'上海',"
                  + "'arrival':'香港','international':true,'starts':'2026-03-02 18:30',"
                  + "'ends':'2026-03-02 下午','days':'2.0'}],'companions':[COMPANION],'days':'2.0',"
                  + "'advance':MONEY(3000.00)"),
          Map.entry(
              "overtime",
              "'people':[COMPANION],'starts':'2026-03-02 18:30','ends':'2026-03-02 下午',"
                  + "'hours':'2.50','days':[{'date':'2026-03-02','hours':'2.50'}],"
                  + "'compensation':'PAY','type':'工作日'"),
          Map.entry(
              "leave",
              "'type':'年假','unit':'HALF_DAY','starts':'2026-03-02 上午','ends':'2026-03-02 下午',"
                  + "'duration':'1','naturalDays':false,'days':[{'date':'2026-03-02','days':'1',"
                  + "'hours':'8.0','rest':false}]"),
          Map.entry(
              "punchCorrection",
              "'punchedAt':'2026-03-02 18:30','workDay':'2026-03-02','plan':'18:00 下班',"
                  + "'reason':'忘记'"),
          Map.entry(
              "outsideWork",
              "'type':'拜访','starts':'2026-03-02 18:30','ends':'2026-03-02 下午','duration':'1.50',"
                  + "'people':[COMPANION],'reason':'客户'"),
          Map.entry(
              "shiftSwap",
              "'applicant':{'userId':'user01','name':'申请人'},'relief':COMPANION,"
                  + "'swapped':'2026-03-02','back':'2026-03-03','details':'早班换晚班'"),
          Map.entry(
              "punch",
              "'at':'2026-03-01T08:00:00Z','method':'WIFI','outside':false,'byPerson':true"),
          Map.entry(
              "dailyResult",
              "'checks':[{'duty':'ON','outcome':'LATE','planned':'2026-03-01T08:00:00Z',"
                  + "'actual':'2026-03-01T08:05:01Z','minutes':5,'outside':true,"
                  + "'approvalId':'instance-9'}]"),
          Map.entry(
              "payPeriod",
              "'month':'2026-03','sums':[{'item':'加班费','concerns':'2026-02','departmentId':'11',"
                  + "'userId':'user01','count':2,'quantity':'2.50','amount':MONEY(12.50)}]"),
          Map.entry("unrecognised", "'supposedKind':'leave'"));

  private static final String HEADER =
      "'header':{'id':'instance-1','businessId':'202603010001','title':'示例',"
          + "'originator':{'userId':'user01','name':'申请人','jobNumber':'E07',"
          + "'departmentIds':['11'],'hiredOn':'2020-05-06','firstWorkedOn':'2018-07-01',"
          + "'works':true},'department':{'id':'11','name':'销售一部','code':'D11','parentId':'10',"
          + "'path':['公司','销售','销售一部']},'businessDate':'2026-03-02','chain':[{'userId':'user03',"
          + "'at':'2026-03-01T08:00:00Z','type':'EXECUTE_TASK_NORMAL','result':'AGREE'}],"
          + "'origins':{'total':'by bizAlias total'}}";

  @Test
  void every_kind_is_written_with_all_its_fields() {
    for (SourceDocument document : SampleDocuments.all()) {
      String kind = document.kind().word();
      String fields =
          EXPECTED
              .get(kind)
              .replace(
                  "TRADE",
                  "{'number':1,'item':'纸','quantity':'2.000','price':MONEY(10.00),"
                      + "'amount':MONEY(20.00),'tax':MONEY(2.30),'note':'A4'}")
              .replace("COMPANION", "{'userId':'user02','name':'同行人'}")
              .replaceAll("MONEY\\(([0-9.]+)\\)", "{'amount':'$1','currency':'CNY'}");
      String expected = "{'kind':'" + kind + "'," + HEADER + "," + fields + "}";
      assertEquals(expected.replace('\'', '"'), SourceDocumentJson.text(document));
    }
  }

  @Test
  void no_kind_and_no_part_of_the_model_is_left_out() {
    Set<DocumentKind> kinds =
        SampleDocuments.all().stream().map(SourceDocument::kind).collect(Collectors.toSet());
    assertEquals(Set.of(DocumentKind.values()), kinds);
    for (SourceDocument document : SampleDocuments.all()) {
      hasEveryPart((Record) document, SourceDocumentJson.toJson(document));
    }
  }

  @Test
  void what_is_not_stated_is_left_out() {
    SourceDocument document =
        new io.dingledger.model.document.Advance(
            SampleDocuments.header().withOrigins(Map.of()),
            Money.of("1", "JPY"),
            "",
            Optional.empty());
    ObjectNode json = SourceDocumentJson.toJson(document);
    assertFalse(json.has("repayOn"));
    assertEquals("", json.get("purpose").textValue());
    assertEquals("1", json.get("amount").get("amount").textValue());
  }

  /** Walks the records of the model: what is added there must be added here. */
  private static void hasEveryPart(Record value, JsonNode json) {
    for (RecordComponent part : value.getClass().getRecordComponents()) {
      JsonNode written = json.path(part.getName());
      String place = value.getClass().getSimpleName() + "." + part.getName();
      assertFalse(written.isMissingNode(), place);
      Object held = held(value, part);
      for (Object each : held instanceof List<?> several ? several : List.of(held)) {
        JsonNode one = written.isArray() ? written.get(0) : written;
        boolean asText = isText(each);
        if (each instanceof Record inner && !asText) {
          hasEveryPart(inner, one);
        } else if (!(each instanceof Map) && !(each instanceof Boolean) && asText) {
          assertTrue(one.isTextual(), place);
        }
      }
    }
  }

  private static boolean isText(Object value) {
    return value instanceof Moment
        || value instanceof BigDecimal
        || value instanceof CharSequence
        || value instanceof java.time.temporal.Temporal
        || value instanceof Enum<?>
        || value instanceof io.dingledger.model.document.DocumentId;
  }

  private static Object held(Record value, RecordComponent part) {
    try {
      Object held = part.getAccessor().invoke(value);
      return held instanceof Optional<?> optional ? optional.orElseThrow() : held;
    } catch (ReflectiveOperationException impossible) {
      throw new AssertionError(Arrays.toString(value.getClass().getRecordComponents()), impossible);
    }
  }
}
