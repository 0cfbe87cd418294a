package kept.platform;

/// The most letters that a text may have, and what is said to whoever writes more. The room that
/// keeps the text asks, so that pages and programs meet the same limit.
public record Limit(int letters, String sentence) {
  /// The text without blanks around it; refused when it is longer.
  public String check(String text) {
    var bare = text.strip();
    if (bare.length() > letters) throw new Refusal(sentence);
    return bare;
  }

  /// As much of the text as fits, for what a stranger sent: they are not told to be brief. No
  /// character is cut in two, since half of one cannot be kept.
  public String cut(String text) {
    var bare = text.strip();
    if (bare.length() <= letters) return bare;
    var end = letters - 1;
    if (Character.isHighSurrogate(bare.charAt(end - 1))) end--;
    return bare.substring(0, end) + "…";
  }
}
