package kept.email;

import java.util.Optional;
import java.util.regex.Pattern;

/// The address that replies of one conversation come to: the shop's, with the conversation's token
/// behind a plus (RFC 5233 calls it the detail).
public final class ReplyAddress {
  private static final Pattern TOKEN =
      Pattern.compile("[^+@]+\\+([a-z0-9]{10})@.+", Pattern.CASE_INSENSITIVE);

  private ReplyAddress() {}

  public static String of(String shopAddress, String token) {
    var at = shopAddress.lastIndexOf('@');
    return shopAddress.substring(0, at) + "+" + token + shopAddress.substring(at);
  }

  static Optional<String> token(String recipient) {
    var match = TOKEN.matcher(recipient);
    return match.matches()
        ? Optional.of(match.group(1).toLowerCase(java.util.Locale.ROOT))
        : Optional.empty();
  }
}
