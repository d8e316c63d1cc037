package io.dingledger.platform.store;

import java.util.List;
import java.util.Optional;

/**
 * A part of a longer list.
 *
 * @param items the items of this page
 * @param cursor opaque; give it back to get the next page; empty on the last one
 */
public record Page<T>(List<T> items, Optional<String> cursor) {}
