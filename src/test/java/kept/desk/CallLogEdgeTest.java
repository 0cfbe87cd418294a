package kept.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.regex.Pattern;
import kept.TestBrowser;
import kept.TestKept;
import kept.conversations.Direction;
import kept.phone.Carrier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Somebody writes down what was said on their mobile.
class CallLogEdgeTest {
  private static final Pattern KEY = Pattern.compile("name=\"key\" value=\"([^\"]+)\"");
  private static final Pattern HEARD = Pattern.compile("name=\"promise\" value=\"([^\"]+)\"");

  private final TestKept kept = new TestKept();
  private final TestBrowser priya = kept.as(kept.shop.priya);

  @AfterEach
  void close() {
    kept.close();
  }

  @Test
  void standsOnTheTimelineAndAnswersThem() {
    var tv = kept.shop.crackedTv();
    assertThat(priya.get("/c/" + tv.id()).body()).contains("/c/" + tv.id() + "/calls/new");

    var saved = log("/c/" + tv.id(), "minutes", "10", "note", "Home on Thursday");

    assertThat(TestBrowser.leadsTo(saved)).isEqualTo("/c/" + tv.id());
    var call = kept.rooms.calls.page(null, 10).getFirst();
    assertThat(call.carrier()).isEqualTo(Carrier.HAND);
    assertThat(call.agent()).isEqualTo(kept.shop.priya);
    assertThat(priya.get("/c/" + tv.id()).body())
        .contains("rang and talked with you, 10 min, written down by hand", "Home on Thursday");
    assertThat(kept.rooms.conversations.get(tv.id()).waitingSince()).isNull();
  }

  @Test
  void aSecondTapWritesItOnce() {
    var tv = kept.shop.crackedTv();
    var key = KEY.matcher(priya.get("/c/" + tv.id() + "/calls/new").body());
    assertThat(key.find()).isTrue();

    for (int twice = 0; twice < 2; twice++)
      log("/c/" + tv.id(), "minutes", "2", "key", key.group(1));

    assertThat(kept.rooms.calls.page(null, 10)).hasSize(1);
  }

  @Test
  void aPromiseInItIsHeardAndMadeWhenItIsMeant() {
    var tv = kept.shop.crackedTv();
    var note = "I'll call you back by 4 pm";
    var asked = log("/c/" + tv.id(), "minutes", "2", "note", note);
    assertThat(asked.statusCode()).isEqualTo(422);
    assertThat(kept.rooms.calls.page(null, 10)).isEmpty();
    var heard = HEARD.matcher(asked.body());
    assertThat(heard.find()).isTrue();

    log(
        "/c/" + tv.id(),
        "minutes",
        "2",
        "note",
        note,
        "heard_asked",
        "on",
        "promise",
        heard.group(1));

    var promise = kept.rooms.promises.to(tv.customer()).getFirst();
    assertThat(promise.keeper()).isEqualTo(kept.shop.priya);
    assertThat(kept.rooms.shop.time().time(promise.dueAt())).isEqualTo("4:00 pm");
  }

  @Test
  void whatIsNotMeantIsNoPromise() {
    var tv = kept.shop.crackedTv();

    log("/c/" + tv.id(), "minutes", "2", "note", "I'll call you back by 4 pm", "heard_asked", "on");

    assertThat(kept.rooms.promises.to(tv.customer())).isEmpty();
    assertThat(kept.rooms.calls.page(null, 10)).hasSize(1);
  }

  @Test
  void fromAPersonItOpensAMatterWhereThereIsNone() {
    var luis = kept.shop.customer("Luis Ortega", "luis@example.com");
    assertThat(priya.get("/people/" + luis.id()).body()).contains("Log a call");

    log("/people/" + luis.id(), "direction", "outbound", "minutes", "30");

    var call = kept.rooms.calls.page(null, 10).getFirst();
    assertThat(call.direction()).isEqualTo(Direction.OUTBOUND);
    assertThat(kept.rooms.conversations.get(call.conversation()).matter()).isEqualTo("A call");
    assertThat(priya.get("/c/" + call.conversation()).body()).contains("called Luis, 30 min");
  }

  @Test
  void withoutMinutesItIsNotSaved() {
    var tv = kept.shop.crackedTv();

    assertThat(log("/c/" + tv.id(), "note", "Home on Thursday").body())
        .contains("Say how many minutes it was.", "value=\"Home on Thursday\"");
    assertThat(kept.as(kept.shop.tomas).get("/c/" + tv.id() + "/calls/new").statusCode())
        .isEqualTo(403);
  }

  private HttpResponse<String> log(String of, String... fields) {
    return priya.post(of + "/calls", fields);
  }
}
