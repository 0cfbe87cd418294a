package kept.promises.hearing;

/// Who does what a sentence says, and where the words for it begin.
record Subject(Who who, int from) {
  enum Who {
    /// I, we, or nobody said: "will ring you at four".
    US,
    /// Somebody of ours: "our engineer", "someone from accounts".
    STAFF,
    /// A single name that we do not know: "Jacko'll swing past".
    NAMED,
    /// What we make, send or mend: "your order", "the refund", "it".
    THING,
    CUSTOMER,
    /// Somebody whom we do not answer for: a carrier, a maker, a bank.
    OTHER,
    /// Nobody in particular: "all orders", "returns".
    ANYONE
  }

  boolean isOurs() {
    return who == Who.US || who == Who.STAFF || who == Who.NAMED;
  }
}
