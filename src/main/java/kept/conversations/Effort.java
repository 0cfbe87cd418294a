package kept.conversations;

/// What can cost a customer effort. Amounts count times; for `SECONDS_TO_A_PERSON` and `HOLD`,
/// seconds. A warm hand-over, where the next person heard the story first, costs half of another; a
/// drop is a call that broke off by a fault of ours.
public enum Effort {
  KEY,
  SECONDS_TO_A_PERSON,
  HOLD,
  HAND_OVER,
  WARM_HAND_OVER,
  REPEAT,
  REOPENED,
  DROP
}
