package kept.customers;

/// A way in which somebody reaches us.
public enum IdentityKind {
  EMAIL,
  PHONE,
  WEB,
  EXTERNAL
}
