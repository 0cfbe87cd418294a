package kept.desk;

/// A topic of the settings, in the order of their bar. A topic that is built gets its line here.
public enum Topic {
  TEAM("Team", "/settings/team"),
  CHANNELS("Channels", "/settings/channels"),
  HOURS("Hours", "/settings/hours");

  private final String words;
  private final String href;

  Topic(String words, String href) {
    this.words = words;
    this.href = href;
  }

  public String words() {
    return words;
  }

  public String href() {
    return href;
  }
}
