package kept.email;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads one part: as words when it was meant to be read, as a file otherwise.
final class LeafReader {
  private static final Pattern HTML_CHARSET =
      Pattern.compile("(?i)<meta[^>]{0,200}charset\\s*=\\s*[\"']?([\\w:-]{1,40})");

  private LeafReader() {}

  /// `parentType` is the group the part stands in, empty when the part is the whole mail.
  static Letter read(Part.Leaf leaf, String parentType) {
    var disposition = leaf.header().disposition().value();
    boolean text =
        leaf.type().equals("text/plain") || leaf.type().equals("text/html") || isEnriched(leaf);
    boolean meantToBeRead = text
        && !disposition.equals("attachment")
        && (parentType.isEmpty() || fileName(leaf) == null);
    if (meantToBeRead) return asText(leaf);
    return leaf.bytes().length == 0 && fileName(leaf) == null
        ? new Letter(List.of(), List.of())
        : new Letter(List.of(), List.of(file(leaf, parentType)));
  }

  static Letter asText(Part.Leaf leaf) {
    var files = new ArrayList<Attachment>();
    var decoded = MailCharsets.decode(leaf.bytes(), charset(leaf));
    int longest = leaf.type().equals("text/html") ? Letter.LONGEST_HTML : Letter.LONGEST_WORDS;
    if (decoded.length() > longest) files.add(file(leaf, ""));
    var kept = Plain.text(Plain.cut(decoded, longest));
    if (leaf.type().equals("text/html")) {
      return new Letter(List.of(new Letter.Text(HtmlWords.of(kept), kept)), files);
    }
    if (isEnriched(leaf))
      return new Letter(List.of(new Letter.Text(HtmlWords.of(kept), null)), files);
    var found = Uuencode.in(kept);
    found
        .files()
        .forEach(file -> files.add(new Attachment(
            FileName.of(file.name(), "file", ""),
            "application/octet-stream",
            null,
            false,
            file.bytes())));
    return new Letter(List.of(new Letter.Text(plain(leaf, found.words()), null)), files);
  }

  private static String plain(Part.Leaf leaf, String text) {
    var type = leaf.header().contentType();
    boolean flowed = "flowed".equalsIgnoreCase(type.parameter("format"));
    var joined =
        flowed ? FlowedText.join(text, "yes".equalsIgnoreCase(type.parameter("delsp"))) : text;
    return ClearSigned.unwrap(joined).replaceFirst("^\\n+", "").stripTrailing();
  }

  private static boolean isEnriched(Part.Leaf leaf) {
    return leaf.type().equals("text/enriched") || leaf.type().equals("text/richtext");
  }

  private static @Nullable String charset(Part.Leaf leaf) {
    var named = leaf.header().contentType().parameter("charset");
    if (named != null || !leaf.type().equals("text/html")) return named;
    var start = new String(leaf.bytes(), 0, Math.min(leaf.bytes().length, 4_096), ISO_8859_1);
    var meta = HTML_CHARSET.matcher(start);
    return meta.find() ? meta.group(1) : null;
  }

  static Attachment file(Part.Leaf leaf, String parentType) {
    var contentIds = MessageIds.in(leaf.header().first("content-id"));
    var contentId = contentIds.isEmpty() ? plainContentId(leaf) : contentIds.getFirst();
    var disposition = leaf.header().disposition().value();
    boolean related = parentType.equals("multipart/related") && contentId != null;
    boolean inline = disposition.equals("inline") || (related && !disposition.equals("attachment"));
    var name = FileName.of(fileName(leaf), fallbackName(leaf), leaf.type());
    return new Attachment(name, leaf.type(), contentId, inline, leaf.bytes());
  }

  private static @Nullable String plainContentId(Part.Leaf leaf) {
    var id = leaf.header().first("content-id");
    return id == null || id.isBlank()
        ? null
        : Plain.cut(Plain.line(id).replaceAll("[<> ]", ""), 998);
  }

  private static @Nullable String fileName(Part.Leaf leaf) {
    var given = leaf.header().disposition().parameter("filename");
    return given == null ? leaf.header().contentType().parameter("name") : given;
  }

  /// An attached mail is called by its subject, a picture "image", anything else "file".
  private static String fallbackName(Part.Leaf leaf) {
    if (leaf.type().equals("message/rfc822")) {
      var subject = MimeTree.headerOf(leaf.bytes()).words("subject");
      return subject.isBlank() ? "mail" : subject.replaceAll("[/\\\\]", "-").replaceAll("[.:]", "");
    }
    var kind = leaf.type().split("/", 2)[0].toLowerCase(Locale.ROOT);
    return List.of("image", "audio", "video").contains(kind)
        ? kind
        : leaf.type().endsWith("delivery-status") ? "report" : "file";
  }
}
