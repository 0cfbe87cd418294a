package kept;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import kept.frontdoor.FrontDoor;
import kept.frontdoor.Overflow;
import kept.frontdoor.Plan;
import kept.frontdoor.Wave;
import kept.line.sip.Transport;
import kept.line.speech.Wav;
import kept.phone.CallId;
import kept.phone.Outcome;
import kept.phone.PhoneCall;
import kept.phone.ShopTrunk;
import kept.phone.TrunkId;
import kept.platform.Json;
import kept.platform.http.Pages;
import kept.platform.postgres.Eventually;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Simulated callers of `./kept try`, rung over HTTP; everything behind that is SIP and sound on
/// loopback.
class TryCallsEdgeTest {
  private static final String FORM = "application/x-www-form-urlencoded";
  /// Bytes of what two sides say in a second, in one of the laws.
  private static final int SECOND = 16_000;

  private static final short LOUD = 1_000;
  private static final Try sample = Try.open(Map.of("KEPT_BIND", "127.0.0.1"));
  private static final Kept kept = sample.start(Pages.built());
  private static final HttpClient http = HttpClient.newHttpClient();

  /// Phones ring for five seconds, so that a message is left soon.
  @BeforeAll
  static void hurry() {
    var doors = kept.rooms().frontDoors;
    var door = doors.list().getFirst();
    var wave = new Wave(List.of(), Duration.ofSeconds(5));
    var plan = new Plan(false, List.of(wave), Overflow.VOICEMAIL);
    doors.set(kept.rooms().team.owner().id(), new FrontDoor(door.id(), door.name(), plan));
  }

  @AfterEach
  void everybodyHangsUp() throws Exception {
    Eventually.isTrue(() -> kept.rooms().calls.live().isEmpty());
  }

  @AfterAll
  static void close() {
    kept.close();
    sample.close();
  }

  @Test
  void aPhoneRingsIsPickedUpAndPutDownByHttpAlone() throws Exception {
    var answer = post("/try/calls", "{\"from\":\"+14155550142\",\"name\":\"Chuck\"}");

    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(phone("Priya").path("state").asString()).isEqualTo("rings");
    assertThat(phone("Priya").path("caller").asString()).isEqualTo("+14155550142");
    assertThat(phone("Dana").path("state").asString()).isEqualTo("rests");
    var id = onTheInterface().path("id").asString();

    assertThat(post("/try/phones/priya/answer", "{}").statusCode()).isEqualTo(200);
    assertThat(phone("Edie").path("state").asString()).isEqualTo("rests");
    Eventually.isTrue(() -> onTheInterface().path("talked_at").isString());

    assertThat(post("/try/phones/priya/hangup", "{}").statusCode()).isEqualTo(200);
    var over = over(id);
    assertThat(over.outcome()).isEqualTo(Outcome.TALKED);
    assertThat(kept.rooms().team.get(over.agent()).firstName()).isEqualTo("Priya");
    assertThat(kept.rooms().customers.get(over.customer()).name()).isEqualTo("Chuck Alvarez");
  }

  @Test
  void whomNobodyTakesLeavesAMessageThatIsOnDiskAndPromised() throws Exception {
    post("/try/calls", "{\"from\":\"+14155550126\",\"does\":\"leaves_message\"}");

    var over = over(onTheInterface().path("id").asString());

    assertThat(over.outcome()).isEqualTo(Outcome.VOICEMAIL);
    assertThat(over.promise()).isNotNull();
    var file = sample.data().resolve("recordings").resolve(over.recording());
    Eventually.isTrue(() -> Files.size(file) > SECOND);
    assertThat(loudest(Wav.read(file))).as("they say something").isGreaterThan(LOUD);
  }

  @Test
  void whoeverGivesUpIsRungBack() throws Exception {
    post("/try/calls", "{\"from\":\"anonymous\",\"does\":\"hangs_up\"}");

    var over = over(onTheInterface().path("id").asString());

    assertThat(over.number()).isNull();
    assertThat(over.outcome()).isEqualTo(Outcome.MISSED);
    assertThat(over.promise()).isNotNull();
  }

