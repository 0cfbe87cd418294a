package kept;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import kept.conversations.Which;
import kept.customers.IdentityKind;
import kept.platform.Json;
import kept.platform.KeptClock;
import kept.platform.http.Pages;
import kept.platform.postgres.Eventually;
import kept.promises.PromiseId;
import kept.promises.Slice;
import kept.promises.Step;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// `./kept try` from outside, started by the same code as the command.
class TryEdgeTest {
  private static final Try sample = Try.open(Map.of("KEPT_BIND", "127.0.0.1"));
  private static final Kept kept = sample.start(Pages.built());
  private static final HttpClient http = HttpClient.newHttpClient();

  @AfterAll
  static void close() {
    kept.close();
    sample.close();
  }

  @Test
  void everyPrintedSignInWorks() throws Exception {
    assertThat(sample.keys().signIns()).hasSize(3);
    for (var who : sample.keys().signIns()) {
      var answer = post("/in", "email=" + who.email() + "&password=" + who.password());

      assertThat(answer.statusCode()).as(who.role()).isEqualTo(303);
      assertThat(answer.headers().firstValue("Set-Cookie")).as(who.role()).isPresent();
    }
  }

  @Test
  void theLeverMovesTheClockAndFiresWhatIsDue() throws Exception {
    var before = now(get("/try/clock"));
    var amir = openPromise("Amir");

    var answer = post("/try/clock", "{\"advance\":\"PT15M\"}");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(now(answer))
        .isBetween(before.plus(Duration.ofMinutes(15)), before.plus(Duration.ofMinutes(20)));
    assertThat(kept.rooms().alarms.of(amir))
        .filteredOn(alarm -> alarm.step() == Step.NUDGE)
        .allMatch(alarm -> alarm.firedAt() != null);
  }

  @Test
  void thePagesButtonsLeadBackToThePage() throws Exception {
    var request = request("/try/clock")
        .header("Content-Type", "application/x-www-form-urlencoded")
        .header("Referer", at("/promises?by=person").toString())
        .POST(BodyPublishers.ofString("advance=PT1M"));

    var answer = http.send(request.build(), BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/promises?by=person");
  }

  @Test
  void timeIsNotTurnedBack() throws Exception {
    assertThat(post("/try/clock", "{\"advance\":\"-PT1M\"}").statusCode()).isEqualTo(422);
    assertThat(post("/try/clock", "{\"advance\":\"later\"}").statusCode()).isEqualTo(422);
  }

  @Test
  void whoComesThroughAProxyDoesNotPullTheLever() throws Exception {
    var request =
        request("/try/clock").header("X-Forwarded-For", "198.51.100.7").GET();

    assertThat(http.send(request.build(), BodyHandlers.ofString()).statusCode()).isEqualTo(403);
  }

  @Test
  void aSimulatedCustomersLetterComesInByMail() throws Exception {
    var answer = post(
        "/try/letter",
        "{\"from\":\"sam@example.com\",\"name\":\"Sam Okoye\",\"subject\":\"Kettle\",\"words\":\"It leaks.\"}");

    assertThat(answer.statusCode()).isEqualTo(201);
    Eventually.isTrue(() -> kept.rooms().customers.search("sam@example.com", 1).stream()
        .anyMatch(customer -> kept.rooms()
            .customers
            .knowledgeOf(customer.id())
            .last(IdentityKind.EMAIL)
            .isPresent()));
  }

  @Test
  void theWayBackLeadsToThePortThatIsServed() {
    var config = Config.read(Map.of("KEPT_DATA", sample.data().toString()));

    assertThat(Keys.wayBack(config)).contains(" http://localhost:" + kept.httpPort() + "/join/");
  }

  @Test
  void theDoctorWorksBesideIt() throws Exception {
    var settings = Map.of("KEPT_DATA", sample.data().toString(), "KEPT_BIND", "127.0.0.1");
    var findings = new Doctor(Config.read(settings), new KeptClock()).findings();

    assertThat(findings)
        .extracting(Finding::words)
        .anyMatch(words -> words.startsWith("The running database answers"));
  }

  @Test
  void whatWeWriteLandsInTheOutbox() throws Exception {
    var outbox = sample.data().resolve("outbox");
    var rooms = kept.rooms();
    var chuck = rooms.customers.search("Chuck Alvarez", 1).getFirst();
    var matter =
        rooms.conversations.list(Which.of(chuck.id()), null, 1).getFirst().conversation();

    rooms.recaps.send(rooms.team.owner().id(), matter.id(), "The TV is cracked.");

    Eventually.isTrue(
        () -> Files.isDirectory(outbox) && holdsALetterTo(outbox, "chuck@alvarez.example"));
  }

  private static boolean holdsALetterTo(Path outbox, String address) {
    try (var files = Files.list(outbox)) {
      return files.anyMatch(file -> file.toString().endsWith(address + ".eml"));
    } catch (IOException e) {
      return false;
    }
  }

  private static PromiseId openPromise(String name) {
    return kept.rooms().board.open(Slice.ALL, 100).stream()
        .map(item -> item.promise())
        .filter(promise -> promise.what().contains(name))
        .findFirst()
        .orElseThrow()
        .id();
  }

  private static Instant now(HttpResponse<String> answer) {
    return Instant.parse(Json.read(answer.body()).path("now").asString());
  }

  private static HttpResponse<String> get(String path) throws Exception {
    return http.send(request(path).GET().build(), BodyHandlers.ofString());
  }

  private static HttpResponse<String> post(String path, String body) throws Exception {
    var type = body.startsWith("{") ? "application/json" : "application/x-www-form-urlencoded";
    var request = request(path).header("Content-Type", type).POST(BodyPublishers.ofString(body));
    return http.send(request.build(), BodyHandlers.ofString());
  }

  private static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(at(path));
  }

  private static URI at(String path) {
    return URI.create("http://127.0.0.1:" + kept.httpPort() + path);
  }
}
