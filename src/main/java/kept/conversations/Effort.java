package kept.conversations;

/// What can cost a customer effort. Amounts count times; for `SECONDS_TO_A_PERSON` and `HOLD`,
/// seconds.
public enum Effort {
  KEY,
  SECONDS_TO_A_PERSON,
  HOLD,
  HAND_OVER,
  REPEAT,
  REOPENED
}
