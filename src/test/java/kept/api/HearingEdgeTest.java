package kept.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class HearingEdgeTest {
  private static final Wire wire = new Wire();
  private final String token = wire.token();

  @AfterAll
  static void close() {
    wire.close();
  }

  @Test
  void hearsInTheHoursOfTheShop() {
    var reply = wire.post(
        token,
        "/hearing",
        "{\"id\": \"7\", \"text\": \"I'll ring you before we close.\", \"at\": \"2026-11-24T14:09\"}");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json().get("id").stringValue()).isEqualTo("7");
    var heard = reply.json().get("promises").get(0);
    assertThat(heard.get("kind").stringValue()).isEqualTo("callback");
    assertThat(heard.get("due_latest").stringValue()).startsWith("2026-11-24T1");
  }

  @Test
  void hearsInTheHoursThatAreGiven() {
    var reply = wire.post(
        token,
        "/hearing",
        "{\"text\": \"I'll ring you before we close.\", \"at\": \"2026-11-24T14:09\","
            + " \"zone\": \"Europe/London\", \"hours\": \"Tue 10:00-15:30\"}");

    assertThat(reply.json().get("promises").get(0).get("due_latest").stringValue())
        .isEqualTo("2026-11-24T15:30");
  }

  @Test
  void saysWhatItCannotRead() {
    var reply = wire.post(token, "/hearing", "{\"text\": \"Hello\", \"at\": \"noonish\"}");

    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.json().get("detail").stringValue())
        .isEqualTo("\"noonish\" has to be a local time like 2026-03-04T15:10.");
  }
}
