package kept.team;

import java.util.regex.Pattern;

/// Whether what somebody typed can be a mail address at all. Only a mail that arrives proves it.
public final class MailAddress {
  /// RFC 5321, section 4.5.3.1.3: 256 octets with the angle brackets.
  private static final int LONGEST = 254;

  private static final Pattern SHAPE = Pattern.compile("[^\\s@<>,;:\"()]+@[^\\s@<>,;:\"()]+");

  private MailAddress() {}

  public static boolean looksRight(String address) {
    return address.length() <= LONGEST && SHAPE.matcher(address).matches();
  }
}
