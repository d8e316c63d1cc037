package io.dingledger.rules.translation;

import io.dingledger.model.failure.Reason;
import io.dingledger.model.voucher.Dimension;
import io.dingledger.rules.HoldReason;
import io.dingledger.rules.book.Account;
import io.dingledger.rules.book.DimensionSource;
import io.dingledger.rules.book.LookupTable;
import io.dingledger.rules.book.Rule.AccountChoice;
import io.dingledger.rules.expression.CannotEvaluate;
import io.dingledger.rules.expression.Formula;
import io.dingledger.rules.expression.Inputs;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Finds table rows, accounts and dimension codes for a document or one of its rows. */
final class Lookups {
  private Lookups() {}

  /**
   * The row of a table for these facts.
   *
   * @throws CannotEvaluate when the table has none
   */
  static LookupTable.Row row(LookupTable table, Place facts, Inputs inputs) {
    String text = facts.read(table.key(), inputs).value().plain();
    LookupTable.Row row = table.rows().get(text);
    if (row == null) {
      throw new CannotEvaluate(
          Reason.of(
              HoldReason.LOOKUP_UNKNOWN,
              facts.where().chinese(),
              facts.where().english(),
              FieldReader.shown(text),
              table.name()));
    }
    return row;
  }

  /**
   * The account of a line.
   *
   * @throws CannotEvaluate when the document names one that is not mapped
   */
  static Account account(AccountChoice choice, Place facts, Inputs inputs) {
    return switch (choice) {
      case AccountChoice.Fixed(Account account) -> account;
      case AccountChoice.ByTable(LookupTable table) ->
          mapped(row(table, facts, inputs).account(), facts);
      case AccountChoice.ByName(Formula name) ->
          mapped(name.evaluate(facts, inputs, facts.book().rounding()).value().plain(), facts);
    };
  }

  private static Account mapped(String name, Place facts) {
    Account account = facts.book().accounts().get(name);
    if (account == null) {
      throw new CannotEvaluate(
          Reason.of(
              HoldReason.ACCOUNT_UNMAPPED,
              facts.where().chinese(),
              facts.where().english(),
              FieldReader.shown(name)));
    }
    return account;
  }

  /** The codes of the dimensions that an account requires; what is missing goes to reasons. */
  static Map<Dimension, String> dimensions(
      Account account, Place facts, Inputs inputs, List<Reason> reasons) {
    Map<Dimension, String> codes = new EnumMap<>(Dimension.class);
    for (Dimension dimension : account.dimensions()) {
      List<String> tried = new ArrayList<>(1);
      Optional<String> code = Optional.empty();
      for (DimensionSource source : facts.book().dimensions().get(dimension)) {
        if (code.isEmpty()) {
          code = code(source, dimension, facts, inputs, tried);
        }
      }
      code.ifPresentOrElse(
          found -> codes.put(dimension, found),
          () -> reasons.add(missing(account, dimension, facts.where(), tried)));
    }
    return codes;
  }

  private static Reason missing(
      Account account, Dimension dimension, Where where, List<String> tried) {
    return Reason.of(
        HoldReason.DIMENSION_MISSING,
        where.chinese(),
        where.english(),
        account.name(),
        chinese(dimension),
        word(dimension),
        String.join(", ", tried));
  }

  private static Optional<String> code(
      DimensionSource source, Dimension dimension, Place facts, Inputs inputs, List<String> tried) {
    if (!facts.has(source.path())) {
      tried.add(source.path());
      return Optional.empty();
    }
    Inputs read = new Inputs();
    String value = facts.read(source.path(), read).value().plain();
    String code = source.codes().map(codes -> codes.getOrDefault(value, "")).orElse(value);
    if (code.isEmpty()) {
      tried.add(source.path() + " = " + FieldReader.shown(value));
      return Optional.empty();
    }
    String origin = read.inputs().getFirst().origin();
    inputs.add(source.path(), value, origin + " → " + word(dimension) + " " + code);
    return Optional.of(code);
  }

  private static String chinese(Dimension dimension) {
    return switch (dimension) {
      case DEPARTMENT -> "部门";
      case EMPLOYEE -> "员工";
      case PROJECT -> "项目";
      case CUSTOMER -> "客户";
      case SUPPLIER -> "供应商";
    };
  }

  private static String word(Dimension dimension) {
    return dimension.name().toLowerCase(Locale.ROOT);
  }
}
