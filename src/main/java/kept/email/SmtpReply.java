package kept.email;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What an SMTP server says (RFC 5321 section 4.2): three digits and one or more lines.
record SmtpReply(int code, List<String> lines) {
  SmtpReply {
    lines = lines.stream().map(Plain::line).toList();
  }

  static SmtpReply of(int code, String words) {
    return new SmtpReply(code, List.of(words));
  }

  boolean isError() {
    return code >= 400;
  }

  String wire() {
    return IntStream.range(0, lines.size())
        .mapToObj(i -> code + (i < lines.size() - 1 ? "-" : " ") + lines.get(i) + "\r\n")
        .collect(Collectors.joining());
  }
}
