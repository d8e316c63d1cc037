package io.dingledger.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.dingledger.model.document.Form;
import io.dingledger.model.document.SourceDocument;
import io.dingledger.model.failure.Reason;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Forms whose components were renamed, made anew or emptied after the rule book was written. */
class ChangedFormsTest {
  private static final RuleBook PAYMENTS =
      Books.valid(
          Books.workedText("payment")
              .replace(
                  "supplier: { name: 供应商 }",
                  "supplier: { bizAlias: supplier, id: DDSelectField-K3, name: 供应商 }"));

  private static Approvals payment() {
    return Approvals.of("PROC-ANY")
        .category("dingtalk.businessFinance.payment")
        .with("付款金额", "10,600.00")
        .with("收款方", "明远贸易");
  }

  private static Form.Component supplier(String bizAlias, String id, String name, String value) {
    return new Form.Component(bizAlias, id, name, "DDSelectField", value, List.of(), List.of());
  }

  private static List<String> reasons(Approvals approval) {
    Translation translation = approval.by(PAYMENTS);
    return assertInstanceOf(Translation.Held.class, translation, translation.toString())
        .reasons()
        .stream()
        .map(Reason::code)
        .toList();
  }

  private static SourceDocument document(Approvals approval) {
    Translation translation = approval.by(PAYMENTS);
    return assertInstanceOf(Translation.Vouchers.class, translation, translation.toString())
        .document();
  }

  @ParameterizedTest
  @CsvSource({
    "supplier,DDSelectField-K9,供货单位,by bizAlias supplier",
    "'',DDSelectField-K3,供货单位,by id DDSelectField-K3",
    "'',DDSelectField-K9,供应商,by name 供应商"
  })
  void aFieldIsFoundByItsAliasThenItsIdThenItsNameAndItIsSaidWhich(
      String bizAlias, String id, String name, String how) {
    Approvals payment = payment().with(supplier(bizAlias, id, name, "上海明远贸易"));
    assertEquals(how, document(payment).header().origins().get("payment.supplier"));
  }

  @Test
  void theAliasGoesBeforeTheIdAndTheIdBeforeTheName() {
    Approvals payment =
        payment()
            .with(supplier("", "x", "供应商", "别家"))
            .with(supplier("", "DDSelectField-K3", "乙", "别家"))
            .with(supplier("supplier", "y", "甲", "上海明远贸易"));
    assertEquals(
        "by bizAlias supplier", document(payment).header().origins().get("payment.supplier"));
  }

  @Nested
  class An_optional_field_that_is_found_nowhere {
    @ParameterizedTest
    @CsvSource({"供应商名称", "供货商", "供应商（必填）"})
    void waits_for_a_person_when_another_component_looks_like_it(String name) {
      assertEquals(
          List.of(HoldReason.FIELD_GONE.code()),
          reasons(payment().with(supplier("", "DDSelectField-K9", name, "上海明远贸易"))));
    }

    @Test
    void waits_for_a_person_when_it_has_no_name_and_another_component_is_of_its_type() {
      RuleBook nameless =
          Books.valid(
              Books.workedText("payment")
                  .replace("supplier: { name: 供应商 }", "supplier: { id: DDSelectField-K3 }"));
      Translation translation =
          payment().with(supplier("", "DDSelectField-K9", "往来单位", "上海明远贸易")).by(nameless);
      assertEquals(
          HoldReason.FIELD_GONE.code(),
          assertInstanceOf(Translation.Held.class, translation).reasons().getFirst().code());
    }

    @Test
    void waits_for_a_person_when_another_component_has_lost_its_name() {
      assertEquals(
          Set.of(HoldReason.FIELD_GONE.code()),
          Set.copyOf(
              reasons(
                  payment()
                      .with(
                          new Form.Component(
                              "",
                              "TextField-9",
                              "",
                              "TextField",
                              "上海明远贸易",
                              List.of(),
                              List.of())))));
    }

    @Test
    void is_blank_when_nothing_looks_like_it() {
      document(payment());
      document(payment().with("备注", "请尽快"));
      document(payment().with(supplier("", "DDSelectField-K9", "往来单位", "")));
      document(payment().with(supplier("", "DDSelectField-K9", "付款方式", "电汇")));
    }

    @Test
    void is_blank_when_what_is_named_alike_could_never_be_it() {
      document(payment().with("付款日期说明", "越快越好").with("供应商附件", "[{\"fileId\":\"1\"}]"));
    }
  }

  @Test
  void aFieldThatWasEmptiedIsBlankEvenWhenAnotherLooksLikeIt() {
    document(
        payment()
            .with(supplier("supplier", "DDSelectField-K3", "供应商", ""))
            .with(supplier("", "DDSelectField-K9", "供应商名称", "上海明远贸易")));
  }
}
