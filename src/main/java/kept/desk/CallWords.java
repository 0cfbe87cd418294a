package kept.desk;

import java.time.Duration;
import kept.desk.TimelineEvent.Called;
import kept.desk.TimelineEvent.Head;
import kept.phone.PhoneCall;
import kept.team.ShopTime;

/// Calls on a timeline, in words: "rang, Priya talked with them, 4 min". Pure.
record CallWords(String firstName, Telling telling) {
  Called of(PhoneCall call) {
    var head = new Head(
        "call-" + call.id(),
        call.isInbound() || call.agent() == null ? firstName : telling.nameOrYou(call.agent()),
        call.isInbound() ? theirs(call) : ours(call),
        call.beganAt(),
        telling.when(call.beganAt()));
    var audio = call.recording() == null ? null : "/calls/" + call.id() + "/recording";
    return new Called(head, call.talkedAt() != null, audio);
  }

  private String theirs(PhoneCall call) {
    if (call.agent() != null) {
      var with = "rang and talked with " + telling.nameOrYou(call.agent()).replace("You", "you");
      return call.isOver() ? with + ", " + lasted(call) : with + ", still talking";
    }
    if (call.outcome() == null) return "is ringing";
    return switch (call.outcome()) {
      case MISSED, TALKED, NOT_REACHED -> "rang for " + waited(call) + ", nobody took it";
      case CLOSED -> "rang while we were closed";
      case VOICEMAIL -> "rang and left a message";
      case NUISANCE -> "rang, and is on the list of nuisances";
      case DROPPED -> "was cut off by a fault of ours";
    };
  }

  private String ours(PhoneCall call) {
    if (call.talkedAt() != null) return "called " + firstName + ", " + lasted(call);
    return call.isOver() ? "was called, nobody answered" : "is being called";
  }

  private String lasted(PhoneCall call) {
    return ShopTime.length(call.talked(telling.now()));
  }

  private String waited(PhoneCall call) {
    var waited = call.waited(telling.now());
    return waited.compareTo(Duration.ofMinutes(1)) < 0
        ? waited.toSeconds() + " s"
        : ShopTime.length(waited);
  }
}
