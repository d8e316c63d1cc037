package io.dingledger.rules.translation;

import io.dingledger.model.failure.Reason;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a form says, read by a form mapping.
 *
 * @param document the facts of the document as a whole, by path
 * @param rows the facts of each row by path, in order
 * @param origins by path, how the component was found that gave the value
 * @param reasons why a person must look at it
 */
record FormFacts(
    Map<String, Fact> document,
    List<Map<String, Fact>> rows,
    Map<String, String> origins,
    Set<Reason> reasons) {}
