package kept.desk;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import kept.conversations.Message;
import kept.conversations.Row;
import kept.conversations.State;
import kept.desk.PersonPage.Link;
import kept.desk.PersonPage.Promised;
import kept.desk.PersonPage.Talk;
import kept.desk.PersonPage.Talks;
import kept.desk.PersonPage.Turn;
import kept.promises.Item;
import kept.promises.Promise;
import kept.promises.PromiseState;

/// One person and their years with us, in words. Pure.
record PersonWords(Story story, Telling telling, Onlooker onlooker) {
  private static final int SHOWN = 8;
  private static final int TURNS = 3;
  private static final int LONGEST = 160;

  /// "Nine years and six promises kept, one of them late. Chuck is waiting for one more."
  String sentence() {
    var first = story.customer().firstName();
    var kept = kept();
    var late =
        (int) kept.stream().filter(promise -> promise.isLate(telling.now())).count();
    if (kept.isEmpty()) return (isNew() ? "We’ve only just met " + first : since()) + "." + owed();
    var promises = Counted.of(kept.size(), "promise", "promises") + " kept";
    var howLate = late == 0 ? "" : ", " + Counted.words(late) + " of them late";
    return since() + " and " + promises + howLate + "." + owed();
  }

  Promised promised(boolean all) {
    var words = new PromiseWords(onlooker);
    var name = story.customer().name();
    var inOrder = Stream.concat(
            story.promises().stream()
                .filter(Promise::isOpen)
                .sorted(Comparator.comparing(Promise::dueAt)),
            story.promises().stream().filter(promise -> !promise.isOpen()))
        .toList();
    var shown = all ? inOrder : inOrder.stream().limit(SHOWN).toList();
    var more = inOrder.size() - shown.size();
    return new Promised(
        count(inOrder.size()),
        new YearsWords(story.promises(), talksBegan(), telling.time(), telling.now())
            .line(story.customer().since()),
        shown.stream()
            .map(promise -> words.quietRow(new Item(promise, name, null)))
            .toList(),
        more == 0
            ? null
            : new Link(more + " older", "/people/" + story.customer().id() + "?promises=all"));
  }

  /// "7 in nine years".
  private String count(int promises) {
    if (promises == 0) return "none";
    var years = years();
    if (years == 0) return promises + " in all";
    return promises + " in " + (years == 1 ? "a year" : Counted.words(years) + " years");
  }

  /// When each matter began; where not all of them are at hand, none.
  private List<Instant> talksBegan() {
    if (story.matters().size() >= Stories.MATTERS) return List.of();
    return story.matters().stream().map(row -> row.conversation().openedAt()).toList();
  }

  Talks talks() {
    var open = count(State.OPEN);
    var waiting = count(State.WAITING);
    var over = story.matters().size() - open - waiting;
    var count = Stream.of(
            open == 0 ? "" : open + " open",
            waiting == 0 ? "" : waiting + " waiting on them",
            over == 0 ? "" : over + " over")
        .filter(words -> !words.isEmpty())
        .reduce((before, next) -> before + ", " + next)
        .orElse("none");
    return new Talks(count, story.matters().stream().map(this::talk).toList());
  }

  /// The last things said in what moved last.
  PersonPage.Story told(ConversationContext context) {
    var messages = story.told().messages();
    var last = messages.subList(Math.max(0, messages.size() - TURNS), messages.size());
    var from =
        last.isEmpty() ? "" : "the last words about " + story.conversation().matter();
    return new PersonPage.Story(
        from, last.stream().map(this::turn).toList(), context.sure(), context.known());
  }

  private Turn turn(Message message) {
    var who = message.author() == null
        ? story.customer().firstName()
        : telling.nameOrYou(message.author());
    return new Turn(
        who,
        telling.when(message.at()),
        ListWords.shortened(message.words(), LONGEST),
        "/c/" + message.conversation() + "#m-" + message.id());
  }

  private Talk talk(Row row) {
    var conversation = row.conversation();
    var last = row.last();
    var at = last == null ? conversation.openedAt() : last.at();
    return new Talk(
        conversation.matter(),
        "/c/" + conversation.id(),
        last == null ? "nothing said yet" : ListWords.shortened(last.words(), LONGEST),
        ContextWords.stateWords(conversation.state()),
        ContextWords.tone(conversation.state()),
        telling.when(at));
  }

  private String owed() {
    var open = story.promises().stream().filter(Promise::isOpen).toList();
    if (open.isEmpty()) return "";
    var first = story.customer().firstName();
    var late = open.stream().filter(promise -> promise.isLate(telling.now())).count();
    var what = Counted.of(open.size(), "promise", "promises");
    return " " + first + " is waiting for " + what + (late == 0 ? "." : ", and it is late.");
  }

  private List<Promise> kept() {
    return story.promises().stream()
        .filter(promise -> promise.state() == PromiseState.KEPT)
        .toList();
  }

  private String since() {
    var years = years();
    if (years == 0) return "New to us this year";
    return years == 1 ? "A year" : Counted.atStart(years) + " years";
  }

  private int years() {
    var day = telling.time().day(story.customer().since());
    return (int) ChronoUnit.YEARS.between(day, telling.time().day(telling.now()));
  }

  private boolean isNew() {
    return story.matters().size() <= 1
        && story.customer().since().plus(1, ChronoUnit.DAYS).isAfter(telling.now());
  }

  private int count(State state) {
    return (int) story.matters().stream()
        .filter(row -> row.conversation().state() == state)
        .count();
  }
}
