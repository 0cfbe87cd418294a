package kept.frontdoor;

import java.time.Duration;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What a caller hears of the shop's own: while phones ring, when it is closed, on a holiday. Each
/// may be missing; the line's own sentences are heard then. A notice follows hello.
public record Greetings(
    @Nullable Greeting open,
    @Nullable Greeting closed,
    @Nullable Greeting holiday,
    @Nullable Notice notice) {
  public static final Greetings NONE = new Greetings(null, null, null);

  public Greetings(@Nullable Greeting open, @Nullable Greeting closed, @Nullable Greeting holiday) {
    this(open, closed, holiday, null);
  }

  /// The same with another notice, or without one.
  public Greetings notice(@Nullable Notice other) {
    return new Greetings(open, closed, holiday, other);
  }

  /// What is heard on this day: a notice whose day has come is not.
  public Greetings on(LocalDate today) {
    return notice == null || notice.isDue(today) ? this : notice(null);
  }

  /// How long hello takes, with its notice.
  public Duration hello() {
    var begins = open == null ? Duration.ZERO : open.length();
    return notice == null ? begins : begins.plus(notice.said().length());
  }

  public @Nullable Greeting at(Moment moment) {
    return switch (moment) {
      case OPEN -> open;
      case CLOSED -> closed;
      case HOLIDAY -> holiday;
    };
  }

  boolean says(String file) {
    if (notice != null && notice.said().file().equals(file)) return true;
    for (var moment : Moment.values()) {
      var greeting = at(moment);
      if (greeting != null && greeting.file().equals(file)) return true;
    }
    return false;
  }

  /// The same words said again; the words for eyes stay.
  public Greetings again(Moment moment, Greeting sound) {
    var before = at(moment);
    return with(moment, before == null ? sound : sound.words(before.words()));
  }

  public Greetings with(Moment moment, @Nullable Greeting other) {
    return switch (moment) {
      case OPEN -> new Greetings(other, closed, holiday, notice);
      case CLOSED -> new Greetings(open, other, holiday, notice);
      case HOLIDAY -> new Greetings(open, closed, other, notice);
    };
  }
}
