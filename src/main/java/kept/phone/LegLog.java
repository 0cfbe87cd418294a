package kept.phone;

import java.util.Locale;
import kept.line.CallEvent;
import kept.line.Leg;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes down which phones rang for a call, who answered and how they left. In the call's mailbox.
final class LegLog {
  private static final Logger LOG = LoggerFactory.getLogger(LegLog.class);

  private final CallLegs legs;
  private final Calls calls;
  private final PhoneCall kept;
  private final Ringers ringers;
  private final Talk talk;
  private boolean oneRang;

  LegLog(Switchboard board, PhoneCall kept, Ringers ringers, Talk talk) {
    this.legs = board.legs();
    this.calls = board.calls();
    this.kept = kept;
    this.ringers = ringers;
    this.talk = talk;
  }

  void arrived(@Nullable Leg caller) {
    if (caller != null)
      written("its caller", () -> legs.rang(kept.id(), caller, CallLeg.Kind.CALLER, null));
  }

  void happened(CallEvent event) {
    written(event.getClass().getSimpleName(), () -> write(event));
  }

  /// What cannot be written is missing from the list; whoever answered has the call all the same.
  private void written(String what, Runnable writing) {
    try {
      writing.run();
    } catch (RuntimeException e) {
      LOG.warn("call={} {} is not written down", kept.id(), what, e);
    }
  }

  private void write(CallEvent event) {
    switch (event) {
      case CallEvent.Ringing ringing -> rang(ringing.leg());
      case CallEvent.Answered answer -> {
        rang(answer.leg());
        legs.answered(answer.leg());
      }
      case CallEvent.Left party -> legs.left(party.leg(), words(party));
      default -> {}
    }
  }

  private void rang(Leg leg) {
    if (leg.isCaller()) return;
    if (!oneRang) calls.rang(kept.id());
    oneRang = true;
    var ringer = ringers.at(leg) == null ? talk.handing.at(leg) : ringers.at(leg);
    if (ringer == null) legs.rang(kept.id(), leg, CallLeg.Kind.CALLED, null);
    else
      legs.rang(
          kept.id(),
          leg,
          ringer.mobile() ? CallLeg.Kind.MOBILE : CallLeg.Kind.PHONE,
          ringer.agent());
  }

  private static String words(CallEvent.Left party) {
    var ending = party.ending();
    var word = ending.cause().name().toLowerCase(Locale.ROOT);
    return ending.code() == 0 ? word : word + " " + ending.code();
  }
}
