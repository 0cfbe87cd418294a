package kept.line.sdp;

/// An `a=` line (RFC 8866, section 5.13): a property where `value` is empty, else a name and
/// what stands behind its colon.
public record Attribute(String name, String value) {
  static Attribute property(String name) {
    return new Attribute(name, "");
  }

  @Override
  public String toString() {
    return value.isEmpty() ? name : name + ":" + value;
  }
}
