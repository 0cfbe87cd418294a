package kept.desk;

import static java.time.Duration.ofHours;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.StreamSupport;
import kept.TestKept;
import kept.TestShop;
import kept.platform.Json;
import kept.platform.push.PushService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// An alarm from its time to the phone in somebody's pocket, and what can be done with it there.
class AlarmOnThePhoneEdgeTest {
  private final PushService service = new PushService();
  private final TestKept kept = new TestKept(new TestShop(PushService.reach()));

  @AfterEach
  void close() {
    kept.close();
    service.close();
  }

  @Test
  void reachesWhoeverIsToldAndIsAnsweredThere() {
    takesAlarms();
    var promise = kept.shop.promise(kept.shop.crackedTv(), kept.shop.edie, ofHours(4));
    kept.shop.change(kept.shop.edie, edie -> edie.withSecond(kept.shop.priya));
    kept.rooms.promises.atRisk(kept.shop.edie, promise.id(), "The van broke down");

    kept.kept().clockMoved();

    var alarm = Json.read(service.next().words());
    assertThat(alarm.get("title").asString()).contains("Edie").contains("Chuck");
    assertThat(alarm.get("count").asInt()).isPositive();
    var priya = kept.as(kept.shop.priya).header("HX-Request", "true");
    assertThat(priya.get(alarm.get("path").asString()).statusCode()).isEqualTo(200);
    var take = action(alarm, "Take it");
    assertThat(priya
            .post(take.get("post").asString(), take.get("form").asString().split("="))
            .statusCode())
        .isEqualTo(200);
    assertThat(kept.rooms.promises.get(promise.id()).keeper()).isEqualTo(kept.shop.priya);
    assertThat(priya.post(action(alarm, "Kept").get("post").asString()).statusCode())
        .isEqualTo(200);
    assertThat(kept.rooms.promises.get(promise.id()).isOpen()).isFalse();
    assertThat(priya
            .get(action(alarm, "Call").get("open").asString().split("#")[0])
            .statusCode())
        .isEqualTo(200);
  }

  private void takesAlarms() {
    var token = kept.rooms.sessions.start(kept.shop.priya, "Chrome on Android");
    var session = kept.rooms.sessions.find(token).orElseThrow().session();
    var address = service.subscribe("phone");
    kept.rooms.pushSubscriptions.add(kept.shop.priya, session, address, "Chrome on Android");
  }

  private static JsonNode action(JsonNode alarm, String title) {
    return StreamSupport.stream(alarm.get("actions").spliterator(), false)
        .filter(action -> action.get("title").asString().equals(title))
        .findFirst()
        .orElseThrow();
  }
}
