package kept.desk;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import kept.desk.TimelineEvent.Bar;
import kept.desk.TimelineEvent.Called;
import kept.desk.TimelineEvent.Head;
import kept.desk.TimelineEvent.Player;
import kept.phone.Carrier;
import kept.phone.OutsideCalls;
import kept.phone.PhoneCall;
import kept.team.ShopTime;

/// Calls on a timeline, in words: "rang, Priya talked with them, 4 min". Pure.
record CallWords(Story story, Telling telling) {
  private static final int SLOT = 4;

  Called of(PhoneCall call) {
    var head = new Head(
        "call-" + call.id(),
        call.isInbound() || call.agent() == null
            ? story.customer().firstName()
            : telling.nameOrYou(call.agent()),
        (call.isInbound() ? theirs(call) : ours(call)) + byHand(call),
        call.beganAt(),
        telling.when(call.beganAt()));
    return new Called(
        head, call.talkedAt() != null, call.recording() == null ? null : player(call));
  }

  private Player player(PhoneCall call) {
    var wave = call.tape().wave();
    var bars = wave == null ? List.<Bar>of() : bars(wave.bars());
    return new Player("/calls/" + call.id() + "/recording", bars, mayForget(call));
  }

  /// Around the middle; silence is a thin line.
  private static List<Bar> bars(List<Integer> loud) {
    return IntStream.range(0, loud.size())
        .mapToObj(at -> {
          var height = Math.max(SLOT, loud.get(at));
          return new Bar(at * SLOT, (100 - height) / 2, height);
        })
        .toList();
  }

  private boolean mayForget(PhoneCall call) {
    var reader = telling.team().get(telling.reader());
    var promise = call.promise() == null ? null : story.promise(call.promise()).orElse(null);
    return reader != null
        && call.mayBeForgottenBy(reader, promise == null ? null : promise.keeper());
  }

  private String theirs(PhoneCall call) {
    if (call.talkedAt() != null && call.agent() == null)
      return "rang and talked with one of us" + (call.isOver() ? ", " + lasted(call) : "");
    if (call.agent() != null) {
      var with = "rang and talked with " + telling.nameOrYou(call.agent()).replace("You", "you");
      return call.isOver() ? with + ", " + lasted(call) : with + ", still talking";
    }
    if (call.outcome() == null) return "is ringing";
    return switch (call.outcome()) {
      case MISSED, TALKED, NOT_REACHED -> "rang for " + waited(call) + ", nobody took it";
      case CLOSED -> "rang while we were closed";
      case VOICEMAIL ->
        call.tape().lostAt() == null
            ? "rang and left a message"
            : "rang and left a message that could not be kept";
      case NUISANCE -> "rang, and is on the list of nuisances";
      case DROPPED ->
        call.carrier() == Carrier.PBX
            ? "rang, and nobody told us how it ended"
            : "was cut off by a fault of ours";
    };
  }

  private String ours(PhoneCall call) {
    if (call.talkedAt() != null)
      return "called " + story.customer().firstName() + ", " + lasted(call);
    return call.isOver() ? "was called, nobody answered" : "is being called";
  }

  private static String byHand(PhoneCall call) {
    return call.carrier() == Carrier.HAND ? ", written down by hand" : "";
  }

  private String lasted(PhoneCall call) {
    var talked = call.talked(telling.now());
    if (call.carrier() == Carrier.PBX && talked.compareTo(OutsideCalls.LONGEST) >= 0)
      return "for how long nobody told us";
    return ShopTime.length(talked);
  }

  private String waited(PhoneCall call) {
    var waited = call.waited(telling.now());
    return waited.compareTo(Duration.ofMinutes(1)) < 0
        ? waited.toSeconds() + " s"
        : ShopTime.length(waited);
  }
}
