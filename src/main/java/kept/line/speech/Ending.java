package kept.line.speech;

/// Why a recording ended. Its file is valid in every case, as far as it goes.
public enum Ending {
  /// It was closed.
  ASKED,

  /// It came to [Recording#LONGEST].
  TOO_LONG,

  /// The disk is full, or nearly so.
  NO_ROOM,

  /// The disk refused for another reason; the log has it.
  BROKEN
}
