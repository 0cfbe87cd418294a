package kept.api;

import static java.time.Duration.ofHours;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import kept.conversations.Channel;
import kept.conversations.ConversationId;
import kept.conversations.Draft;
import kept.conversations.Incoming;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// The whole path of a promise, driven by a program alone.
class ApiStoryEdgeTest {
  private static final String CHUCK = """
      {"email": "chuck.alvarez@example.com", "name": "Chuck Alvarez", "matter": "The 42-inch TV came cracked"}""";
  private static final Wire wire = new Wire();
  private final String token = wire.token();

  @AfterAll
  static void close() {
    wire.close();
  }

  @Test
  void aScriptKeepsAPromiseFromTheFirstWordToSorted() {
    var conversation = opened();
    says(conversation, "{\"kind\": \"note\", \"words\": \"He bought two sets in March.\"}");
    var reply = says(conversation, "{\"kind\": \"reply\", \"words\": \"We swap it today.\"}");
    assertThat(reply.get("delivery").get("state").asString()).isEqualTo("queued");

    var promise = promised(conversation, wire.clock.in(ofHours(3)));
    assertThat(promise.get("keeper").asString()).isEqualTo(wire.shop.tomas.toString());
    assertThat(promise.get("second").asString()).isEqualTo(wire.shop.edie.toString());

    posted(
        "/conversations/" + conversation + "/recap",
        "{\"understood\": \"The TV is cracked.\"}",
        201);
    var id = promise.get("id").asString();
    var kept = posted("/promises/" + id + "/keeping", "", 200);
    assertThat(kept.get("state").asString()).isEqualTo("kept");
    assertThat(kept.get("broken_at").isNull()).isTrue();

    posted("/conversations/" + conversation + "/asking", "", 201);
    var waiting = wire.get(token, "/conversations/" + conversation).json();
    assertThat(waiting.get("state").asString()).isEqualTo("waiting");
    assertThat(waiting.get("resolved_at").asString()).endsWith("Z");

    var directions =
        wire.get(token, "/conversations/" + conversation + "/messages").json();
    assertThat(directions.get("items").valueStream().map(m -> m.get("direction").asString()))
        .containsExactly("note", "outbound", "outbound", "outbound");
  }

  @Test
  void anAlarmSaysWhoWasToldAndWhen() {
    var promise = promised(opened(), wire.clock.in(ofHours(4)));
    var alarms = "/promises/" + promise.get("id").asString() + "/alarms";
    var nudge = wire.get(token, alarms).json().get("items").get(0);
    assertThat(nudge.get("step").asString()).isEqualTo("nudge");
    assertThat(nudge.get("told")).isEmpty();

    wire.clock.set(Instant.parse(nudge.get("at").asString()));

    var told = Wait.until(
        () -> wire.get(token, alarms).json().get("items").get(0).get("told"), t -> !t.isEmpty());
    assertThat(told.valueStream().map(t -> t.get("agent").asString()))
        .containsOnly(wire.shop.tomas.toString());
    assertThat(told.valueStream().map(t -> t.get("channel").asString()))
        .containsExactlyInAnyOrder("desk", "mail");
  }

  @Test
  void aNewTimeTellsTheCustomerAndStaysWritten() {
    var conversation = opened();
    var promise = promised(conversation, wire.clock.in(ofHours(3)));
    var at = "/promises/" + promise.get("id").asString();
    var due = wire.clock.in(ofHours(5));

    var moved = posted(
        at + "/new-time", "{\"due_at\": \"%s\", \"words\": \"Five it is.\"}".formatted(due), 200);

    var time = moved.get("new_times").get(0);
    assertThat(moved.get("due_at").asString()).isEqualTo(due.toString());
    assertThat(time.get("from_due").asString()).isEqualTo(promise.get("due_at").asString());
    var words = wire.get(token, "/conversations/" + conversation + "/messages").json();
    assertThat(words.get("items").get(0).get("id").asString())
        .isEqualTo(time.get("told_in").asString());
  }

  @Test
  void aNewTimeThatWasWrittenForAnotherDueTimeMovesNothing() {
    var promise = promised(opened(), wire.clock.in(ofHours(3)));
    var at = "/promises/" + promise.get("id").asString();
    var body = "{\"due_at\": \"%s\", \"words\": \"Five.\", \"from_due\": \"%s\"}";
    var due = wire.clock.in(ofHours(5));

    var moved =
        posted(at + "/new-time", body.formatted(due, promise.get("due_at").asString()), 200);
    var late = wire.post(
        token,
        at + "/new-time",
        body.formatted(wire.clock.in(ofHours(6)), promise.get("due_at").asString()));

    assertThat(moved.get("due_at").asString()).isEqualTo(due.toString());
    assertThat(late.status()).isEqualTo(422);
    assertThat(late.json().get("detail").asString()).contains("It is due at " + due + " by now.");
  }

