package io.dingledger.model.document;

/**
 * An approved document that is wanted but can't be typed. It is HELD, never dropped.
 *
 * @param header what every document has
 * @param supposedKind the word of the kind that it seemed to be, empty when there is no guess
 */
public record Unrecognised(DocumentHeader header, String supposedKind) implements SourceDocument {}
