package io.dingledger.ledgers.quickbooks;

import java.util.Locale;

/** The entities of QuickBooks that lines refer to by their ids. */
enum NameKind {
  ACCOUNT("Account", "科目", "AcctNum", "FullyQualifiedName"),
  CLASS("Class", "类别", "", "FullyQualifiedName"),
  /** What QuickBooks shows as a location is a {@code Department} in its interface. */
  DEPARTMENT("Department", "地点", "", "FullyQualifiedName"),
  VENDOR("Vendor", "供应商", "AcctNum", "DisplayName"),
  CUSTOMER("Customer", "客户", "", "DisplayName"),
  EMPLOYEE("Employee", "员工", "EmployeeNumber", "DisplayName");

  private final String entity;
  private final String chinese;
  private final String numberField;
  private final String nameField;

  NameKind(String entity, String chinese, String numberField, String nameField) {
    this.entity = entity;
    this.chinese = chinese;
    this.numberField = numberField;
    this.nameField = nameField;
  }

  /** The kind that a setting names, for example {@code class}. */
  static NameKind of(String setting) {
    return valueOf(setting.toUpperCase(Locale.ROOT));
  }

  /** Its name in the interface. */
  String entity() {
    return entity;
  }

  /** What people call it, in both languages. */
  String words() {
    return chinese + " " + entity;
  }

  /** The property that {@code number}, {@code name} or {@code id} stands for. */
  String field(String by) {
    return switch (by) {
      case "number" -> numberField;
      case "id" -> "Id";
      default -> nameField;
    };
  }

  /** The property that people know it by. */
  String nameField() {
    return nameField;
  }

  /** Whether its names are those of people or companies, which are not repeated in failures. */
  boolean isPersonal() {
    return this == VENDOR || this == CUSTOMER || this == EMPLOYEE;
  }
}
