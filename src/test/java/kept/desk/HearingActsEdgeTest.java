package kept.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import kept.TestBrowser;
import kept.TestKept;
import kept.conversations.Conversation;
import kept.conversations.Direction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// Promises heard in the composer, by a browser without scripts.
class HearingActsEdgeTest {
  private static final TestKept kept = new TestKept();
  private static final Pattern NAME = Pattern.compile("value=\"promise:([0-9a-f]{64})\"");

  private final Conversation tv = kept.shop.crackedTv();
  private final TestBrowser priya = kept.as(kept.shop.priya);
  private final String page = "/c/" + tv.id();

  @AfterAll
  static void close() {
    kept.close();
  }

  @Test
  void sendingStopsOnceForAPromise() {
    var words = "Chuck, I will ring you by 4.";

    var first = post("/messages", "words", words);

    assertThat(first.statusCode()).isEqualTo(422);
    assertThat(first.body())
        .contains("Sounds like a promise:", "Promise 4:00 pm", "Not a promise", words);
    assertThat(sent()).isZero();
    var second = post("/messages", "words", words, "heard_asked", "on");
    assertThat(second.statusCode()).isEqualTo(303);
    assertThat(sent()).isOne();
    assertThat(kept.rooms.promises.in(List.of(tv.id()))).isEmpty();
  }

  @Test
  void aHeardPromiseIsTakenIntoItsFieldsAndMadeWhenSent() {
    var words = "Chuck, I will call you by 3.";
    var name = name(post("/hearing", "words", words, "heard", "look").body());

    var taken = post("/hearing", "words", words, "heard", "promise:" + name).body();

    assertThat(taken).contains("value=\"Call back\"", "value=\"2026-11-24T15:00\"");
    assertThat(kept.rooms.promises.in(List.of(tv.id()))).isEmpty();
    var answer = post(
        "/messages",
        "words",
        words,
        "promise_what",
        "Call back",
        "promise_kind",
        "callback",
        "promise_when",
        "other",
        "promise_due",
        "2026-11-24T15:00");
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(kept.rooms.promises.in(List.of(tv.id())))
        .singleElement()
        .satisfies(promise -> assertThat(promise.what()).isEqualTo("Call back"));
  }

  @Test
  void whatIsNoPromiseNeverComesBack() {
    var words = "We will swap it tomorrow.";
    var name = name(post("/hearing", "words", words, "heard", "look").body());

    var left = post("/hearing", "words", words, "heard", "not:" + name).body();

    assertThat(left).doesNotContain("Sounds like a promise").contains(words);
    assertThat(post("/hearing", "words", "we will  SWAP it tomorrow.", "heard", "look")
            .body())
        .doesNotContain("Sounds like a promise");
    assertThat(post("/messages", "words", words, "channel", "note").statusCode())
        .isEqualTo(303);
  }

  @Test
  void aNoteIsHeardToo() {
    var answer =
        post("/messages", "channel", "note", "words", "Told Chuck we'd ring him Thursday.");

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("Sounds like a promise:");
  }

  @Test
  void aScriptGetsTheOffersAlone() {
    var script = kept.as(kept.shop.priya).header("HX-Request", "true");

    var offers =
        script.post(page + "/hearing", "words", "I'll email you the quote by noon tomorrow.");

    assertThat(offers.body())
        .contains("id=\"heard\"", "data-kind=\"information\"", "data-due=\"2026-11-25T12:00\"")
        .doesNotContain("<html");
  }

  /// Sends the form of the page with what was typed.
  private HttpResponse<String> post(String path, String... typed) {
    var form = priya.get(page).body();
    var fields = new ArrayList<>(List.of("seen", hidden(form, "seen"), "key", hidden(form, "key")));
    fields.addAll(List.of(typed));
    return priya.post(page + path, fields.toArray(String[]::new));
  }

  private static String hidden(String form, String name) {
    var field = Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(form);
    assertThat(field.find()).isTrue();
    return field.group(1);
  }

  private long sent() {
    return kept.rooms.messages.in(tv.id(), 100).stream()
        .filter(message -> message.direction() == Direction.OUTBOUND)
        .count();
  }

  private static String name(String body) {
    var found = NAME.matcher(body);
    assertThat(found.find()).isTrue();
    return found.group(1);
  }
}