  @Test
  void aPromiseIsHandedOnPutAtRiskAndLetGo() {
    var promise = promised(opened(), wire.clock.in(ofHours(3)));
    var at = "/promises/" + promise.get("id").asString();

    var risky = posted(at + "/risk", "{\"reason\": \"The van has a flat tyre.\"}", 200);
    var handed = posted(at + "/keeper", "{\"agent\": \"%s\"}".formatted(wire.shop.dana), 200);
    var released = posted(at + "/release", "{\"reason\": \"He took the refund.\"}", 200);
    var again = wire.post(token, at + "/release", "{\"reason\": \"Twice.\"}");

    assertThat(risky.get("risk_reason").asString()).isEqualTo("The van has a flat tyre.");
    assertThat(handed.get("keeper").asString()).isEqualTo(wire.shop.dana.toString());
    assertThat(released.get("state").asString()).isEqualTo("released");
    assertThat(again.status()).isEqualTo(422);
    assertThat(again.json().get("detail").asString()).contains("an ending is final");
  }

  @Test
  void aLatePromiseIsBrokenAndCanStillBeKept() {
    var promise = promised(opened(), wire.clock.in(ofHours(3)));
    var at = "/promises/" + promise.get("id").asString();

    wire.clock.advance(ofHours(3).plusSeconds(1));

    var broken =
        Wait.until(() -> wire.get(token, at).json(), p -> !p.get("broken_at").isNull());
    assertThat(broken.get("state").asString()).isEqualTo("open");
    assertThat(broken.get("broken_at").asString())
        .isEqualTo(promise.get("due_at").asString());
    assertThat(posted(at + "/keeping", "{}", 200).get("state").asString()).isEqualTo("kept");
  }

  @Test
  void conversationsAreFoundByWordMatterNameAndState() {
    var conversation = posted("/conversations", """
        {"email": "rosa.delgado@example.com", "name": "Rosa Delgado", "matter": "A quote for a freezer",
         "words": "Rosa, the quote is on its way."}""", 201).get("id").asString();

    for (var words : new String[] {"quote way", "freez", "delgado", "Rosa"}) {
      var found = wire.get(token, "/conversations?state=open&q=" + words.replace(" ", "%20"))
          .json();
      assertThat(found.get("items").valueStream().map(c -> c.get("id").asString()))
          .as(words)
          .containsExactly(conversation);
    }
    assertThat(wire.get(token, "/conversations?state=lapsed&q=rosa").json().get("items"))
        .isEmpty();
    assertThat(wire.get(token, "/customers?q=delga").json().get("items")).hasSize(1);
  }

  @Test
  void aFileOfAMessageComesAsItsBytes() {
    var id = ConversationId.parse(opened());
    var bytes = "cracked".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    var blob = wire.rooms.blobs.store(bytes);
    var file = new Draft.NewFile(blob, "the \"crack\"\r\n.jpg", "image/jpeg", null, bytes.length);
    var draft = new Draft("Look.", null, null, List.of(file));
    wire.rooms.messages.receive(id, Incoming.of(Channel.EMAIL, wire.clock.instant(), draft));

    var message = wire.get(token, "/conversations/" + id + "/messages")
        .json()
        .get("items")
        .get(0);
    var attachment = message.get("attachments").get(0);
    var reply = wire.get(token, "/attachments/" + attachment.get("id").asString());

    assertThat(reply.whole().body()).isEqualTo(bytes);
    assertThat(reply.header("Content-Type")).isEqualTo("image/jpeg");
    assertThat(reply.header("Content-Disposition"))
        .isEqualTo("attachment; filename*=UTF-8''the%20%22crack%22%0D%0A.jpg");
  }

  @Test
  void aConversationIsHandedOverToWhoeverIsHereAndMayOpenIt() {
    var at = "/conversations/" + opened() + "/handing-over";

    var over = posted(at, "{\"agent\": \"%s\"}".formatted(wire.shop.edie), 200);
    var helper = wire.post(token, at, "{\"agent\": \"%s\"}".formatted(wire.shop.tomas));
    var nobody = wire.post(token, at, "{\"agent\": \"01937e1c-52aa-7d80-8a6e-0c2d3c1b9a41\"}");

    assertThat(over.get("agent").asString()).isEqualTo(wire.shop.edie.toString());
    assertThat(helper.status()).isEqualTo(422);
    assertThat(helper.json().get("detail").asString())
        .startsWith("A helper sees promises but no conversations.");
    assertThat(nobody.status()).isEqualTo(400);
    assertThat(nobody.json().get("field").asString()).isEqualTo("agent");
  }

  @Test
  void whatWeHoldOfACustomerIsTold() {
    var customer = posted("/conversations", CHUCK, 201).get("customer").asString();

    var whole = wire.get(token, "/customers/" + customer).json();

    assertThat(whole.get("name").asString()).isEqualTo("Chuck Alvarez");
    assertThat(whole.get("identities").get(0).get("value").asString())
        .isEqualTo("chuck.alvarez@example.com");
  }

  private String opened() {
    return posted("/conversations", CHUCK, 201).get("id").asString();
  }

  private JsonNode says(String conversation, String json) {
    return posted("/conversations/" + conversation + "/messages", json, 201);
  }

  private JsonNode promised(String conversation, Instant due) {
    wire.clock.advance(Duration.ofSeconds(1));
    return posted("/promises", """
        {"conversation": "%s", "what": "Swap the cracked TV", "kind": "replacement", "keeper": "%s", "due_at": "%s"}""".formatted(conversation, wire.shop.tomas, due), 201);
  }

  private JsonNode posted(String path, String json, int status) {
    var reply = wire.post(token, path, json);
    assertThat(reply.status()).as(path + " " + reply.json()).isEqualTo(status);
    return reply.json();
  }
}
