package kept.email;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads the addresses of a `From`, `To` or `Reply-To` header, however badly written.
///
/// RFC 5322 section 3.4 with its groups and comments, and beyond it: semicolons between
/// addresses, names with stray commas, addresses without brackets or without a domain.
final class AddressList {
  /// More recipients than this are a mailing gone wrong; nobody reads them.
  private static final int MOST = 200;

  private static final int LONGEST_NAME = 200;

  /// RFC 5321: 64 for the local part, 255 for the domain, and the @.
  private static final int LONGEST_ADDRESS = 320;

  private final String text;
  private final List<MailAddress> found = new ArrayList<>();
  private final StringBuilder words = new StringBuilder();
  private final StringBuilder comment = new StringBuilder();
  private @Nullable String bracketed;
  private int at;

  private AddressList(String text) {
    this.text = text;
  }

  static List<MailAddress> parse(@Nullable String header) {
    return header == null ? List.of() : new AddressList(header).read();
  }

  private List<MailAddress> read() {
    while (at < text.length() && found.size() < MOST) {
      char c = text.charAt(at++);
      switch (c) {
        case '"' -> words.append(upTo('"'));
        case '(' -> comment.append(upTo(')'));
        case '<' -> bracketed = upTo('>');
        case ',', ';' -> finishUnlessNameGoesOn(c);
        case ':' -> startGroup();
        default -> words.append(c);
      }
    }
    finish();
    return List.copyOf(found);
  }

  private String upTo(char end) {
    var inside = new StringBuilder();
    while (at < text.length() && text.charAt(at) != end) {
      if (text.charAt(at) == '\\' && at + 1 < text.length() && end != '>') at++;
      inside.append(text.charAt(at++));
    }
    at++;
    return inside.toString();
  }

  /// `Alvarez, Chuck <chuck@example.com>` lacks its quotes; the comma belongs to the name.
  private void finishUnlessNameGoesOn(char separator) {
    var soFar = words.toString();
    int bracket = text.indexOf('<', at);
    boolean nameGoesOn = separator == ','
        && bracketed == null
        && !soFar.isBlank()
        && !soFar.contains("@")
        && bracket > 0
        && text.substring(at, bracket)
            .chars()
            .noneMatch(c -> c == ',' || c == '@' || c == ';' || c == ':');
    if (nameGoesOn) words.append(separator);
    else finish();
  }

  /// `Undisclosed recipients:;` names a group; its members follow.
  private void startGroup() {
    if (words.indexOf("@") >= 0 || bracketed != null) words.append(':');
    else words.setLength(0);
  }

  private void finish() {
    var plain = Plain.line(EncodedWords.decode(words.toString()));
    var address =
        Plain.line(bracketed == null ? plain : bracketed).replaceAll("\\([^()]*\\)| ", "");
    var name = bracketed == null ? "" : plain;
    if (bracketed == null && plain.contains("@") && plain.contains(" ")) {
      address = wordWithAt(plain);
      name = Plain.line(plain.replace(address, ""));
    }
    if (name.isEmpty()) name = Plain.line(EncodedWords.decode(comment.toString()));
    address = Plain.cut(address, LONGEST_ADDRESS).replaceAll("^(?i:mailto:)|^[<'\"]+|[>'\"]+$", "");
    if (address.contains("@") || (bracketed != null && !name.isEmpty())) {
      found.add(new MailAddress(Plain.cut(unquoted(name), LONGEST_NAME), address));
    }
    words.setLength(0);
    comment.setLength(0);
    bracketed = null;
  }

  private static String wordWithAt(String plain) {
    for (var word : plain.split(" ", -1)) {
      if (word.contains("@")) return word;
    }
    return plain;
  }

  /// Outlook writes `'chuck@example.com'`.
  private static String unquoted(String name) {
    boolean quoted = name.length() > 1 && name.startsWith("'") && name.endsWith("'");
    return quoted ? name.substring(1, name.length() - 1).strip() : name;
  }
}
