package kept.frontdoor;

import org.jspecify.annotations.Nullable;

/// What a caller hears of the shop's own: while phones ring, when it is closed, on a holiday. Each
/// may be missing; the line's own sentences are heard then.
public record Greetings(
    @Nullable Greeting open,
    @Nullable Greeting closed,
    @Nullable Greeting holiday) {
  public static final Greetings NONE = new Greetings(null, null, null);

  public @Nullable Greeting at(Moment moment) {
    return switch (moment) {
      case OPEN -> open;
      case CLOSED -> closed;
      case HOLIDAY -> holiday;
    };
  }

  boolean says(String file) {
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
      case OPEN -> new Greetings(other, closed, holiday);
      case CLOSED -> new Greetings(open, other, holiday);
      case HOLIDAY -> new Greetings(open, closed, other);
    };
  }
}
