package kept.desk;

import static kept.desk.GalleryCast.at;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kept.desk.TimelineEvent.AsSent;
import kept.desk.TimelineEvent.Attached;
import kept.desk.TimelineEvent.Bar;
import kept.desk.TimelineEvent.Body;
import kept.desk.TimelineEvent.Called;
import kept.desk.TimelineEvent.Happened;
import kept.desk.TimelineEvent.Head;
import kept.desk.TimelineEvent.Instead;
import kept.desk.TimelineEvent.Kind;
import kept.desk.TimelineEvent.Note;
import kept.desk.TimelineEvent.Player;
import kept.desk.TimelineEvent.Said;
import kept.desk.TimelineEvent.Sending;
import org.jspecify.annotations.Nullable;

/// What happened with Chuck's TV, and every other kind of event.
final class TimelineCast {

  private static final String MAIL = "envelope-simple";

  private TimelineCast() {}

  static List<TimelineEvent> chuck() {
    return List.of(
        said(
            "e1",
            "10:36",
            false,
            new Body(
                "The 42″ I bought Saturday arrived with the lower left corner cracked. I want the same set, I have family coming Thursday. The 70″ is fine.",
                null,
                "/c/chuck?as-sent=e1",
                null),
            List.of(),
            null),
        new Happened(
            head("e2", "Promise made", "Priya, by email", "10:40"),
            Kind.PROMISE_MADE,
            "Swap the cracked 42″ today before 5:00. Tomás keeps it.",
            "Recap sent 10:41, Chuck opened it 10:43"),
        new Note(
            head("e3", "Dana", "to the team", "11:05"),
            "Nine years with us. No forms, no charge, just make it right.",
            List.of()),
        said(
            "e4",
            "12:02",
            false,
            Body.of(""),
            List.of(
                new Attached("crack.svg", "240 KB", "/static/mark.svg", true),
                new Attached("receipt from nine years ago.pdf", "1.2 MB", "/files/b", false)),
            null),
        new Happened(
            head("e5", "Tomás", "has it now, from Priya", "12:15"),
            Kind.HANDED_OVER,
            null,
            "“He wants it before school.”"),
        said(
            "e6",
            "2:18",
            false,
            new Body(
                "Any idea what time? I pick my kid up at 4:30.",
                "On Tue, Nov 24, 2026 at 10:41 Marlow & Daughter wrote:\nChuck, as promised: new 42″ TV at your place by 5:00 today.",
                null,
                null),
            List.of(),
            null));
  }

  static List<TimelineEvent> everyKind() {
    var html =
        "<h1>Offer</h1><p>Dear <b>shop</b>, <a href=\"https://example.com\">look</a> at this</p><table><tr><td>One</td><td>Two</td></tr></table><ul><li>First</li></ul><blockquote>Before</blockquote>";
    var asSent = new AsSent(html, "/c/chuck#m1", "/c/chuck?as-sent=m1&pictures=1");
    var messages = Stream.of(
        said("m1", "Mon", false, new Body("Dear shop", null, null, asSent), List.of(), null),
        said(
            "m2",
            "Mon",
            true,
            Body.of(
                "Hi Chuck,\n\nit’s on Tomás’s van.\nhttps://example.com/a/very/long/link/without/any/end/that/does/not/want/to/break/anywhere\n\nPriya"),
            List.of(),
            new Sending(Sending.State.SENT, "Sent 2:20", null, null, null)),
        said(
            "m3",
            "2:21",
            true,
            Body.of("He’ll be there by 4:00."),
            List.of(),
            new Sending(
                Sending.State.QUEUED, "Waiting to go out. Tries again at 2:26.", null, null, null)),
        said(
            "m4",
            "2:22",
            true,
            Body.of("Does this reach you?"),
            List.of(),
            new Sending(
                Sending.State.REFUSED,
                "Not delivered. Their server said:",
                "550 5.1.1 <chuk@alvarez.example.com>: Recipient address rejected: User unknown",
                "/messages/m4/sending",
                new Instead("Write to chuck@work.example.com", "/c/new?to=x"))));
    var kinds = Stream.of(Kind.values())
        .map(kind -> new Happened(
            head("k" + kind, words(kind), "Priya, by email", "2:23"),
            kind,
            kind == Kind.SORTED ? null : "Swap the cracked 42″ today before 5:00",
            "Because the van broke down"));
    var calls = Stream.of(
        new Called(head("c1", "Chuck", "rang and talked with Priya, 4 min", "2:24"), true, null),
        new Called(head("c2", "Chuck", "rang and left a message", "2:25"), false, player()));
    return Stream.of(messages, kinds, calls)
        .<TimelineEvent>flatMap(each -> each)
        .toList();
  }

  static List<TimelineEvent> texts() {
    var read = new Sending(Sending.State.SENT, "Delivered 2:26", null, null, null);
    var refused = new Sending(
        Sending.State.REFUSED, "Not delivered: the number can’t get texts.", null, null, null);
    return List.of(
        new Called(head("x1", "Chuck", "rang, nobody could take it", "2:25"), false, null),
        text(
            "x2",
            true,
            "Marlow & Daughter here, sorry we missed you. A person will ring you by 2:58. Want"
                + " another time? https://desk.marlow.example.com/book/w4xkq0TzRk2mPqN8sVb1c7Yd",
            read),
        text("x3", false, "3:30 suits me. Thx", null),
        text("x4", true, "It’s down for 3:30. Priya", refused));
  }

  private static Said text(String id, boolean ours, String words, @Nullable Sending sending) {
    var head = head(id, ours ? "Priya" : "Chuck", "by text", "2:25");
    return new Said(head, "chat-text", ours, Body.of(words), List.of(), sending);
  }

  private static Player player() {
    var bars = IntStream.range(0, 60)
        .mapToObj(at -> new Bar(at * 4, 50 - (at * 7 % 45), 2 * (at * 7 % 45) + 4))
        .toList();
    return new Player("/calls/c2/recording", bars, true);
  }

  static List<TimelineEvent> fifty() {
    return IntStream.range(0, 50)
        .<TimelineEvent>mapToObj(i -> said(
            "f" + i,
            "Nov " + (i % 24 + 1),
            i % 2 == 0,
            Body.of("Message " + i + ". ".repeat(3)
                + "Donaudampfschiffahrtsgesellschaftskapitän".repeat(1 + i % 4)),
            List.of(),
            null))
        .toList();
  }

  static Head head(String id, String by, String how, String time) {
    return new Head(id, by, how, at(14, 18), time);
  }

  private static Said said(
      String id,
      String time,
      boolean ours,
      Body body,
      List<Attached> attached,
      @Nullable Sending sending) {
    var head = head(id, ours ? "Priya" : "Chuck", "by email", time);
    return new Said(head, MAIL, ours, body, attached, sending);
  }

  private static String words(Kind kind) {
    return kind.name().charAt(0)
        + kind.name().substring(1).toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
  }
}
