package kept.platform.push;

import java.time.Duration;

/// What a push service said of one message.
public sealed interface PushAnswer {
  /// It has it, and gives it to the browser as soon as that is there.
  record Accepted() implements PushAnswer {}

  /// The browser gave this address up; nothing will ever arrive there.
  record Gone(String words) implements PushAnswer {}

  /// Not now; again no sooner than this.
  record Later(String words, Duration notBefore) implements PushAnswer {}

  /// Not this message, now or later.
  record Refused(String words) implements PushAnswer {}
}
