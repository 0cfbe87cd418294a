package kept.line.sip;

/// Who a call comes from, as far as it is proven.
public sealed interface Origin {
  /// A phone of ours that showed its secret.
  record Phone(String user) implements Origin {}

  /// A trunk, known by its addresses.
  record Carrier(String trunk) implements Origin {}
}
