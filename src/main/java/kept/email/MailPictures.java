package kept.email;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.owasp.html.ElementPolicy;

/// What becomes of the pictures of one mail. Not for sharing between mails: it counts.
final class MailPictures implements ElementPolicy {
  /// A picture this small is there to be loaded, not to be seen.
  private static final int TRACKING_PIXELS = 3;

  private static final Pattern REMOTE = Pattern.compile("(?i)(https?:)?//[^\\s]{1,4000}");

  private final Function<String, @Nullable String> contentIdToUrl;
  private int remote;

  MailPictures(Function<String, @Nullable String> contentIdToUrl) {
    this.contentIdToUrl = contentIdToUrl;
  }

  int remote() {
    return remote;
  }

  @Override
  public @Nullable String apply(String name, List<String> attributes) {
    var given = asMap(attributes);
    attributes.clear();
    if (isPixel(given)) return null;
    var source = given.getOrDefault("src", "");
    if (source.regionMatches(true, 0, "cid:", 0, 4)) {
      var url = contentIdToUrl.apply(contentId(source));
      if (url != null) attributes.addAll(List.of("src", url));
    } else if (REMOTE.matcher(source).matches()) {
      remote++;
      attributes.addAll(
          List.of("data-remote-src", source.startsWith("//") ? "https:" + source : source));
    }
    attributes.addAll(List.of("alt", given.getOrDefault("alt", "")));
    if (attributes.size() == 2 && attributes.getLast().isEmpty()) return null;
    for (var size : List.of("width", "height")) {
      if (given.containsKey(size)) attributes.addAll(List.of(size, given.get(size)));
    }
    return name;
  }

  private static Map<String, String> asMap(List<String> attributes) {
    var map = new HashMap<String, String>();
    for (int i = 0; i + 1 < attributes.size(); i += 2)
      map.put(attributes.get(i), attributes.get(i + 1));
    return map;
  }

  private static boolean isPixel(Map<String, String> given) {
    return isTiny(given.get("width")) || isTiny(given.get("height"));
  }

  /// The policy let only up to four digits through.
  private static boolean isTiny(@Nullable String size) {
    return size != null && Integer.parseInt(size) < TRACKING_PIXELS;
  }

  /// RFC 2392: the id stands percent-encoded in a URL.
  private static String contentId(String source) {
    return HeaderValue.percentDecodedText(source.substring(4));
  }
}
