package kept.customers;

/// How sure we are that it is them, from not at all to proven. Pages say *recognised* up to
/// `ATTESTED` and *confirmed* for `VERIFIED`.
public enum VerificationLevel {
  UNKNOWN,
  RECOGNISED,
  ATTESTED,
  VERIFIED
}
