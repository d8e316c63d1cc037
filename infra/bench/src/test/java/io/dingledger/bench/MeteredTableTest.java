package io.dingledger.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.platform.store.Condition;
import io.dingledger.platform.store.Index;
import io.dingledger.platform.store.Item;
import io.dingledger.platform.store.Key;
import io.dingledger.platform.store.MemoryTable;
import io.dingledger.platform.store.Write;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Units as DynamoDB's documentation counts them. */
class MeteredTableTest {
  private static final Key PLACE = new Key("T#corp#D#d", "record");

  private final MeteredTable table = new MeteredTable(new MemoryTable());

  private static Item item(int bytes) {
    return Item.at(PLACE).with("text", "x".repeat(bytes));
  }

  private static Item listed(String state, String at) {
    return Item.at(PLACE)
        .with(Index.LIST.partitionAttribute(), state)
        .with(Index.LIST.sortAttribute(), at);
  }

  private String spent(Runnable what) {
    Units before = table.units();
    what.run();
    return table.units().minus(before).inWords();
  }

  private void put(Item item, Condition condition) {
    table.write(List.of(new Write.Put(item, condition)));
  }

  private void put(Item item) {
    put(item, Condition.NONE);
  }

  @Nested
  class AWrite {
    @Test
    void countsEachBegunKilobyteOfTheLargerOfOldAndNew() {
      assertEquals("0.0 reads, 1 writes, due 0, list 0", spent(() -> put(item(900))));
      assertEquals("0.0 reads, 3 writes, due 0, list 0", spent(() -> put(item(2100))));
      assertEquals("0.0 reads, 3 writes, due 0, list 0", spent(() -> put(item(10))));
    }

    @Test
    void inATransactionCountsTwice() {
      Item other = Item.at(new Key("T#corp#D#d", "raw")).with("text", "x");
      List<Write> both =
          List.of(new Write.Put(item(10), Condition.NONE), new Write.Put(other, Condition.NONE));
      assertEquals("0.0 reads, 4 writes, due 0, list 0", spent(() -> table.write(both)));
    }

    @Test
    void thatIsRefusedCountsButMovesNoLine() {
      put(listed("A", "1"));
      assertEquals(
          "0.0 reads, 1 writes",
          spent(() -> put(listed("B", "1"), Condition.ABSENT)).split(", d")[0]);
      assertEquals(1, table.units().lines().get(Index.LIST));
    }
  }

  @Nested
  class ALineOfAnIndex {
    @Test
    void costsOneToComeTwoToMoveAndNothingToStay() {
      assertEquals("0.0 reads, 1 writes, due 0, list 1", spent(() -> put(listed("A", "1"))));
      assertEquals("0.0 reads, 1 writes, due 0, list 0", spent(() -> put(listed("A", "1"))));
      assertEquals("0.0 reads, 1 writes, due 0, list 2", spent(() -> put(listed("A", "2"))));
      assertEquals("0.0 reads, 1 writes, due 0, list 2", spent(() -> put(listed("B", "2"))));
      assertEquals("0.0 reads, 1 writes, due 0, list 1", spent(() -> put(item(1))));
    }
  }

  @Nested
  class ARead {
    @Test
    void countsEachBegunFourKilobytesAndWhatIsNotThere() {
      assertEquals(2, read(() -> table.get(PLACE)));
      put(item(5000));
      assertEquals(4, read(() -> table.get(PLACE)));
      assertEquals(4, read(() -> table.query(PLACE.partition(), "")));
      assertEquals(6, read(() -> table.getAll(List.of(PLACE, new Key("p", "none")))));
    }

    @Test
    void throughAnIndexCostsHalf() {
      assertEquals(1, read(() -> table.queryIndex(Index.DUE, "D", Optional.empty(), false, 9)));
    }

    private long read(Runnable what) {
      long before = table.units().halfReads();
      what.run();
      return table.units().halfReads() - before;
    }
  }

  @Test
  void eachRequestIsToldOnceWithoutWhoseItIs() {
    put(item(1));
    List<String> told = table.requests();
    assertEquals(1, told.size());
    assertTrue(told.getFirst().startsWith("put "), told::toString);
    assertTrue(!told.getFirst().contains("corp"), told::toString);
    assertEquals(List.of(), table.requests());
  }
}
