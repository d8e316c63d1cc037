package io.dingledger.rules.reading;

import io.dingledger.model.voucher.Dimension;
import io.dingledger.rules.RuleFinding;
import io.dingledger.rules.book.Account;
import io.dingledger.rules.book.Book;
import io.dingledger.rules.book.DimensionSource;
import io.dingledger.rules.book.Kind;
import io.dingledger.rules.book.LookupTable;
import io.dingledger.rules.book.Rule.AccountChoice;
import io.dingledger.rules.expression.Vocabulary;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds lines whose account requires a dimension that their documents never give. */
final class DimensionChecks {
  private final Context context;
  private final Book book;
  private final Set<String> empty;
  private final Map<String, Boolean> readable = new HashMap<>();

  DimensionChecks(Context context, Book book) {
    this.context = context;
    this.book = book;
    this.empty = GroupChecks.empty(book.pay().period());
  }

  void check(List<Placed.OneRule> rules) {
    for (Placed.OneRule rule : rules) {
      for (Placed.Line line : rule.lines()) {
        for (Account account : accounts(line.line().account())) {
          account.dimensions().stream()
              .filter(dimension -> !isReadable(dimension, rule))
              .forEach(dimension -> report(rule, line, account, dimension));
        }
      }
    }
  }

  private void report(Placed.OneRule rule, Placed.Line line, Account account, Dimension dimension) {
    Object[] arguments = {
      account.name(), AccountsReader.word(dimension), rule.rule().kind().word()
    };
    // Of a table's accounts this one may be meant for documents of other kinds.
    if (line.line().account() instanceof AccountChoice.ByTable) {
      context.findings().warn(line.account(), RuleFinding.DIMENSION_UNREADABLE, arguments);
    } else {
      context.findings().add(line.account(), RuleFinding.DIMENSION_UNREADABLE, arguments);
    }
  }

  private Set<Account> accounts(AccountChoice choice) {
    Set<Account> accounts = new LinkedHashSet<>();
    switch (choice) {
      case AccountChoice.Fixed(Account account) -> accounts.add(account);
      case AccountChoice.ByTable(LookupTable table) ->
          table.rows().values().stream()
              .flatMap(row -> Optional.ofNullable(book.accounts().get(row.account())).stream())
              .forEach(accounts::add);
      case AccountChoice.ByName named -> {}
    }
    return accounts;
  }

  /** A dimension that nothing gives at all has been reported. */
  private boolean isReadable(Dimension dimension, Placed.OneRule rule) {
    return readable.computeIfAbsent(
        dimension + " " + rule.rule().kind() + " " + rule.rule().eachRow(),
        any -> {
          List<DimensionSource> sources = book.dimensions().getOrDefault(dimension, List.of());
          return sources.isEmpty() || sources.stream().anyMatch(source -> isRead(source, rule));
        });
  }

  private boolean isRead(DimensionSource source, Placed.OneRule rule) {
    Kind kind = rule.rule().kind();
    Vocabulary vocabulary = rule.rule().eachRow() ? context.row(kind) : context.document(kind);
    return vocabulary.type(source.path()).isPresent()
        && !vocabulary.notMapped().contains(source.path())
        && !empty.contains(source.path());
  }
}
