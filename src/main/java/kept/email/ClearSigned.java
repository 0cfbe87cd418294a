package kept.email;

/// Words wrapped in a PGP signature (RFC 9580 section 7). The wrapping is not for people.
final class ClearSigned {
  private static final String BEGIN = "-----BEGIN PGP SIGNED MESSAGE-----";
  private static final String SIGNATURE = "\n-----BEGIN PGP SIGNATURE-----";
  private static final String END = "-----END PGP SIGNATURE-----";

  private ClearSigned() {}

  /// Takes the first wrapping away; nested ones stay as they are.
  static String unwrap(String text) {
    int begin = text.indexOf(BEGIN);
    int words = begin < 0 ? -1 : text.indexOf("\n\n", begin);
    int signature = words < 0 ? -1 : text.indexOf(SIGNATURE, words);
    int end = signature < 0 ? -1 : text.indexOf(END, signature);
    if (end < 0) return text;
    return text.substring(0, begin)
        + text.substring(words + 2, Math.max(words + 2, signature))
        + text.substring(end + END.length());
  }
}