  @Test
  void twoPressesOnThePageMakeAPhoneRingAndPickItUp() throws Exception {
    var pressed = press("/try/calls");

    assertThat(pressed.statusCode()).isEqualTo(303);
    assertThat(pressed.headers().firstValue("Location").orElse("")).isEqualTo("/people");
    var action = "/try/phones/" + phone("Edie").path("user").asString() + "/answer";
    assertThat(page()).contains("formaction=\"" + action + "\">Pick up Edie’s phone");

    assertThat(press(action).statusCode()).isEqualTo(303);
    assertThat(page()).contains(">Put Edie’s phone down").doesNotContain("Pick up");
    assertThat(press(action.replace("answer", "hangup")).statusCode()).isEqualTo(303);
  }

  @Test
  void phonesRingAgainOnceTheShopsLineWasOpenedAnew() throws Exception {
    var before = kept.sipPort();
    var another =
        new ShopTrunk(TrunkId.next(), "Spare", "127.0.0.9", 5060, Transport.UDP, null, false, 9, 1);
    kept.rooms().trunks.add(kept.rooms().team.owner().id(), another, null);
    Eventually.isTrue(() -> kept.sipPort() != before && kept.sipPort() > 0);

    post("/try/calls", "{\"from\":\"+14155550142\",\"does\":\"hangs_up\"}");

    assertThat(phone("Priya").path("state").asString()).isEqualTo("rings");
  }

  @Test
  void aPhoneThatDoesNotRingIsNotPickedUp() throws Exception {
    assertThat(post("/try/phones/priya/answer", "{}").statusCode()).isEqualTo(422);
    assertThat(post("/try/phones/nobody/answer", "{}").statusCode()).isEqualTo(404);
    assertThat(post("/try/calls", "{\"from\":\"Chuck\"}").statusCode()).isEqualTo(422);
    assertThat(post("/try/calls", "{\"from\":\"\",\"does\":\"sings\"}").statusCode())
        .isEqualTo(422);
  }

  private static short loudest(short[] samples) {
    short loudest = 0;
    for (var sample : samples) if (sample > loudest) loudest = sample;
    return loudest;
  }

  private static PhoneCall over(String id) throws Exception {
    Eventually.isTrue(() -> call(id).isOver());
    return call(id);
  }

  private static PhoneCall call(String id) {
    return kept.rooms().calls.get(CallId.parse(id));
  }

  /// The latest call, as programs see it.
  private static JsonNode onTheInterface() throws Exception {
    var request = request("/api/v1/calls")
        .header("Authorization", "Bearer " + sample.keys().token());
    var answer = http.send(request.GET().build(), BodyHandlers.ofString());
    return Json.read(answer.body()).path("items").path(0);
  }

  private static JsonNode phone(String agent) throws Exception {
    var told = http.send(request("/try/calls").GET().build(), BodyHandlers.ofString());
    for (var phone : Json.read(told.body()).path("phones"))
      if (phone.path("agent").asString().equals(agent)) return phone;
    throw new AssertionError("There is no phone of " + agent + ": " + told.body());
  }

  private static String page() throws Exception {
    var who = sample.keys().signIns().getFirst();
    var in = http.send(
        request("/in")
            .header("Content-Type", FORM)
            .POST(BodyPublishers.ofString("email=" + who.email() + "&password=" + who.password()))
            .build(),
        BodyHandlers.ofString());
    var cookie = in.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
    var request = request("/people").header("Cookie", cookie).GET().build();
    return http.send(request, BodyHandlers.ofString()).body();
  }

  private static HttpResponse<String> press(String path) throws Exception {
    var request = request(path)
        .header("Content-Type", FORM)
        .header("Referer", at("/people").toString())
        .POST(BodyPublishers.noBody());
    return http.send(request.build(), BodyHandlers.ofString());
  }

  private static HttpResponse<String> post(String path, String body) throws Exception {
    var request = request(path)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body));
    return http.send(request.build(), BodyHandlers.ofString());
  }

  private static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(at(path));
  }

  private static URI at(String path) {
    return URI.create("http://127.0.0.1:" + kept.httpPort() + path);
  }
}
