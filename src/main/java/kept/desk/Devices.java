package kept.desk;

import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import kept.platform.Deliveries;
import kept.platform.DeliveryState;
import kept.platform.DeliveryState.Stage;
import kept.platform.push.VapidKeys;
import kept.team.AgentId;
import kept.team.PushSubscription;
import kept.team.PushSubscriptionId;
import kept.team.PushSubscriptions;
import kept.team.Pushes;
import kept.team.SessionId;
import kept.team.Shop;
import kept.team.Who;
import org.jspecify.annotations.Nullable;

/// The browsers in which whoever looks takes alarms, in words. Threads may share this object.
public record Devices(PushSubscriptions subscriptions, Pushes pushes, VapidKeys keys, Out out) {
  /// A browser may have shown a note before its push service had answered us.
  private static final Duration AHEAD = Duration.ofSeconds(15);

  /// How far what goes out is, and the shop's time to say it in.
  public record Out(Deliveries deliveries, Shop shop, InstantSource clock) {}

  String key() {
    return keys.get().publicKey();
  }

  void test(AgentId agent, PushSubscriptionId id) {
    pushes.test(subscriptions.ofTheirs(agent, id));
  }

  DevicesPart of(Context request) {
    var here = Who.session(request);
    var all = subscriptions.of(Who.agent(request).id());
    var tests =
        out.deliveries().statesAbout(all.stream().map(each -> each.id().value()).toList());
    var rows = all.stream().map(each -> row(each, here, tests)).toList();
    var isHere = rows.stream().anyMatch(DevicesPart.Device::here);
    return new DevicesPart(key(), isHere, topics(all), rows);
  }

  private DevicesPart.Device row(
      PushSubscription device, Optional<SessionId> here, Map<UUID, DeliveryState> tests) {
    var isHere = here.filter(device.session()::equals).isPresent();
    var test = tests.get(device.id().value());
    return new DevicesPart.Device(
        device.id().toString(),
        device.device(),
        isHere,
        lastUsed(device),
        test == null ? null : result(device, test));
  }

  private String lastUsed(PushSubscription device) {
    if (device.shownAt() != null) return "last alarm shown " + past(device.shownAt());
    if (device.sentAt() != null) return "last alarm sent " + past(device.sentAt());
    return "no alarm yet, added " + past(device.createdAt());
  }

  /// The push service has it at `sent`; only the device itself can say that it was shown.
  private DevicesPart.Result result(PushSubscription device, DeliveryState test) {
    var at = test.at();
    var shown = device.shownAt();
    if (test.failed())
      return new DevicesPart.Result("The test was not delivered.", test.serverWords(), "risk");
    if (test.stage() == Stage.QUEUED || at == null)
      return test.serverWords() == null
          ? new DevicesPart.Result("The test is on its way.", null, null)
          : new DevicesPart.Result("Not delivered yet. We keep trying.", test.serverWords(), "due");
    if (shown != null && !shown.isBefore(at.minus(AHEAD)))
      return new DevicesPart.Result("Delivered and shown " + past(shown) + ".", null, "kept");
    return new DevicesPart.Result(
        "Delivered to its push service " + past(at) + ", not shown yet.", null, null);
  }

  private static String topics(List<PushSubscription> all) {
    if (all.isEmpty()) return "devices";
    return all.stream()
        .map(each -> "message:" + each.id() + " device:" + each.id())
        .collect(Collectors.joining(" "));
  }

  private String past(@Nullable Instant at) {
    var now = out.clock().instant();
    return out.shop().time().past(at == null ? now : at, now);
  }
}
