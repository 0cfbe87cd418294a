package kept.phone;

import java.time.Duration;
import kept.line.Call;
import kept.line.rtp.Source;

/// A caller's place in the waiting line, while everybody talks with somebody else. They hear where
/// they stand and that they may hang up. In the call's mailbox.
final class Turn {
  /// Nobody waits for longer than this: after it we ring them back.
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  /// How much music is between two words of ours.
  private static final Duration MUSIC = Duration.ofSeconds(20);

  private final Switchboard board;
  private final Call call;
  private final PhoneCall kept;
  private final Script script;
  private final Runnable comes;
  private boolean waits;

  /// @param comes what happens when it is their turn
  Turn(Switchboard board, Call call, PhoneCall kept, Script script, Runnable comes) {
    this.board = board;
    this.call = call;
    this.kept = kept;
    this.script = script;
    this.comes = comes;
  }

  boolean waits() {
    return waits;
  }

  void begins(Runnable inVain) {
    waits = true;
    board.facts().queued(kept);
    board.waiting().joins(this);
    tellPlace();
    board.conducts().after(PATIENCE, call, () -> {
      if (waits) inVain.run();
    });
  }

  private void tellPlace() {
    var caller = call.caller();
    if (!waits || caller == null || caller.isOver()) return;
    var place = board.waiting().placeOf(this) + board.calls().places().before(kept);
    script.say(caller, board.sounds().place(place), () -> {
      call.aside(caller, new Source.Clip(board.sounds().music(), true));
      board.conducts().after(MUSIC, call, this::tellPlace);
    });
  }

  /// Somebody hung up, and nobody waits for longer. Any thread may say so.
  void comes() {
    call.post(() -> {
      if (!waits) return;
      leaves();
      comes.run();
    });
  }

  void leaves() {
    waits = false;
    board.waiting().leaves(this);
  }
}
