package kept.platform.http;

import org.jspecify.annotations.Nullable;

/// What somebody reads when a request could not be answered: what happened and what to do now.
/// `way` leads on from there; there is none where no page would help them.
public record ErrorPage(
    int status, String title, String words, @Nullable Way way) {

  public record Way(String words, String href) {}

  public ErrorPage(int status, String title, String words) {
    this(status, title, words, null);
  }

  public ErrorPage to(Way on) {
    return new ErrorPage(status, title, words, on);
  }
}
