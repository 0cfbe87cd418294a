package kept.email;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The body of `message/delivery-status` (RFC 3464 section 2): blocks of fields parted by blank
/// lines, the first about the mail, each further one about a recipient.
final class DeliveryStatusBlocks {
  /// A mail to more recipients than this is a mailing; the first failures tell enough.
  private static final int MOST_BLOCKS = 100;

  private static final int LONGEST_BODY = 256 * 1024;

  private static final int LONGEST_DIAGNOSTIC = 2_000;

  /// RFC 3463: class, subject, detail.
  private static final Pattern STATUS = Pattern.compile("\\b([245]\\.\\d{1,3}\\.\\d{1,3})\\b");

  private DeliveryStatusBlocks() {}

  static List<DeliveryReport.Recipient> recipients(byte[] body) {
    var unfolded = Plain.text(
            MailCharsets.decode(Arrays.copyOf(body, Math.min(body.length, LONGEST_BODY)), null))
        .replaceAll("\\n[ \\t]+(?=\\S)", " ");
    return Stream.of(unfolded.split("\\n[ \\t]*\\n", MOST_BLOCKS))
        .map(DeliveryStatusBlocks::fields)
        .map(DeliveryStatusBlocks::recipient)
        .filter(Objects::nonNull)
        .toList();
  }

  private static Map<String, String> fields(String block) {
    var fields = new LinkedHashMap<String, String>();
    block.lines().forEach(line -> {
      int colon = line.indexOf(':');
      if (colon > 0)
        fields.putIfAbsent(
            line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
            line.substring(colon + 1).strip());
    });
    return fields;
  }

  private static DeliveryReport.@Nullable Recipient recipient(Map<String, String> fields) {
    var named = Stream.of("final-recipient", "original-recipient", "x-actual-recipient")
        .map(fields::get)
        .filter(Objects::nonNull)
        .map(DeliveryStatusBlocks::address)
        .filter(address -> !address.isEmpty())
        .toList();
    if (named.isEmpty()) return null;
    var diagnostic = fields.get("diagnostic-code");
    var words = diagnostic == null
        ? null
        : Plain.cut(Plain.line(afterType(diagnostic)), LONGEST_DIAGNOSTIC);
    var status = status(fields.getOrDefault("status", ""), words);
    var action = Plain.cut(
        fields.getOrDefault("action", "failed").toLowerCase(Locale.ROOT).split("[^a-z]", 2)[0], 20);
    return new DeliveryReport.Recipient(
        named.getFirst(), action.isEmpty() ? "failed" : action, status, words);
  }

  /// `5.0.0` says only that it failed; the server's own words often say more.
  private static @Nullable String status(String field, @Nullable String words) {
    var given = firstStatus(field);
    var said = words == null ? null : firstStatus(words);
    if (said != null
        && (given == null || (given.endsWith(".0.0") && given.charAt(0) == said.charAt(0))))
      return said;
    return given;
  }

  static @Nullable String firstStatus(String text) {
    var matcher = STATUS.matcher(text);
    return matcher.find() ? matcher.group(1) : null;
  }

  /// `rfc822; chuck@example.com`
  private static String address(String field) {
    var addresses = AddressList.parse(afterType(field));
    return addresses.isEmpty()
        ? Plain.cut(Plain.line(afterType(field)), 320)
        : addresses.getFirst().address();
  }

  private static String afterType(String field) {
    return field.replaceFirst("^[\\w-]{1,20}\\s*;", "").strip();
  }
}
