package kept.sample;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntSupplier;
import kept.email.MailAddress;
import kept.email.MailWriter;
import kept.email.OutgoingMail;
import kept.email.Relay;
import kept.platform.Json;
import kept.platform.Refusal;
import kept.platform.Sender.Outcome;
import kept.platform.http.Public;
import kept.platform.http.WebRoutes;
import tools.jackson.databind.JsonNode;

/// A simulated customer writes: `POST /try/letter {"from", "name", "subject", "words"}` sends a
/// real mail to our own port, as a stranger's server would. `to` may name an address to reply to.
public final class LetterRoutes implements WebRoutes {
  private static final String SHOP = "help@localhost";

  private final IntSupplier smtpPort;
  private final InstantSource clock;

  public LetterRoutes(IntSupplier smtpPort, InstantSource clock) {
    this.smtpPort = smtpPort;
    this.clock = clock;
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.post("/try/letter", this::send, Public.ANYONE);
  }

  private void send(Context request) {
    Loopback.only(request);
    var asked = Json.read(request.body());
    var letter = letter(asked);
    var raw = MailWriter.write(letter, clock.instant());
    var relay = new Relay("smtp://127.0.0.1:" + smtpPort.getAsInt(), "localhost");
    var outcome = relay.send(raw, letter.from().address(), letter.to().address());
    request
        .status(outcome instanceof Outcome.Sent ? HttpStatus.CREATED : HttpStatus.BAD_GATEWAY)
        .contentType("application/json")
        .result(Json.write(Map.of("message_id", letter.messageId(), "server", words(outcome))));
  }

  private static OutgoingMail letter(JsonNode asked) {
    var from = asked.path("from").asString("");
    if (!from.matches("[^\\s@]+@[^\\s@]+"))
      throw new Refusal("Say who writes, like {\"from\":\"sam@example.com\", \"words\":\"…\"}.");
    return new OutgoingMail(
        new MailAddress(asked.path("name").asString(""), from),
        new MailAddress("", asked.path("to").asString(SHOP)),
        null,
        asked.path("subject").asString("A question"),
        asked.path("words").asString(""),
        null,
        UUID.randomUUID() + from.substring(from.indexOf('@')),
        null,
        List.of(),
        Map.of(),
        false);
  }

  private static String words(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Sent(var said) -> said;
      case Outcome.Refused(var said) -> said;
      case Outcome.Later(var said, var notBefore) -> said;
    };
  }
}
