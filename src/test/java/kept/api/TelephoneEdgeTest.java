package kept.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.DatagramSocket;
import java.net.InetAddress;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// A script sets the telephone up, and writes down what was said on another one.
class TelephoneEdgeTest {
  private static final long TWO_SECONDS = Duration.ofSeconds(2).toNanos();
  private static final Wire wire = new Wire();
  private final String token = wire.token();

  @AfterAll
  static void close() {
    wire.close();
  }

  @Test
  void aPhoneHasAPlaceThatCanBeChanged() {
    var made = wire.post(
        token,
        "/phones",
        "{\"agent\":\"" + wire.shop.edie
            + "\",\"name\":\"Workshop\",\"location\":\"At the back\"}");
    var id = made.json().get("id").asString();

    var changed = wire.post(token, "/phones/" + id, "{\"location\":\"Upstairs\"}");

    assertThat(made.json().get("location").asString()).isEqualTo("At the back");
    assertThat(changed.json().get("location").asString()).isEqualTo("Upstairs");
    assertThat(changed.json().get("name").asString()).isEqualTo("Workshop");
    assertThat(changed.json().get("registered").asBoolean()).isFalse();
    assertThat(wire.get(token, "/phones").json().at("/items/0/location").asString())
        .isEqualTo("Upstairs");
  }

  @Test
  void aTrunkKeepsThePasswordThatIsLeftOut() {
    var made = wire.post(
        token,
        "/trunks",
        "{\"name\":\"carrier\",\"host\":\"127.0.0.1\",\"port\":9,\"user_name\":\"a\","
            + "\"password\":\"b\",\"registers\":true}");
    var id = made.json().get("id").asString();

    var changed = wire.post(token, "/trunks/" + id, "{\"channels\":4}");
    assertThat(changed.status()).isEqualTo(200);
    assertThat(changed.json().get("channels").asInt()).isEqualTo(4);
    assertThat(changed.json().get("registers").asBoolean()).isTrue();
    assertThat(wire.post(token, "/trunks/" + id, "{\"user_name\":\"c\"}").detail())
        .contains("belong together");
    assertThat(changed.json().has("password")).isFalse();
    var verdict = wire.post(token, "/trunks/" + id + "/tests", "{}");
    assertThat(verdict.json().get("works").asBoolean()).isFalse();
    assertThat(verdict.json().get("words").asString()).contains("Nothing listens at port 9 (UDP)");
    assertThat(wire.post(token, "/trunks/" + id + "/removal", "{}").status()).isEqualTo(200);
  }

  @Test
  void noTransactionIsOpenWhileAProviderIsWaitedFor() throws Exception {
    try (var silent = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      var trunk =
          "{\"name\":\"silent\",\"host\":\"127.0.0.1\",\"port\":" + silent.getLocalPort() + "}";
      var id = wire.post(token, "/trunks", trunk).json().get("id").asString();
      var test = CompletableFuture.supplyAsync(
          () -> wire.post(token, "/trunks/" + id + "/tests", "{}").status());
      var began = System.nanoTime();
      var noneOpen = began;
      while (!test.isDone()) {
        if (openTransactions() == 0) noneOpen = System.nanoTime();
        assertThat(System.nanoTime() - noneOpen).as("open for so long").isLessThan(TWO_SECONDS);
        Thread.sleep(20);
      }
      assertThat(test.get()).isEqualTo(200);
      assertThat(System.nanoTime() - began).as("it waited").isGreaterThan(2 * TWO_SECONDS);
    }
  }

  private static int openTransactions() {
    return wire.shop.database.read(
        tx -> tx.createQuery("""
            select count(*)
              from pg_stat_activity
             where datname = current_database() and state = 'idle in transaction'
            """).mapTo(Integer.class).one());
  }

  @Test
  void aNumberThatIsGivenUpMayComeBack() {
    var door =
        wire.post(token, "/front_doors", "{\"name\":\"Shop\"}").json().get("id").asString();
    var line = "{\"number\":\"+14155550199\",\"name\":\"Old\",\"front_door\":\"" + door + "\"}";
    var id = wire.post(token, "/lines", line).json().get("id").asString();

    assertThat(wire.post(token, "/lines/" + id + "/removal", "{}").status()).isEqualTo(200);
    assertThat(wire.get(token, "/lines").json().get("items")).isEmpty();
    assertThat(wire.post(token, "/lines", line).json().get("id").asString()).isEqualTo(id);
  }

  @Test
  void aCallIsWrittenDownByHand() {
    var chuck = wire.shop.crackedTv();

    var logged = wire.post(
        token,
        "/calls",
        "{\"conversation\":\"" + chuck.id()
            + "\",\"direction\":\"inbound\",\"minutes\":5,\"note\":\"Home on Thursday.\"}");

    assertThat(logged.status()).isEqualTo(201);
    assertThat(logged.json().get("carrier").asString()).isEqualTo("hand");
    assertThat(logged.json().get("outcome").asString()).isEqualTo("talked");
    assertThat(wire.rooms.conversations.get(chuck.id()).waitingSince()).isNull();
    assertThat(wire.rooms.messages.in(chuck.id(), 10).getLast().words())
        .isEqualTo("Home on Thursday.");
    var whole = wire.get(token, "/calls/" + logged.json().get("id").asString()).json();
    assertThat(whole.get("legs")).isEmpty();
    assertThat(whole.get("effort").propertyNames())
        .containsExactlyInAnyOrder(
            "keys",
            "seconds_to_a_person",
            "ring_seconds",
            "holds",
            "hold_seconds",
            "hand_overs",
            "warm_hand_overs",
            "drops");
    var found = wire.get(
        token, "/calls?carrier=hand&live=false&direction=inbound&conversation=" + chuck.id());
    assertThat(found.json().get("items")).hasSize(1);
    assertThat(wire.get(token, "/calls?carrier=pbx").json().get("items")).isEmpty();
    assertThat(wire.get(token, "/calls?live=true").json().get("items")).isEmpty();
  }

  @Test
  void aCallByHandIsWithOneMatterOrPerson() {
    assertThat(wire.post(token, "/calls", "{\"direction\":\"inbound\"}").status())
        .isEqualTo(400);
    var chuck = wire.shop.customer("Luis Ortega", "luis@example.com");
    var logged = wire.post(
        token,
        "/calls",
        "{\"customer\":\"" + chuck.id() + "\",\"direction\":\"outbound\",\"minutes\":2}");

    assertThat(logged.status()).isEqualTo(201);
    assertThat(wire.post(
                token,
                "/calls",
                "{\"customer\":\"" + chuck.id() + "\",\"direction\":\"outbound\",\"minutes\":999}")
            .status())
        .isEqualTo(422);
  }
}
