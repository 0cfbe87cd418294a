package kept.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import kept.line.speech.Wav;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// Front doors as a program provisions them; every answer is held against the description.
class FrontDoorsEdgeTest {
  private static final int RATE = 8_000;
  private static final Wire wire = new Wire();
  private final String token = wire.token();

  @AfterAll
  static void close() {
    wire.close();
  }

  @Test
  void aPlanHasEverythingThatThePageHas() {
    var edie = wire.shop.edie;
    var made = wire.post(token, "/front_doors", """
            {"name": "Repairs", "plan": {
              "waves": [{"agents": ["%s"], "seconds": 8}, {"agents": [], "seconds": 16}],
              "overflow": "number", "elsewhere": "+14155550177",
              "keys": [{"digit": "1", "act": "people", "agents": ["%s"]}],
              "screening": "unknown",
              "direct": {"agent": "%s", "callers": ["+14155550142"]}}}
            """.formatted(edie, edie, wire.shop.dana));

    assertThat(made.status()).isEqualTo(201);
    assertThat(made.json().get("seconds").asInt()).isEqualTo(12);
    assertThat(made.json().get("when_busy").asInt()).isEqualTo(20);
    assertThat(made.json().get("longest").asInt()).isEqualTo(24);
    assertThat(made.json().get("names").asInt()).isEqualTo(1);
    assertThat(made.json().at("/plan/keys/0/act").asString()).isEqualTo("people");
  }

  @Test
  void aSecondLevelOfKeysIsRefusedWithTheReason() {
    var refused = wire.post(token, "/front_doors", """
            {"name": "A maze", "plan": {"keys": [{"digit": "1", "act": "people", "keys": []}]}}
            """);

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.detail()).contains("one key away at most");
  }

  @Test
  void aGreetingIsBroughtAsAWavAndTakenAway() {
    var id = wire.post(token, "/front_doors", "{\"name\": \"The shop\"}").json().get("id");
    var path = "/front_doors/" + id.asString() + "/greetings";
    var wav = BodyPublishers.ofByteArray(Wav.ulaw(new short[4 * RATE]));

    var greeted = wire.send(
        "POST", token, path + "?which=closed&words=Closed.", wav, "Content-Type", "audio/wav");
    assertThat(greeted.status()).isEqualTo(200);
    assertThat(greeted.json().at("/plan/greetings/closed/seconds").asDouble()).isEqualTo(4);
    assertThat(greeted.json().at("/plan/greetings/closed/words").asString()).isEqualTo("Closed.");

    var silent = wire.send("POST", token, path + "?which=closed", null);
    assertThat(silent.json().at("/plan/greetings/closed").isMissingNode()).isTrue();
    assertThat(wire.send("POST", token, path, BodyPublishers.ofString("{}")).detail())
        .isEqualTo("This is not a WAV file.");
  }

  @Test
  void nuisancesComeAndGo() {
    var added = wire.post(token, "/nuisances", "{\"number\": \"+1 415 555 0166\"}");
    assertThat(added.status()).isEqualTo(201);
    assertThat(wire.get(token, "/nuisances").json().get("items")).hasSize(1);

    var gone = wire.post(token, "/nuisances/+14155550166/removal", "{}");

    assertThat(gone.status()).isEqualTo(200);
    assertThat(wire.rooms.nuisances.contains("+14155550166")).isFalse();
  }
}
