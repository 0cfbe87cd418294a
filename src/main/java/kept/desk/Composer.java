package kept.desk;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where a reply or a note is written. After a refusal it holds what was typed, and why.
///
/// The form posts to `/c/{id}/messages` as `channel` (email, text or note), `words`, `files`,
/// `then` (send, ask or recap), `recap` (on), `understood`, `seen`, `key`, and the fields of the
/// promise. `seen` is the last thing of theirs on the page; `key` makes a second click count for
/// nothing.
public record Composer(
    To to,
    Way way,
    String words,
    PromiseDraft promise,
    Recap recap,
    String seen,
    String key,
    @Nullable Newer newer,
    HeardPart heard,
    Map<String, String> errors) {

  /// Which way is chosen.
  public enum Way {
    EMAIL,
    TEXT,
    NOTE
  }

  /// Whom it goes to. Without an `address` and a `number` only a note can be written, and `cannot`
  /// says why ("No mail address yet, only a note"). A number is there where texts reach them;
  /// with `texted` it is what they used last.
  public record To(
      String conversation,
      String person,
      @Nullable String address,
      @Nullable String number,
      boolean texted,
      @Nullable String cannot) {
    /// To somebody whom no text reaches.
    public To(
        String conversation, String person, @Nullable String address, @Nullable String cannot) {
      this(conversation, person, address, null, false, cannot);
    }

    public Way usual() {
      if (number != null && (texted || address == null)) return Way.TEXT;
      return address == null ? Way.NOTE : Way.EMAIL;
    }
  }

  /// `understood` is offered ready to change: what we took from what they told us.
  public record Recap(boolean open, String understood) {}

  /// Somebody wrote after `seen`: sending stops once. `words` as "Chuck wrote while you were
  /// typing. Read it first."
  public record Newer(String words, String href) {}

  /// What is wrong with a field, in words, or null.
  public @Nullable String error(String field) {
    return errors.get(field);
  }

  public boolean canWrite() {
    return to.address() != null || to.number() != null;
  }

  static HeardPart nothingHeard(To to) {
    return new HeardPart(to.conversation(), List.of(), false);
  }

  /// The same with what was heard in its words.
  Composer hearing(HeardPart heard) {
    return new Composer(to, way, words, promise, recap, seen, key, newer, heard, errors);
  }

  /// Nothing written yet.
  public static Composer empty(
      To to, PromiseDraft promise, String understood, String seen, String key) {
    return new Composer(
        to,
        to.usual(),
        "",
        promise,
        new Recap(false, understood),
        seen,
        key,
        null,
        nothingHeard(to),
        Map.of());
  }
}
