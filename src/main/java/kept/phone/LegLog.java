package kept.phone;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import kept.line.Call;
import kept.line.CallEvent;
import kept.line.Leg;
import kept.phone.CallLeg.Kind;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes down which phones rang for a call, who answered and how they left. In the call's mailbox,
/// behind what waits there already: when ten phones ring or stop ringing nobody waits for it, and
/// it is written in few goes.
final class LegLog {
  private static final Logger LOG = LoggerFactory.getLogger(LegLog.class);

  private final Switchboard board;
  private final Call call;
  private final PhoneCall kept;
  private final Ringers ringers;
  private final Talk talk;
  private final List<LegNews> unwritten = new ArrayList<>();
  private boolean soon;
  private boolean rang;
  private boolean rangIsWritten;

  LegLog(Switchboard board, Call call, PhoneCall kept, Ringers ringers, Talk talk) {
    this.board = board;
    this.call = call;
    this.kept = kept;
    this.ringers = ringers;
    this.talk = talk;
  }

  void arrived(@Nullable Leg caller) {
    if (caller != null) note(new LegNews.Rang(id(caller), Kind.CALLER, null, board.moment()));
  }

  void happened(CallEvent event) {
    switch (event) {
      case CallEvent.Ringing ringing -> rang(ringing.leg());
      case CallEvent.Answered answer -> {
        rang(answer.leg());
        note(new LegNews.Answered(id(answer.leg()), board.moment()));
      }
      case CallEvent.Left party ->
        note(new LegNews.Left(id(party.leg()), words(party), board.moment()));
      case CallEvent.Ended end -> write();
      default -> {}
    }
  }

  private void rang(Leg leg) {
    if (leg.isCaller()) return;
    rang = true;
    var ringer = ringers.at(leg) == null ? talk.handing.at(leg) : ringers.at(leg);
    var kind = ringer == null ? Kind.CALLED : ringer.mobile() ? Kind.MOBILE : Kind.PHONE;
    note(new LegNews.Rang(id(leg), kind, ringer == null ? null : ringer.agent(), board.moment()));
  }

  private void note(LegNews news) {
    unwritten.add(news);
    if (soon) return;
    soon = true;
    call.post(this::write);
  }

  /// What cannot be written is tried again with what comes next; whoever answered has the call all
  /// the same.
  private void write() {
    soon = false;
    try {
      if (rang && !rangIsWritten) board.calls().rang(kept.id());
      rangIsWritten = rang;
      board.legs().write(kept.id(), unwritten);
      unwritten.clear();
    } catch (RuntimeException e) {
      LOG.warn("call={} its phones are not written down: {}", kept.id(), unwritten, e);
    }
  }

  private static UUID id(Leg leg) {
    return UUID.fromString(leg.id());
  }

  private static String words(CallEvent.Left party) {
    var ending = party.ending();
    var word = ending.cause().name().toLowerCase(Locale.ROOT);
    return ending.code() == 0 ? word : word + " " + ending.code();
  }
}
