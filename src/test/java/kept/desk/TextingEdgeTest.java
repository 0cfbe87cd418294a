package kept.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import kept.TestBrowser;
import kept.TestKept;
import kept.conversations.Channel;
import kept.conversations.Conversation;
import kept.conversations.Draft;
import kept.conversations.Incoming;
import kept.conversations.Message;
import kept.customers.Customers.Approach;
import kept.customers.IdentityKind;
import kept.customers.VerificationLevel;
import kept.texts.Segments;
import kept.texts.TwilioDoor;
import kept.texts.TwilioPeer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Writing by text from the desk, through the real web edge and a provider on this machine.
class TextingEdgeTest {
  private static final String CHUCK = "+14155550142";

  private final TwilioPeer twilio = new TwilioPeer();
  private final TestKept kept = new TestKept();
  private final TestBrowser priya = kept.as(kept.shop.priya);
  private final TestBrowser dana = kept.as(kept.shop.dana);

  @BeforeEach
  void setUp() {
    kept.rooms.shopTexts.set(kept.shop.dana, twilio.account(), TwilioPeer.TOKEN);
  }

  @AfterEach
  void close() {
    kept.close();
    twilio.close();
  }

  @Test
  void whoTextedIsAnsweredByText() throws Exception {
    var tv = textFrom("Is it there yet?");
    var page = priya.get("/c/" + tv.id()).body();
    assertThat(page)
        .contains("value=\"text\" checked", "to (415) 555-0142")
        .doesNotContain("value=\"email\"");
    send(tv, page, "channel", "text", "words", "It’s on the van.");

    assertThat(twilio.next()).containsEntry("To", CHUCK).containsEntry("Body", "It's on the van.");
    assertThat(last(tv).channel()).isEqualTo(Channel.TEXT);
    assertThat(last(tv).words()).isEqualTo("It’s on the van.");
    assertThat(kept.rooms.conversations.get(tv.id()).waitingSince()).isNull();
  }

  @Test
  void whatBecameOfItStandsOnTheMessage() throws Exception {
    var tv = textFrom("Is it there yet?");
    send(tv, priya.get("/c/" + tv.id()).body(), "channel", "text", "words", "On the van.");
    var text = twilio.next();
    waits("it is sent", () -> priya.get("/c/" + tv.id()).body().contains("Sent 9:00"));

    twilio.reports(text, "delivered", "");
    assertThat(priya.get("/c/" + tv.id()).body()).contains("Sent 9:00, delivered");
  }

  @Test
  void oneThatDidNotArriveCanGoByMailInstead() throws Exception {
    var tv = textFrom("Is it there yet?");
    kept.rooms.customers.addIdentity(
        kept.shop.dana,
        tv.customer(),
        new Approach(
            IdentityKind.EMAIL,
            "chuck@example.com",
            null,
            "told us",
            VerificationLevel.UNKNOWN,
            false));
    send(tv, priya.get("/c/" + tv.id()).body(), "channel", "text", "words", "On the van.");
    var text = twilio.next();
    waits("it is sent", () -> priya.get("/c/" + tv.id()).body().contains("Sent 9:00"));
    twilio.reports(text, "undelivered", "30003");

    var page = priya.get("/c/" + tv.id()).body();
    assertThat(page).contains("Not delivered. Their phone can’t be reached", "Email instead");
    var instead = Pattern.compile("action=\"([^\"]+/sending\\?to=[^\"]+)\"").matcher(page);
    assertThat(instead.find()).isTrue();
    priya.post(instead.group(1));
    assertThat(last(tv).channel()).isEqualTo(Channel.EMAIL);
  }

  @Test
  void aTextThatIsTooLongStaysWhereItIs() {
    var tv = textFrom("Is it there yet?");
    var answer = send(
        tv, priya.get("/c/" + tv.id()).body(), "channel", "text", "words", "word ".repeat(200));

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("That is 7 parts, and a text has at most 6.");
    assertThat(twilio.asked()).isZero();
  }

  @Test
  void partsAreCountedWhileItIsWritten() {
    var tv = textFrom("Is it there yet?");
    var hearing = "/c/" + tv.id() + "/hearing";
    var asks = kept.as(kept.shop.priya).header("HX-Request", "true");

    assertThat(asks.post(hearing, "channel", "text", "words", "a".repeat(160)).body())
        .doesNotContain("parts");
    assertThat(asks.post(hearing, "channel", "text", "words", "a".repeat(161)).body())
        .contains("2 parts as a text, room for 145 more letters");
    assertThat(asks.post(hearing, "channel", "email", "words", "a".repeat(161)).body())
        .doesNotContain("parts");
  }

