package io.dingledger.rules.reading;

import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * A text of the rule book with its place.
 *
 * @param text the text
 * @param node where it stands
 */
record Word(String text, ScalarNode node) {}
