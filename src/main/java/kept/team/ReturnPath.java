package kept.team;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Where somebody goes after signing in: a path of this desk and nothing else, so that a link to
/// the sign-in page cannot lead away from it.
public record ReturnPath(String value) {
  /// One slash, then no second one and no backslash (browsers read `/\` as `//`), then printable
  /// ASCII as URLs have it.
  private static final Pattern LOCAL = Pattern.compile("/(?![/\\\\])[!-\\[\\]-~]{0,500}");

  public static final ReturnPath TODAY = new ReturnPath("/");

  public ReturnPath {
    if (!LOCAL.matcher(value).matches()) throw new IllegalArgumentException("Not local: " + value);
  }

  /// The path if it is one of ours, else Today.
  public static ReturnPath of(@Nullable String wanted) {
    if (wanted == null || !LOCAL.matcher(wanted).matches()) return TODAY;
    return new ReturnPath(wanted);
  }

  /// The path of a whole address, as htmx names the page it is on.
  public static ReturnPath ofUrl(@Nullable String url) {
    if (url == null) return TODAY;
    try {
      var address = new URI(url);
      var query = address.getRawQuery();
      return of(address.getRawPath() + (query == null ? "" : "?" + query));
    } catch (URISyntaxException e) {
      return TODAY;
    }
  }

  /// A path of ours that leads here afterwards.
  public String after(String path) {
    return isToday() ? path : path + "?next=" + URLEncoder.encode(value, UTF_8);
  }

  public boolean isToday() {
    return equals(TODAY);
  }
}
