package io.dingledger.ledgers.connector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.dingledger.ledgers.http.Json;
import java.io.StringReader;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads an answer into one kind of tree, so that places in it have one notation. In XML an element
 * with elements becomes an object by their local names, repeated ones an array; attributes are
 * {@code @name}; an element with text alone is that text; beside attributes the text is {@code
 * #text}. The root's name is the first step.
 */
final class AnswerTree {
  private static final int DEEPEST = 64;

  private AnswerTree() {}

  /** The format of bodies and answers. */
  enum Format {
    JSON,
    XML;

    /** The tree of a text in this format, unless it is none. */
    Optional<JsonNode> tree(String text) {
      return this == JSON ? Json.tree(text) : xml(text);
    }

    /** How values are written in this format. */
    Escaping escaping() {
      return this == JSON ? Escaping.JSON : Escaping.XML;
    }
  }

  /** No document type is accepted, so that there are no entities to expand or to fetch. */
  private static Optional<JsonNode> xml(String text) {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    try {
      XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(text.strip()));
      ObjectNode document = Json.object();
      while (reader.hasNext()) {
        int event = reader.next();
        if (event == XMLStreamConstants.DTD) {
          return Optional.empty();
        }
        if (event == XMLStreamConstants.START_ELEMENT) {
          document.set(reader.getLocalName(), element(reader, 1));
        }
      }
      return document.isEmpty() ? Optional.empty() : Optional.of(document);
    } catch (XMLStreamException | RuntimeException notXml) {
      return Optional.empty();
    }
  }

  private static JsonNode element(XMLStreamReader reader, int depth) throws XMLStreamException {
    if (depth > DEEPEST) {
      throw new XMLStreamException("too deep");
    }
    ObjectNode children = Json.object();
    for (int place = 0; place < reader.getAttributeCount(); place++) {
      children.put("@" + reader.getAttributeLocalName(place), reader.getAttributeValue(place));
    }
    StringBuilder text = new StringBuilder();
    int event = reader.next();
    while (event != XMLStreamConstants.END_ELEMENT) {
      if (event == XMLStreamConstants.START_ELEMENT) {
        add(children, reader.getLocalName(), element(reader, depth + 1));
      } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
        text.append(reader.getText());
      }
      event = reader.next();
    }
    String words = text.toString().strip();
    if (children.isEmpty()) {
      return TextNode.valueOf(words);
    }
    return words.isEmpty() ? children : children.put("#text", words);
  }

  private static void add(ObjectNode parent, String name, JsonNode child) {
    JsonNode known = parent.get(name);
    if (known == null) {
      parent.set(name, child);
    } else if (known instanceof ArrayNode several) {
      several.add(child);
    } else {
      parent.set(name, Json.array().add(known).add(child));
    }
  }
}
