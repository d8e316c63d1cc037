package io.dingledger.model.document;

import java.time.LocalDate;

/**
 * What every source document has.
 *
 * @param id its identifier within the tenant
 * @param businessId the approval number that people see
 * @param title its title
 * @param originator who started it, as known at translation
 * @param department that person's department, as known at translation
 * @param businessDate the day it was approved, in the tenant's zone
 */
public record DocumentHeader(
    DocumentId id,
    String businessId,
    String title,
    Person originator,
    Department department,
    LocalDate businessDate) {}
