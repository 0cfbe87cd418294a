package kept.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class ApiRoutesEdgeTest {
  private static final String NOBODY = "01937e1c-52aa-7d80-8a6e-0c2d3c1b9a41";
  private static final Wire wire = new Wire();

  @AfterAll
  static void close() {
    wire.close();
  }

  @Test
  void theDescriptionHasEveryRouteAndNoOther() {
    assertThat(wire.routes()).hasSizeGreaterThan(20);

    assertThat(Description.read().routes()).isEqualTo(wire.routes());
  }

  @Test
  void everyRouteAsksForAToken() {
    for (var route : wire.routes()) {
      var reply = asked(route, NOBODY, "");

      assertThat(reply.status()).as(route).isEqualTo(401);
      assertThat(reply.header("WWW-Authenticate")).startsWith("Bearer");
      assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
    }
  }

  @Test
  void aTokenThatWasRevokedOrNeverMadeOpensNothing() {
    var token = wire.rooms.tokens.create("the lost laptop", wire.shop.dana);
    assertThat(wire.get(token, "/agents").status()).isEqualTo(200);

    wire.rooms.tokens.list().stream()
        .filter(open -> open.label().equals("the lost laptop"))
        .forEach(lost -> wire.rooms.tokens.revoke(wire.shop.dana, lost.id()));

    assertThat(wire.get(token, "/agents").status()).isEqualTo(401);
    assertThat(wire.get("kept_never", "/agents").status()).isEqualTo(401);
    assertThat(wire.get("", "/agents").status()).isEqualTo(401);
  }

  @Test
  void everyRouteAboutOneThingSaysWhenItIsNotThere() {
    var token = wire.token();
    for (var route : wire.routes()) {
      if (!route.contains("{id}")) continue;
      for (var id : List.of(NOBODY, "chuck")) {
        var reply = asked(route, id, token);

        assertThat(reply.status()).as(route).isEqualTo(404);
        assertThat(reply.json().get("title").asString()).isEqualTo("Not Found");
      }
    }
  }

  @Test
  void anotherMethodIsToldWhichOnesThereAre() {
    var reply = wire.send("DELETE", wire.token(), "/conversations", null);

    assertThat(reply.status()).isEqualTo(405);
    assertThat(reply.header("Allow").split(", ")).containsExactlyInAnyOrder("GET", "HEAD", "POST");
    assertThat(reply.json().get("status").asInt()).isEqualTo(405);
  }

  @Test
  void anAddressThatIsNoRouteIsAProblemToo() {
    var reply = wire.get(wire.token(), "/tickets");

    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
  }

  @Test
  void whoeverAsksTooFastIsToldWhenToGoOn() {
    var token = wire.token();

    var slowed = Stream.generate(() -> wire.get(token, "/agents"))
        .limit(2_000)
        .filter(reply -> reply.status() == 429)
        .findFirst()
        .orElseThrow();

    assertThat(slowed.header("Retry-After")).isEqualTo("1");
    assertThat(slowed.detail()).contains("20 requests a second");
    assertThat(wire.get(wire.token(), "/agents").status()).isEqualTo(200);
  }

  @Test
  void aHelpersTokenOpensNothingHere() {
    var token = wire.rooms.tokens.create("the van", wire.shop.tomas);

    assertThat(wire.get(token, "/promises").status()).isEqualTo(403);
  }

  @Test
  void anyoneMayReadTheDescription() {
    var reply = wire.get("", "/api/openapi.yaml");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.header("Content-Type")).isEqualTo("application/yaml");
    assertThat(reply.whole().body()).isEqualTo(Api.description());
  }

  @Test
  void everyExampleOfTheDescriptionIsTrueToItsSchema() {
    var description = Description.read();
    var examples = description.examples();

    examples.forEach(pair -> description.check(pair.getKey(), pair.getValue(), "example"));

    assertThat(examples).hasSizeGreaterThan(15);
  }

  private static Wire.Reply asked(String route, String id, String token) {
    var parts = route.split(" ");
    var body = parts[0].equals("POST") ? BodyPublishers.ofString("{}") : null;
    return wire.send(parts[0], token, parts[1].replace("{id}", id), body);
  }
}
