package kept.desk;

import kept.conversations.Channel;
import kept.customers.IdentityKind;

/// What the pages call a channel, and its picture.
final class ChannelWords {
  private ChannelWords() {}

  static String by(Channel channel) {
    return switch (channel) {
      case EMAIL -> "by email";
      case CALL -> "on the phone";
      case TEXT -> "by text";
      case CHAT -> "in the chat";
      case PAGE -> "on their page";
      case IN_PERSON -> "in the shop";
    };
  }

  static String icon(Channel channel) {
    return switch (channel) {
      case EMAIL -> "envelope-simple";
      case CALL -> "phone";
      case TEXT -> "chat-text";
      case CHAT -> "chat-circle-dots";
      case PAGE -> "globe-simple";
      case IN_PERSON -> "storefront";
    };
  }

  static String icon(IdentityKind kind) {
    return switch (kind) {
      case EMAIL -> "envelope-simple";
      case PHONE -> "phone";
      case WEB -> "globe-simple";
      case EXTERNAL -> "key";
    };
  }
}
