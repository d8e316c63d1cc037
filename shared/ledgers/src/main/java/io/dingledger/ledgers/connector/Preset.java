package io.dingledger.ledgers.connector;

import java.util.Map;

/** Settings that a named template fills in; what the tenant enters himself goes before them. */
final class Preset {
  /**
   * The fields seen in one customer's web service for Inspur (浪潮), their uneven spelling included.
   * Inspur publishes no such interface: every field is to be confirmed with the customer's own
   * document.
   */
  private static final String INSPUR =
      """
      {
        "SourceSystemCode": "{{const.sourceSystemCode}}",
        "SourceSystemName": "{{const.sourceSystemName}}",
        "BillType": "{{const.billType}}",
        "VoucherID": "{{key}}",
        "VoucherCode": "{{key}}",
        "VoucherType": "{{const.voucherType}}",
        "VoucherDate": "{{date:yyyyMMdd}}",
        "Applier": "{{const.applier}}",
        "CompanyCode": "{{const.companyCode}}",
        "CompanyName": "{{const.companyName}}",
        "Rows": [{{#lines:,}}
          {
            "VoucherRowID": "{{key}}-{{line.number}}",
            "VoucherRowNo": "{{line.number}}",
            "BusinessDate": "{{date:yyyyMMdd}}",
            "Abstact": "{{line.summary}}",
            "Direction": "{{line.side}}",
            "SubjectCode": "{{line.account}}",
            "Currency": "{{currency}}",
            "Amount": {{line.amount}},
            "RelatedCompany": "{{line.customer}}{{line.supplier}}",
            "ProjectCode": "{{line.project}}",
            "DeptmentCode": "{{line.department}}",
            "StaffCode": "{{line.employee}}",
            "DESC1": "{{key}}"
          }{{/lines}}
        ]
      }
      """;

  private static final Map<String, Map<String, String>> BY_NAME =
      Map.of(
          "own",
          Map.of(),
          "inspur",
          Map.of("body", INSPUR, "format", "json", "debitWord", "1", "creditWord", "2"));

  private Preset() {}

  /** What the template of this name fills in. */
  static Map<String, String> of(String name) {
    return BY_NAME.getOrDefault(name, Map.of());
  }

  /** Whether there is a template of this name. */
  static boolean isKnown(String name) {
    return BY_NAME.containsKey(name);
  }
}
