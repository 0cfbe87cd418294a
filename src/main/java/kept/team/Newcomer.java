package kept.team;

import kept.platform.Limit;
import kept.platform.Refusal;
import org.jspecify.annotations.Nullable;

/// Who accepts an invitation: what they are called, where they get mail, and the hash of the
/// password they chose; none when they come in by a passkey.
public record Newcomer(String name, String email, @Nullable String passwordHash) {
  static final Limit NAME = new Limit(80, "Use a shorter name.");

  public Newcomer {
    name = name(name);
    email = email(email);
  }

  /// A name as it may stand; an empty one is refused.
  public static String name(String typed) {
    if (typed.isBlank()) throw new Refusal("Enter what the others call you.");
    return NAME.check(typed);
  }

  /// An address as it may stand; what can't be one is refused.
  public static String email(String typed) {
    if (!MailAddress.looksRight(typed.strip()))
      throw new Refusal("Enter an address like dana@example.com.");
    return typed.strip();
  }
}
