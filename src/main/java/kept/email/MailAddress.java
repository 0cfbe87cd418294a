package kept.email;

/// Who a mail is from or to: `address` as written, `name` empty when none was given.
public record MailAddress(String name, String address) {}
