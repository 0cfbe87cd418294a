package kept.desk;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where a reply or a note is written. After a refusal it holds what was typed, and why.
///
/// The form posts to `/c/{id}/messages` as `channel` (email or note), `words`, `files`, `then`
/// (send, ask or recap), `recap` (on), `understood`, `seen`, and the fields of the promise.
public record Composer(
    Channel channel,
    String words,
    PromiseDraft promise,
    Recap recap,
    String seen,
    @Nullable Newer newer,
    Map<String, String> errors) {

  /// `to` is where an email goes ("chuck@alvarez.example"); without one only a note can be written
  /// and `cannot` says why.
  public record Channel(
      boolean note, @Nullable String to, @Nullable String cannot) {}

  /// `understood` is offered ready to change: what we took from what they told us.
  public record Recap(boolean open, String understood) {}

  /// Somebody wrote after `seen`: sending stops once. `words` as "Chuck wrote while you were
  /// typing.
  /// Read it first."
  public record Newer(String words, String href) {}

  /// What is wrong with a field, in words, or null.
  public @Nullable String error(String field) {
    return errors.get(field);
  }

  /// Nothing written yet.
  public static Composer empty(
      Channel channel, PromiseDraft promise, String understood, String seen) {
    return new Composer(channel, "", promise, new Recap(false, understood), seen, null, Map.of());
  }
}
