package kept.team;

import kept.platform.Refusal;

/// Who accepts an invitation: what they are called, where they get mail, and the hash of the
/// password
/// they chose.
public record Newcomer(String name, String email, String passwordHash) {
  public Newcomer {
    name = name.strip();
    email = email.strip();
    if (name.isEmpty()) throw new Refusal("Say what people call you.");
    if (!MailAddress.looksRight(email))
      throw new Refusal("Enter your e-mail address, like dana@example.com.");
  }
}
