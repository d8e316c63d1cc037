package io.dingledger.ledgers.connector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.ledgers.connector.AnswerTree.Format;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerTreeTest {
  private static final String XML =
      "<?xml version=\"1.0\"?><s:Envelope xmlns:s=\"urn:s\"><s:Body><r code=\"0\">ok</r>"
          + "<row><id>1</id></row><row><id>2</id></row><none/><text> a <![CDATA[<b>]]></text>"
          + "</s:Body></s:Envelope>";

  @ParameterizedTest
  @CsvSource({
    "/Envelope/Body/r/@code, 0",
    "/Envelope/Body/r/#text, ok",
    "/Envelope/Body/row/1/id, 2",
    "/Envelope/Body/none, ''",
    "/Envelope/Body/text, a <b>"
  })
  void placesInXmlAreNamedByElementsAndAttributes(String place, String value) {
    assertEquals(value, Format.XML.tree(XML).orElseThrow().at(place).asText("missing"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "text",
        "<a>",
        "<a></b>",
        "<a/><b/>",
        "<a/>}",
        "<!DOCTYPE a><a/>",
        "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>",
        "<!DOCTYPE a [<!ENTITY x \"y\"><!ENTITY z \"&x;&x;\">]><a>&z;</a>",
        "<a>&x;</a>",
        "{\"a\":1}"
      })
  void whatIsNotWellFormedOrNamesADocumentTypeIsNotRead(String text) {
    assertEquals(Optional.empty(), Format.XML.tree(text));
  }

  @Test
  void depthIsBounded() {
    String deep = "<a>".repeat(60) + "</a>".repeat(60);
    String deeper = "<a>".repeat(10_000) + "</a>".repeat(10_000);
    assertTrue(Format.XML.tree(deep).isPresent());
    assertEquals(Optional.empty(), Format.XML.tree(deeper));
  }
}
