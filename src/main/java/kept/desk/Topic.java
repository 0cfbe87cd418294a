package kept.desk;

import kept.team.Role;

/// A topic of the settings, in the order of their bar. A topic that is built gets its line here.
public enum Topic {
  TEAM("Team", "/settings/team", Role.AGENT),
  CHANNELS("Channels", "/settings/channels", Role.OWNER),
  PHONE("Phone", "/settings/phone", Role.OWNER),
  TEXTS("Texts", "/settings/texts", Role.OWNER),
  PROMISES("Promises", "/settings/promises", Role.OWNER),
  ALARMS("Alarms", "/settings/alarms", Role.OWNER),
  HOURS("Hours", "/settings/hours", Role.OWNER),
  PRIVACY("Privacy", "/settings/privacy", Role.OWNER),
  TIME("Your time", "/settings/you/time", Role.HELPER),
  YOU("You", "/settings/you", Role.HELPER);

  private final String words;
  private final String href;
  private final Role least;

  Topic(String words, String href, Role least) {
    this.words = words;
    this.href = href;
    this.least = least;
  }

  public String words() {
    return words;
  }

  public String href() {
    return href;
  }

  /// Roles are declared from the one that may most to the one that may least.
  boolean isFor(Role role) {
    return role.compareTo(least) <= 0;
  }
}
