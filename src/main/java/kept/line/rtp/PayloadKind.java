package kept.line.rtp;

/// What a packet carries, as its payload type and the agreement say.
enum PayloadKind {
  AUDIO,
  /// telephone-event (RFC 4733).
  DIGITS,
  /// Comfort noise (RFC 3389): known, tolerated, not played.
  NOISE,
  UNKNOWN
}
