package kept.api;

import static java.time.Duration.ofHours;
import static org.assertj.core.api.Assertions.assertThat;

import kept.promises.PromiseId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whoever was forgotten, as a program meets them.
class ForgottenEdgeTest {
  private static final Wire wire = new Wire();
  private final String token = wire.token();

  @AfterAll
  static void close() {
    wire.close();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
      /conversations/C/messages | {"kind": "reply", "words": "Hello"}
      /conversations/C/messages | {"kind": "note", "words": "It was Chuck"}
      /conversations/C/recap    | {"understood": "The TV is cracked."}
      /conversations/C/asking   | {}
      /promises                 | {"conversation": "C", "what": "Swap it", "kind": "replacement", "due_in": "PT2H"}
      /calls                    | {"conversation": "C", "direction": "inbound", "minutes": 5}
      /calls                    | {"customer": "P", "direction": "outbound", "minutes": 5}
      """)
  void areNeitherWrittenToNorPromisedNorCalled(String path, String json) {
    var tv = wire.shop.letterFrom("Chuck Alvarez", "chuck@example.com", "The TV", "It is cracked.");
    wire.rooms.forgetting.forget(wire.shop.dana, tv.customer());
    var body =
        json.replace("\"C\"", "\"" + tv.id() + "\"").replace("\"P\"", "\"" + tv.customer() + "\"");

    var refused = wire.post(token, path.replace("/C/", "/" + tv.id() + "/"), body);

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.detail()).startsWith("They were forgotten.");
  }

  @Test
  void areOwedNothingAgain() {
    var tv = wire.shop.letterFrom("Chuck Alvarez", "chuck@example.com", "The TV", "It is cracked.");
    PromiseId promise = wire.shop.promise(tv, wire.shop.priya, ofHours(2)).id();
    wire.rooms.promises.keep(wire.shop.priya, promise);
    wire.rooms.forgetting.forget(wire.shop.dana, tv.customer());

    var refused = wire.post(token, "/promises/" + promise + "/undoing", "");

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.detail()).startsWith("They were forgotten.");
  }
}
