package io.dingledger.platform.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.model.work.PatrolWork;
import io.dingledger.model.work.PostWork;
import io.dingledger.model.work.RetryWork;
import io.dingledger.platform.support.Samples;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CodecTest {
  private static final int RUNS = 300;

  @Nested
  class Every_value_comes_back_as_it_was {
    @Test
    void records() {
      holds(new DocumentRecordCodec(), Arbitrary::record);
    }

    @Test
    void vouchers() {
      holds(new VoucherCodec(), Arbitrary::voucher);
    }

    @Test
    void pay_items() {
      holds(new PayItemCodec(), Arbitrary::payItem);
    }

    @Test
    void postings() {
      holds(new PostingCodec(), Arbitrary::posting);
    }

    @Test
    void waits_and_failures() {
      holds(new WaitCodec(), Arbitrary::waiting);
      holds(new FailureCodec(), Arbitrary::failure);
    }

    @Test
    void reasons_and_entries() {
      holds(new ReasonCodec(), Arbitrary::reason);
      holds(new TimelineEntryCodec(), Arbitrary::entry);
    }

    @Test
    void events() {
      holds(new SourceEventCodec(), Arbitrary::event);
      holds(new ApprovalCodec(), Arbitrary::approval);
    }

    @Test
    void people_and_departments() {
      holds(new PersonCodec(), Arbitrary::person);
      holds(new DepartmentCodec(), Arbitrary::department);
    }

    @Test
    void messages() {
      holds(new TranslateWorkCodec(), Arbitrary::work);
      holds(new PatrolWorkCodec(), any -> new PatrolWork.Round(any.tenant()));
      holds(new PatrolWorkCodec(), any -> new PatrolWork.Tick());
      holds(new PatrolWorkCodec(), any -> new PatrolWork.WriteBack(any.tenant(), any.document()));
      holds(new PostWorkCodec(), any -> new PostWork(any.tenant(), any.document(), any.key()));
      holds(
          new PostWorkCodec(),
          any -> new PostWork(any.tenant(), any.document(), any.key()).settling(any.count()));
      holds(
          new RetryWorkCodec(),
          any -> new RetryWork.TryFailed(any.tenant(), any.document(), any.maybe(any::key)));
      holds(new RetryWorkCodec(), any -> new RetryWork.Sweep());
      holds(
          new RetryWorkCodec(),
          any ->
              new RetryWork.ConnectionBack(
                  any.tenant(),
                  Duration.ofMillis(any.count()),
                  any.instant(),
                  any.count(),
                  any.count(),
                  any.maybe(any::text)));
    }

    private <T> void holds(JsonCodec<T> codec, Function<Arbitrary, T> make) {
      for (int seed = 0; seed < RUNS; seed++) {
        T value = make.apply(new Arbitrary(seed));
        String stored =
            new String(
                codec.encode(value).getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        assertEquals(value, codec.decode(stored));
        String queued = codec.encodeAscii(value);
        assertTrue(queued.chars().allMatch(unit -> unit >= ' ' && unit < 0x7F));
        assertEquals(value, codec.decode(queued));
        ObjectNode later = codec.toJson(value).put("fieldOfALaterVersion", 1);
        assertEquals(value, codec.fromJson(later));
      }
    }
  }

  @Nested
  class What_is_not_readable {
    @Test
    void is_refused_without_quoting_it() {
      for (String text :
          List.of("", "null", "1", "\"salary 9000\"", "{", "[]", "{}", "{\"salary\":9000}")) {
        Unreadable unreadable =
            assertThrows(Unreadable.class, () -> new PostWorkCodec().decode(text), text);
        assertFalse(unreadable.getMessage().contains("9000"));
      }
    }

    @Test
    void is_refused_field_by_field() {
      JsonNode whole = new VoucherCodec().toJson(new Arbitrary(3).voucher());
      whole
          .fieldNames()
          .forEachRemaining(
              field -> {
                ObjectNode without = whole.deepCopy();
                without.remove(field);
                assertThrows(
                    Unreadable.class, () -> new VoucherCodec().decode(without.toString()), field);
                ObjectNode wrong = whole.deepCopy();
                wrong.put(field, true);
                assertThrows(
                    Unreadable.class, () -> new VoucherCodec().decode(wrong.toString()), field);
              });
    }

    @Test
    void includes_a_voucher_that_does_not_balance() {
      ObjectNode json = new VoucherCodec().toJson(Samples.voucher(Samples.tenant("a"), document()));
      ((ObjectNode) json.get("lines").get(0).get("amount")).put("amount", "12.51");
      assertThrows(Unreadable.class, () -> new VoucherCodec().decode(json.toString()));
    }

    @Test
    void includes_a_message_without_a_tenant() {
      assertThrows(
          Unreadable.class,
          () -> new TranslateWorkCodec().decode("{\"tenant\":\" \",\"document\":\"d\"}"));
    }

    @Test
    void includes_an_event_about_nothing_that_is_known() {
      ObjectNode event = new SourceEventCodec().toJson(new Arbitrary(1).event());
      for (String subject : List.of("{}", "[]", "null", "{\"later\":{}}", "{\"form\":{}}")) {
        event.set("subject", Json.read("[" + subject + "]").get(0));
        assertThrows(
            Unreadable.class, () -> new SourceEventCodec().decode(event.toString()), subject);
      }
    }

    private io.dingledger.model.document.DocumentId document() {
      return new io.dingledger.model.document.DocumentId("d");
    }
  }

  @Test
  void money_is_written_as_text_with_its_currency() {
    String json = new VoucherCodec().encode(Samples.voucher(Samples.tenant("a"), sample()));
    assertTrue(json.contains("\"amount\":{\"amount\":\"12.50\",\"currency\":\"CNY\"}"), json);
  }

  @Test
  void the_schedule_ticks_the_patrol() {
    assertEquals(new PatrolWork.Tick(), new PatrolWorkCodec().decode("{\"tick\":true}"));
    assertEquals(
        new PatrolWork.Round(Samples.tenant("acme")),
        new PatrolWorkCodec().decode("{\"tenant\":\"acme\"}"));
  }

  @Test
  void equal_values_give_equal_texts() {
    for (int seed = 0; seed < 50; seed++) {
      assertEquals(
          new VoucherCodec().encode(new Arbitrary(seed).voucher()),
          new VoucherCodec().encode(new Arbitrary(seed).voucher()));
    }
  }

  private static io.dingledger.model.document.DocumentId sample() {
    return new io.dingledger.model.document.DocumentId("d");
  }
}
