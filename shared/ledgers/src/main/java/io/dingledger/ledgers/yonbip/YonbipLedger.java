package io.dingledger.ledgers.yonbip;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.ledgers.Asked;
import io.dingledger.ledgers.Attached;
import io.dingledger.ledgers.Checkup;
import io.dingledger.ledgers.Ledger;
import io.dingledger.ledgers.LedgerTools;
import io.dingledger.ledgers.MasterData;
import io.dingledger.ledgers.Sent;
import io.dingledger.ledgers.yonbip.BookQuery.Named;
import io.dingledger.model.failure.Answer;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.progress.LedgerReference;
import io.dingledger.model.tenant.LedgerConnection;
import io.dingledger.model.voucher.Voucher;
import java.time.Duration;
import java.util.List;

/**
 * YonBIP and YonSuite by their open platform: {@code queryVouchers} asks, {@code addVoucher} sends.
 *
 * <p>{@code businessId} is the vendor's own check for repeats; the key is also the external source
 * id, and stands in each line's summary, since the list of vouchers can't be filtered. A question
 * is repeated once after a refused token; an addVoucher is never repeated here.
 *
 * <p>Used by several threads.
 */
final class YonbipLedger implements Ledger {
  static final String ADD = "/yonbip/fi/ficloud/openapi/voucher/addVoucher";

  private final YonbipSettings settings;
  private final YonbipGateway gateway;
  private final VoucherSearch search;
  private final AddVoucherRequest request;
  private final BookQuery books;
  private final YonbipCheckup checkup;

  /**
   * Opens a checked connection; calls nobody yet.
   *
   * @throws IllegalArgumentException when {@code Ledgers.check} would have found a fault
   */
  YonbipLedger(LedgerConnection connection, LedgerTools tools) {
    this.settings = YonbipSettings.of(connection);
    this.gateway = new YonbipGateway(connection, settings, tools);
    this.search = new VoucherSearch(settings, gateway);
    this.request = new AddVoucherRequest(settings);
    this.books = new BookQuery(gateway);
    this.checkup = new YonbipCheckup(settings, gateway, search, books, tools.clock());
  }

  @Override
  public Checkup test() {
    return checkup.made();
  }

  /** Books only: for other master data no address is documented, or it can't tell what is open. */
  @Override
  public MasterData read(MasterData.Kind kind) {
    if (kind != MasterData.Kind.BOOK) {
      return new MasterData.NotOffered();
    }
    return switch (books.books()) {
      case Answer.Failed<List<Named>>(Failure failure) -> new MasterData.Failed(failure);
      case Answer.Got<List<Named>>(List<Named> all) ->
          new MasterData.Entries(
              all.stream()
                  .map(book -> new MasterData.Entry(book.code(), book.name(), true))
                  .toList());
    };
  }

  @Override
  public Asked ask(Voucher voucher) {
    return search.asked(voucher);
  }

  @Override
  public Sent send(Voucher voucher, Asked.Absent asked) {
    if (!asked.key().equals(voucher.key())) {
      throw new IllegalArgumentException("the answer is about another voucher");
    }
    return switch (request.body(voucher)) {
      case Answer.Failed<ObjectNode>(Failure failure) -> new Sent.Failed(failure);
      case Answer.Got<ObjectNode>(ObjectNode body) -> sent(voucher, body);
    };
  }

  @Override
  public Attached attach(LedgerReference voucher, Attached.File file) {
    return new Attached.NotOffered();
  }

  @Override
  public Duration longestSend() {
    return gateway.longestCommand();
  }

  private Sent sent(Voucher voucher, ObjectNode body) {
    return switch (gateway.command(ADD, body)) {
      case Answer.Failed<YonbipReply>(Failure failure) -> new Sent.Failed(failure);
      case Answer.Got<YonbipReply>(YonbipReply reply) ->
          AddVoucherReply.sent(reply, voucher, settings.duplicateCodes());
    };
  }
}
