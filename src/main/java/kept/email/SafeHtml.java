package kept.email;

import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/// The HTML of a mail, made harmless: it runs nothing, loads nothing and leaves our page's look
/// alone.
///
/// Pictures from elsewhere would tell the sender that somebody is reading. They become `<img
/// data-remote-src=...>` without `src`, to be fetched only when the reader asks; `remoteImages`
/// counts them. Pictures that came with the mail are shown.
public record SafeHtml(String html, int remoteImages) {
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,4}");

  /// Addresses within our own site are nobody's to link to from a mail, so nothing relative.
  private static final Pattern LINK = Pattern.compile("(?i)(https?://|mailto:|tel:)[^\\s]{1,4000}");

  /// `contentIdToUrl` gives the URL of the attachment with that Content-ID, or null.
  public static SafeHtml clean(String html, Function<String, @Nullable String> contentIdToUrl) {
    var pictures = new MailPictures(contentIdToUrl);
    var clean = policy(pictures).sanitize(Plain.cut(html, Letter.LONGEST_HTML));
    return new SafeHtml(clean, pictures.remote());
  }

  private static PolicyFactory policy(MailPictures pictures) {
    return new HtmlPolicyBuilder()
        .allowElements(
            "abbr",
            "address",
            "b",
            "bdi",
            "big",
            "blockquote",
            "br",
            "caption",
            "center",
            "cite",
            "code")
        .allowElements(
            "dd", "del", "div", "dl", "dt", "em", "hr", "i", "ins", "kbd", "li", "ol", "p", "pre",
            "q", "s")
        .allowElements(
            "samp", "small", "span", "strike", "strong", "sub", "sup", "table", "tbody", "td",
            "tfoot", "th")
        .allowElements("thead", "tr", "tt", "u", "ul", "var")
        // A page has one h1, and it is ours.
        .allowElements((name, attributes) -> "p", "h1", "h2", "h3", "h4", "h5", "h6")
        .allowElements(SafeHtml::link, "a")
        .allowElements(pictures, "img")
        .allowUrlProtocols("http", "https", "mailto", "tel", "cid")
        .allowAttributes("href", "title")
        .onElements("a")
        .allowAttributes("src", "alt")
        .onElements("img")
        .allowAttributes("width", "height")
        .matching(NUMBER)
        .onElements("img")
        .allowAttributes("colspan", "rowspan")
        .matching(NUMBER)
        .onElements("td", "th")
        .allowAttributes("dir")
        .matching(true, "ltr", "rtl", "auto")
        .globally()
        .toFactory();
  }

  /// A link opens elsewhere and takes nothing of us along.
  private static String link(String name, List<String> attributes) {
    int href = attributes.indexOf("href");
    boolean good = href >= 0 && LINK.matcher(attributes.get(href + 1)).matches();
    if (!good) {
      attributes.clear();
      return "span";
    }
    attributes.addAll(List.of("target", "_blank", "rel", "noopener noreferrer nofollow"));
    return name;
  }
}
