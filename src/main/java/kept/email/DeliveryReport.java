package kept.email;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a bounce tells: which address could not be reached and why, and which of our mails it
/// was.
public record DeliveryReport(
    List<Recipient> recipients, @Nullable String originalMessageId) {

  /// `action` is RFC 3464's word: failed, delayed, delivered, relayed or expanded. `status` is an
  /// enhanced code such as 5.1.1, `diagnostic` the far server's own words.
  public record Recipient(
      String address,
      String action,
      @Nullable String status,
      @Nullable String diagnostic) {
    /// Trying again will not help.
    public boolean isPermanent() {
      return action.equals("failed") && (status == null || status.startsWith("5"));
    }
  }

  public DeliveryReport {
    recipients = List.copyOf(recipients);
  }

  static DeliveryReport in(Part root, String words) {
    var status = statusPart(root);
    var told =
        status == null ? List.<Recipient>of() : DeliveryStatusBlocks.recipients(status.bytes());
    var original = originalId(root);
    if (told.isEmpty()) told = BounceWords.recipients(root.header(), words);
    if (original == null) original = BounceWords.originalId(words);
    return new DeliveryReport(told, original);
  }

  static Part.@Nullable Leaf statusPart(Part root) {
    return find(root, "message/delivery-status", "message/global-delivery-status");
  }

  /// The returned mail, or only its header, names itself.
  private static @Nullable String originalId(Part root) {
    var returned = find(
        root, "message/rfc822", "text/rfc822-headers", "message/global", "message/rfc822-headers");
    if (returned != null) {
      var ids = MessageIds.in(MimeTree.headerOf(returned.bytes()).first("message-id"));
      if (!ids.isEmpty()) return ids.getFirst();
    }
    var answered = MessageIds.in(root.header().first("in-reply-to"));
    return answered.isEmpty() ? null : answered.getFirst();
  }

  private static Part.@Nullable Leaf find(Part part, String... types) {
    return switch (part) {
      case Part.Leaf leaf ->
        List.of(types).contains(leaf.type().toLowerCase(Locale.ROOT)) ? leaf : null;
      case Part.Group group -> {
        for (var child : group.parts()) {
          var leaf = find(child, types);
          if (leaf != null) yield leaf;
        }
        yield null;
      }
    };
  }
}
