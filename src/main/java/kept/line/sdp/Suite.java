package kept.line.sdp;

/// The crypto suites that we speak (RFC 4568, section 6.2), best first.
enum Suite {
  AES_CM_128_HMAC_SHA1_80(1, 10),
  AES_CM_128_HMAC_SHA1_32(2, 4);

  private final int line;
  private final int tagBytes;

  Suite(int line, int tagBytes) {
    this.line = line;
    this.tagBytes = tagBytes;
  }

  /// The tag of its line in our offers (RFC 4568, section 4.1).
  int line() {
    return line;
  }

  int tagBytes() {
    return tagBytes;
  }
}
