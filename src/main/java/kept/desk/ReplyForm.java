package kept.desk;

import io.javalin.http.Context;
import kept.conversations.Channel;

/// What was sent from the composer. `seen` is the last thing of theirs that its page showed, `key`
/// makes it count once.
record ReplyForm(
    Composer.Way way,
    String words,
    Then then,
    boolean recap,
    String understood,
    String seen,
    String key,
    PromisePart promise,
    boolean heardAsked) {

  /// Which button was pressed: send, send and ask if it is sorted, send the recap.
  enum Then {
    SEND,
    ASK,
    RECAP
  }

  static ReplyForm in(Context request) {
    var form = new Form(request);
    var then = switch (form.text("then")) {
      case "ask" -> Then.ASK;
      case "recap" -> Then.RECAP;
      default -> Then.SEND;
    };
    return new ReplyForm(
        way(form.text("channel")),
        form.secret("words").strip().replace("\r\n", "\n"),
        then,
        then == Then.RECAP || form.text("recap").equals("on"),
        form.text("understood").replace("\r\n", "\n"),
        form.text("seen"),
        form.text("key"),
        PromisePart.in(form),
        form.text("heard_asked").equals("on"));
  }

  private static Composer.Way way(String channel) {
    return switch (channel) {
      case "note" -> Composer.Way.NOTE;
      case "text" -> Composer.Way.TEXT;
      default -> Composer.Way.EMAIL;
    };
  }

  boolean note() {
    return way == Composer.Way.NOTE;
  }

  /// How the message goes out.
  Channel channel() {
    return way == Composer.Way.TEXT ? Channel.TEXT : Channel.EMAIL;
  }

  /// The same, with a heard promise taken into its part.
  ReplyForm promising(HeardRow heard) {
    var taken = new PromisePart(heard.what(), heard.kind(), "other", heard.due(), promise.keeper());
    return new ReplyForm(way, words, then, recap, understood, seen, key, taken, heardAsked);
  }

  boolean asks() {
    return then == Then.ASK;
  }

  /// True when a recap goes to the customer with it.
  boolean recaps() {
    return recap && !note() && !asks();
  }
}
