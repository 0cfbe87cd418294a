package kept.line;

import java.util.Locale;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/// A live call as JSON, for people who look after it. No names: numbers are shortened to their
/// last two digits.
final class Description {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Description() {}

  static String of(Call call, long startedNanos) {
    var object = JSON.createObjectNode();
    object.put("id", call.id());
    object.put("seconds", TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - startedNanos));
    object.put("over", call.isOver());
    var legs = object.putArray("legs");
    for (var leg : call.legs()) describe(leg, legs.addObject());
    return JSON.writeValueAsString(object);
  }

  private static void describe(Leg leg, ObjectNode object) {
    object.put("id", leg.id());
    object.put("party", shortened(leg.party()));
    object.put("caller", leg.isCaller());
    object.put("state", leg.state().name().toLowerCase(Locale.ROOT));
    object.put("holding", leg.isHolding());
    object.put("muted", leg.isMuted());
    var hears = object.putArray("hears");
    leg.company().forEach(other -> hears.add(other.id()));
    if (!leg.hasSound()) return;
    var quality = leg.quality();
    object.put("packets_heard", quality.packetsHeard());
    object.put("packets_said", quality.packetsSaid());
    object.put("lost", quality.lost());
    object.put("jitter_ms", quality.jitter().toNanos() / 1e6);
    object.put("round_trip_ms", quality.roundTrip().toNanos() / 1e6);
    object.put("mos", Math.round(quality.mos() * 100) / 100.0);
  }

  private static String shortened(String party) {
    return party.length() <= 4 ? party : "…" + party.substring(party.length() - 2);
  }
}
