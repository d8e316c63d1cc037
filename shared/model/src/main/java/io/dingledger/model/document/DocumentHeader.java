package io.dingledger.model.document;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What every source document has. What DingTalk sent stands beside it in the store, as received.
 *
 * @param id its identifier within the tenant
 * @param businessId the approval number that people see; empty for attendance facts
 * @param title its title
 * @param originator who started it, or whose attendance it is, as known at translation
 * @param department that person's department, as known at translation
 * @param businessDate the day it was approved, or the day of attendance, in the tenant's zone
 * @param chain who approved it and when; empty for attendance facts
 * @param origins by field, where its value was found, in words, for example {@code by bizAlias
 *     startTime}
 */
public record DocumentHeader(
    DocumentId id,
    String businessId,
    String title,
    Person originator,
    Department department,
    LocalDate businessDate,
    List<ApprovalDetail.Step> chain,
    Map<String, String> origins) {
  public DocumentHeader {
    chain = List.copyOf(chain);
    origins = Collections.unmodifiableMap(new LinkedHashMap<>(origins));
  }

  /** The same header, with where the fields were found. */
  public DocumentHeader withOrigins(Map<String, String> found) {
    return new DocumentHeader(
        id, businessId, title, originator, department, businessDate, chain, found);
  }
}
