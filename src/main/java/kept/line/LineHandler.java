package kept.line;

import java.util.List;

/// What a business does with its line. All of it is called in the mailbox of the call, one
/// thing after another, and may block.
public interface LineHandler {
  /// Before anything is answered: writes the call down. False, an exception or two seconds are
  /// a 503.
  boolean admit(Call call);

  /// It waits. Say what to do with it: ring somebody, answer, play, refuse.
  void arrived(Call call);

  void happened(Call call, CallEvent event);

  /// Whom a party means that transfers to this number; empty where it leads nowhere.
  List<Target> route(Call call, Leg by, String number);
}