  @Test
  void aRecapToWhoHasNoMailIsOnePartWithItsLink() throws Exception {
    var tv = textFrom("Is it there yet?");
    send(
        tv,
        priya.get("/c/" + tv.id()).body(),
        "channel",
        "text",
        "words",
        "",
        "then",
        "recap",
        "understood",
        "The TV is cracked.",
        "promise_what",
        "Swap the cracked TV",
        "promise_kind",
        "replacement",
        "promise_when",
        "2026-11-24T17:00",
        "promise_keeper",
        kept.shop.edie.toString());
    var body = twilio.next().get("Body");

    assertThat(body)
        .contains("promised: swap the cracked TV by 5:00 pm, Edie is on it. Priya")
        .containsPattern("http://localhost:\\d+/p/[\\w-]{22}$");
    var link = body.substring(body.indexOf("/p/"));
    assertThat(kept.stranger().get(link).body()).contains("swap the cracked TV");
    kept.stranger().post(link + "/sorted");
    assertThat(kept.rooms.customers.knowledgeOf(tv.customer()).last(IdentityKind.PHONE))
        .hasValueSatisfying(
            phone -> assertThat(phone.level()).isEqualTo(VerificationLevel.VERIFIED));
    assertThat(Segments.of(Segments.plainly(body)).parts()).isEqualTo(1);
  }

  @Test
  void whoStoppedIsOfferedNoText() throws Exception {
    var tv = textFrom("Is it there yet?");
    twilio.brings(kept.at(TwilioDoor.IN), "SM1", CHUCK, "STOP");
    waits("it is filed", () -> last(tv).words().equals("STOP"));

    assertThat(priya.get("/c/" + tv.id()).body()).doesNotContain("value=\"text\"");
  }

  @Test
  void theOwnerSetsTextsUpAndTestsThem() throws Exception {
    kept.rooms.shopTexts.remove(kept.shop.dana);
    assertThat(dana.get("/settings/texts").body()).contains("Nobody can text you yet.");
    var wrong = dana.post(
        "/settings/texts",
        "base_url",
        "http://example.com",
        "account",
        "AC1",
        "number",
        "+14155550100",
        "token",
        "t");
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body()).contains("begin with https://", "AC1").doesNotContain("value=\"t\"");

    dana.post(
        "/settings/texts",
        "base_url",
        twilio.url(),
        "account",
        TwilioPeer.ACCOUNT,
        "number",
        "+1 415 555 0100",
        "token",
        TwilioPeer.TOKEN);
    dana.post("/settings/you/mobile", "mobile", "+14155550199");
    assertThat(dana.get("/settings/texts").body())
        .contains("No text has gone out yet.", "Test it: text (415) 555-0199")
        .doesNotContain(TwilioPeer.TOKEN);
    dana.post("/settings/texts/test");

    assertThat(twilio.next()).containsEntry("To", "+14155550199");
    waits("it is told", () -> dana.get("/settings/texts").body().contains("The test went out"));
    assertThat(dana.get("/settings/texts").body()).contains("The last text went out");
    assertThat(priya.get("/settings/texts").statusCode()).isEqualTo(403);
  }

  @Test
  void whatIsWrongWithTheAccountIsSaidInWords() throws Exception {
    kept.rooms.shopTexts.set(kept.shop.dana, twilio.account(), "a wrong one");
    dana.post("/settings/you/mobile", "mobile", "+14155550199");
    dana.post("/settings/texts/test");

    waits(
        "it is told",
        () -> dana.get("/settings/texts").body().contains("know the account or its token"));
  }

  @Test
  void aProgramSetsThemUpAndNeverSeesTheToken() {
    var program = kept.program();
    var json = HttpRequest.BodyPublishers.ofString(
        "{\"base_url\": \"%s\", \"account\": \"%s\", \"token\": \"%s\", \"number\": \"%s\"}"
            .formatted(twilio.url(), TwilioPeer.ACCOUNT, TwilioPeer.TOKEN, TwilioPeer.OURS));
    var set =
        program.header("Content-Type", "application/json").send("POST", "/api/v1/texts", json);
    var read = kept.program().get("/api/v1/texts");

    assertThat(set.statusCode()).isEqualTo(200);
    assertThat(read.body()).contains("\"number\":\"+14155550100\"", "\"trouble\":null");
    assertThat(set.body() + read.body()).doesNotContain(TwilioPeer.TOKEN);
  }

  private Conversation textFrom(String words) {
    var chuck = kept.rooms.customers.recognise(new Approach(
        IdentityKind.PHONE,
        CHUCK,
        "Chuck Alvarez",
        "by text",
        VerificationLevel.RECOGNISED,
        false));
    var tv = kept.rooms.conversations.open(null, chuck.id(), "Cracked TV", Channel.TEXT);
    kept.rooms.messages.receive(
        tv.id(), Incoming.of(Channel.TEXT, kept.clock.instant(), Draft.of(words)));
    return kept.rooms.conversations.get(tv.id());
  }

  private Message last(Conversation of) {
    return kept.rooms.messages.in(of.id(), 10).getLast();
  }

  private HttpResponse<String> send(Conversation of, String page, String... fields) {
    var all = new ArrayList<>(List.of(fields));
    for (var hidden : List.of("seen", "key")) {
      all.add(hidden);
      all.add(hidden(page, hidden));
    }
    return priya.post("/c/" + of.id() + "/messages", all.toArray(String[]::new));
  }

  private static String hidden(String page, String name) {
    var value = Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(page);
    assertThat(value.find()).isTrue();
    return value.group(1);
  }

  private static void waits(String what, Supplier<Boolean> fact) throws InterruptedException {
    var until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!fact.get()) {
      assertThat(System.nanoTime()).as("waited in vain: %s", what).isLessThan(until);
      Thread.sleep(20);
    }
  }
}
