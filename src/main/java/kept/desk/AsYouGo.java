package kept.desk;

import kept.platform.Refusal;

/// Forms that save themselves as soon as something in them changes. Beside the control stands that
/// it is saved and what that does; a refusal puts the old value back and says why. Whoever has no
/// scripts presses a button and gets the whole page.
final class AsYouGo {
  static final String SAVED = "settings/saved.jte";

  private AsYouGo() {}

  /// Every mistake in one line: the form that sent it has no room for them one by one.
  static Refusal refusal(Mistakes mistakes) {
    return new Refusal(String.join(" ", mistakes.byField().values()));
  }
}
