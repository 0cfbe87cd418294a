package kept.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import kept.team.Absence;
import kept.team.AbsenceId;
import kept.team.AbsenceKind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// It is Tuesday, 9:00 in New York; the shop is open from 8 to 18.
class OpenTimeEdgeTest {
  private static final Wire wire = new Wire();
  private static final String conversation = wire.shop.crackedTv().id().toString();
  private final String token = wire.token();

  @AfterAll
  static void close() {
    wire.close();
  }

  @Test
  void aLengthCountsTheTimeThatTheShopIsOpen() {
    var made = promise("\"due_in\": \"PT9H30M\"");

    assertThat(made.status()).isEqualTo(201);
    assertThat(made.json().get("due_at").asString()).isEqualTo("2026-11-25T13:30:00Z");
  }

  @Test
  void itIsDueAtATimeOrInALengthNotBoth() {
    var both = promise("\"due_in\": \"PT4H\", \"due_at\": \"2026-11-24T22:00:00Z\"");

    assertThat(both.status()).isEqualTo(400);
    assertThat(both.detail()).isEqualTo("Send \"due_at\" or \"due_in\", not both.");
    assertThat(promise("\"due_in\": null").detail()).contains("\"due_at\" is missing");
  }

  @Test
  void aLengthIsHoursAndMinutes() {
    for (var length :
        new String[] {"P1D", "PT0M", "-PT4H", "PT", "PT4.5H", "4 hours", "PT99999H"}) {
      var refused = promise("\"due_in\": \"" + length + "\"");

      assertThat(refused.status()).as(length).isEqualTo(400);
      assertThat(refused.detail()).contains("like PT4H30M");
    }
  }

  @Test
  void sayWhoIsElsewhereAndWhoStandsIn() {
    var made = wire.rooms.promises.make(
        wire.shop.edie,
        kept.TestShop.commitment(
            wire.rooms
                .conversations
                .find(kept.conversations.ConversationId.parse(conversation))
                .orElseThrow(),
            wire.shop.edie,
            wire.clock.in(Duration.ofHours(5))));
    var until = wire.clock.in(Duration.ofHours(3));
    wire.rooms.presence.leave(
        wire.shop.edie,
        new Absence(
            AbsenceId.next(), wire.shop.edie, AbsenceKind.AWAY, wire.clock.instant(), until));

    var agents = wire.get(token, "/agents").json().get("items");
    var promise = wire.get(token, "/promises/" + made.id()).json();

    assertThat(agents
            .valueStream()
            .filter(agent -> agent.hasNonNull("absence"))
            .map(agent -> agent.get("absence").get("until").asString()))
        .containsExactly(until.toString());
    assertThat(promise.get("keeper").asString()).isEqualTo(wire.shop.priya.toString());
    assertThat(promise.get("stands_in_for").asString()).isEqualTo(wire.shop.edie.toString());
  }

  private Wire.Reply promise(String due) {
    return wire.post(token, "/promises", """
        {"conversation": "%s", "what": "Swap the cracked TV", "kind": "replacement", %s}""".formatted(conversation, due));
  }
}
