package kept.team;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import kept.platform.Delivery;
import kept.platform.Json;
import kept.platform.Sender;
import kept.platform.push.PushAnswer;
import kept.platform.push.PushLine;
import kept.platform.push.PushManner;
import tools.jackson.databind.JsonNode;

/// Takes notes out to browsers by web push. "Sent" means that the push service has it; whether the
/// browser showed it is on its subscription.
public final class PushSender implements Sender {
  private final PushSubscriptions subscriptions;
  private final PushLine line;
  private final InstantSource clock;

  public PushSender(PushSubscriptions subscriptions, PushLine line, InstantSource clock) {
    this.subscriptions = subscriptions;
    this.line = line;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return Pushes.KIND;
  }

  @Override
  public Outcome send(Delivery delivery) throws InterruptedException {
    var subscription = subscriptions.find(PushSubscriptionId.parse(delivery.address()));
    if (subscription.isEmpty()) return new Outcome.Refused("This device takes no alarms any more.");
    var until = Instant.parse(delivery.body().path("until").asString());
    var left = Duration.between(clock.instant(), until);
    if (!left.isPositive()) return new Outcome.Refused("It could not be sent in time.");
    var id = subscription.get().id();
    var note = delivery.body().path("note");
    var manner = new PushManner(left, true, note.path("tag").asString());
    return outcome(id, line.send(subscription.get().address(), said(id, note, delivery), manner));
  }

  private Outcome outcome(PushSubscriptionId id, PushAnswer answer) {
    return switch (answer) {
      case PushAnswer.Accepted() -> {
        subscriptions.sent(id);
        yield new Outcome.Sent("The push service has it.");
      }
      case PushAnswer.Gone(var words) -> {
        subscriptions.gone(id);
        yield new Outcome.Refused("This device gave its alarms up: " + words);
      }
      case PushAnswer.Later(var words, var notBefore) -> new Outcome.Later(words, notBefore);
      case PushAnswer.Refused(var words) -> new Outcome.Refused(words);
    };
  }

  /// What the browser's worker reads. Too long, it loses what is to be done before what is said.
  private static byte[] said(PushSubscriptionId to, JsonNode note, Delivery delivery) {
    var said = new LinkedHashMap<String, Object>();
    for (var part : note.properties()) said.put(part.getKey(), part.getValue());
    said.remove("lasts");
    said.put("repeat", delivery.repeat());
    said.put("delivery", delivery.id());
    said.put("shown", "/settings/you/devices/" + to + "/shown");
    var bytes = Json.write(said).getBytes(UTF_8);
    if (bytes.length <= PushLine.room()) return bytes;
    said.remove("actions");
    return Json.write(said).getBytes(UTF_8);
  }
}
