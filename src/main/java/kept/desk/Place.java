package kept.desk;

/// A place of the desk, in the order of the rail. A place that is built gets its line here and
/// nowhere else.
public enum Place {
  TODAY("Today", "Today", "/", "sun-horizon", false, true),
  CONVERSATIONS("Conversations", "Inbox", "/c", "chats-circle", false, false),
  PROMISES("Promises", "Promises", "/promises", "handshake", false, true),
  PEOPLE("People", "People", "/people", "users", false, false),
  FRONT_DOOR("Front door", "Door", "/front-door", "door-open", true, false),
  SETTINGS("Settings", "Settings", "/settings/team", "gear-six", true, false);

  private final String words;
  private final String tabWords;
  private final String href;
  private final String icon;
  private final boolean business;
  private final boolean forHelpers;

  Place(
      String words,
      String tabWords,
      String href,
      String icon,
      boolean business,
      boolean forHelpers) {
    this.words = words;
    this.tabWords = tabWords;
    this.href = href;
    this.icon = icon;
    this.business = business;
    this.forHelpers = forHelpers;
  }

  public String words() {
    return words;
  }

  public String tabWords() {
    return tabWords;
  }

  public String href() {
    return href;
  }

  public String icon() {
    return icon;
  }

  /// Belongs below the line: about the business rather than about today's work.
  public boolean business() {
    return business;
  }

  public boolean forHelpers() {
    return forHelpers;
  }
}
