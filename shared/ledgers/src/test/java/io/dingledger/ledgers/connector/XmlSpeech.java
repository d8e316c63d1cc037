package io.dingledger.ledgers.connector;

import io.dingledger.ledgers.conformance.LedgerUnderTest.Request;
import io.dingledger.ledgers.conformance.LedgerUnderTest.Trouble;
import io.dingledger.ledgers.conformance.StandInServer.Call;
import io.dingledger.ledgers.conformance.StandInServer.Reply;
import io.dingledger.ledgers.connector.StandInBooks.Booked;
import io.dingledger.ledgers.connector.StandInBooks.Line;
import io.dingledger.ledgers.connector.StandInBooks.Refusal;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** An invented XML interface in GBK with a user, where lines have a side (借, 贷). */
final class XmlSpeech implements ConnectorStandIn.Speech {
  static final String BODY =
      """
      <?xml version="1.0" encoding="GBK"?>
      <v:voucher xmlns:v="urn:example:voucher" book="{{const.book}}">
        <key>{{key}}</key><date>{{date}}</date><memo>{{summary}}</memo>
        <rows>{{#lines}}<row no="{{line.number}}"><account>{{line.account}}</account>
          <dept>{{line.department}}</dept><memo>{{line.summary}}</memo><side>{{line.side}}</side>
          <amount>{{line.amount}}</amount><fc>{{line.foreignAmount}}</fc></row>{{/lines}}</rows>
      </v:voucher>
      """;

  private static final String PASSWORD = "pass-71ae40c2";
  private static final String USER =
      "Basic "
          + Base64.getEncoder()
              .encodeToString(("dingledger:" + PASSWORD).getBytes(StandardCharsets.UTF_8));

  private final StandInBooks books;

  XmlSpeech(StandInBooks books) {
    this.books = books;
  }

  @Override
  public Map<String, String> settings(URI address) {
    Map<String, String> settings = new HashMap<>();
    settings.put("url", address + "/ws/voucher");
    settings.put("userName", "dingledger");
    settings.put("constants", "book=001");
    settings.put("format", "xml");
    settings.put("charset", "GBK");
    settings.put("body", BODY);
    settings.put("debitWord", "借");
    settings.put("creditWord", "贷");
    settings.put("successTests", "/result/flag equals 1");
    settings.put("idPointer", "/result/voucher/@id");
    settings.put("numberPointer", "/result/voucher/@number");
    settings.put("wordsPointer", "/result/words");
    settings.put("closedPeriodTests", "/result/words contains 已结账");
    settings.put("configTests", "/result/words starts-with 账套");
    settings.put("refusalTests", "/result/flag equals 0");
    settings.put("lookup", "post");
    settings.put("lookupUrl", address + "/ws/query");
    settings.put("lookupBody", "<query book=\"001\"><key>{{key}}</key></query>");
    settings.put("lookupSuccessTests", "/result/flag equals 1");
    settings.put("rowsPointer", "/result/rows/row");
    settings.put("rowKeyPointer", "/key");
    settings.put("rowIdPointer", "/@id");
    settings.put("rowNumberPointer", "/@number");
    settings.put("lineAccountPointer", "/account");
    settings.put("lineSidePointer", "/side");
    settings.put("lineAmountPointer", "/amount");
    settings.put("readTimeoutSeconds", "3");
    return settings;
  }

  @Override
  public Map<String, String> secrets() {
    return Map.of("password", PASSWORD);
  }

  @Override
  public Optional<Request> errand(Call call) {
    return Optional.of(call.path().endsWith("query") ? Request.ASK : Request.SEND);
  }

  @Override
  public Reply answer(Call call) {
    if (!call.headers().getOrDefault("authorization", "").equals(USER)) {
      return new Reply(401, "text/plain", "Unauthorized", Map.of());
    }
    Element request = root(call.body());
    if (!request.getAttribute("book").equals("001")) {
      return refused("账套不存在");
    }
    return call.path().endsWith("query") ? told(text(request, "key")) : taken(request);
  }

  @Override
  public Reply trouble(Trouble trouble, Call call) {
    return trouble == Trouble.REFUSED_AS_UNBALANCED
        ? refused("借贷不平")
        : reply("<flag>-1</flag><words>数据库异常</words>");
  }

  private Reply taken(Element request) {
    List<Line> lines = new ArrayList<>();
    NodeList rows = request.getElementsByTagName("row");
    for (int place = 0; place < rows.getLength(); place++) {
      Element row = (Element) rows.item(place);
      BigDecimal amount = new BigDecimal(text(row, "amount"));
      boolean debit = text(row, "side").equals("借");
      lines.add(
          new Line(
              text(row, "account"),
              text(row, "dept"),
              debit ? amount : BigDecimal.ZERO,
              debit ? BigDecimal.ZERO : amount));
    }
    Optional<Refusal> refusal =
        books.refusal(YearMonth.from(LocalDate.parse(text(request, "date"))), lines);
    if (refusal.isPresent()) {
      return refused(refusal.get() == Refusal.CLOSED ? "会计期间已结账" : "内容有误");
    }
    Booked booked = books.book(text(request, "key"), lines);
    return reply(
        "<flag>1</flag><voucher id=\"%s\" number=\"%s\"/>".formatted(booked.id(), booked.number()));
  }

  private Reply told(String key) {
    StringBuilder rows = new StringBuilder("<flag>1</flag><rows>");
    for (Booked booked : books.held(key)) {
      for (Line line : booked.lines()) {
        boolean debit = line.debit().signum() != 0;
        rows.append("<row id=\"%s\" number=\"%s\">".formatted(booked.id(), booked.number()))
            .append("<key>%s</key><account>%s</account>".formatted(key, line.account()))
            .append("<side>%s</side><amount>".formatted(debit ? "借" : "贷"))
            .append((debit ? line.debit() : line.credit()).toPlainString())
            .append("</amount></row>");
      }
    }
    return reply(rows.append("</rows>").toString());
  }

  private static Reply refused(String words) {
    return reply("<flag>0</flag><words>" + words + "</words>");
  }

  private static Reply reply(String inside) {
    String body = "<?xml version=\"1.0\" encoding=\"GBK\"?><result>" + inside + "</result>";
    return new Reply(200, "text/xml; charset=GBK", body, Map.of());
  }

  private static String text(Element parent, String name) {
    return parent.getElementsByTagName(name).item(0).getTextContent().strip();
  }

  private static Element root(String body) {
    try {
      Document document =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(new InputSource(new StringReader(body.strip())));
      return document.getDocumentElement();
    } catch (ParserConfigurationException | SAXException | IOException notXml) {
      throw new IllegalArgumentException(notXml);
    }
  }
}
