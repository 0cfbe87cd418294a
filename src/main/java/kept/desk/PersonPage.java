package kept.desk;

import java.util.List;
import kept.desk.ConversationContext.Cost;
import kept.desk.ConversationContext.Known;
import kept.desk.ConversationContext.Owned;
import kept.desk.ConversationContext.Sure;
import kept.desk.ConversationContext.Who;
import org.jspecify.annotations.Nullable;

/// One person and their years with us.
///
/// `sentence` as "Nine years and six promises kept, one of them a day late. Chuck is waiting for a
/// TV today."
public record PersonPage(
    Frame frame, Who who, String sentence, Story story, Promised promised, Talks talks, Side side) {

  /// Who wrote what last, newest at the end; `from` says what it was made of ("the last 3 of 14
  /// mails").
  public record Story(String from, List<Turn> turns, Sure sure, List<Known> known) {}

  public record Turn(String who, String when, String words, String href) {}

  /// `count` as "7 in nine years"; `line` draws them where there are any; `older` as "3 older".
  public record Promised(
      String count,
      @Nullable YearsLine line,
      List<PromiseRow> rows,
      @Nullable Link older) {}

  public record Link(String words, String href) {}

  /// `count` as "1 open, 10 sorted".
  public record Talks(String count, List<Talk> rows) {}

  /// `words` is what was said last; `state` as "Open", "Waiting on them", "Sorted".
  public record Talk(
      String matter, String href, String words, String state, String tone, String when) {}

  /// `level` counts from 1, unknown, to 3, confirmed; `why` says how it was reached.
  public record Side(
      int level, String why, List<Identity> identities, List<Cost> costs, List<Owned> owns) {}

  /// How they reach us: the number or address, where we have it from, whether it was confirmed.
  public record Identity(String icon, String value, String source, boolean confirmed) {}
}
