package kept.desk;

import kept.promises.Board;
import kept.promises.Horizons.Span;
import kept.promises.Item;
import kept.team.OpeningHours;
import org.jspecify.annotations.Nullable;

/// The sentence that Today opens with, true for none, one and fifty things. Pure.
record TodayWords(TodayFacts facts, PromiseWords promises) {

  static TodayWords of(TodayFacts facts) {
    return new TodayWords(facts, new PromiseWords(facts.onlooker()));
  }

  TodayPage.Lede lede(OpeningHours hours) {
    var date = onlooker().time().wholeDay(onlooker().now());
    return new TodayPage.Lede(
        date, opening(hours), sentence(), danger(), !onlooker().isHelper());
  }

  /// "Five promises left today and one late."
  String sentence() {
    if (facts.left() > 0) return leftToday() + late() + ".";
    if (facts.late() == 1) return "One promise" + ours() + " is late.";
    if (facts.late() > 1)
      return Counted.atStart(facts.late()) + " promises" + ours() + " are late.";
    return nothingLeft();
  }

  /// What is about to break and why, else what broke last; none when all is well.
  @Nullable
  String danger() {
    return promises.danger(facts.endangered(), facts.in(Span.LATE));
  }

  /// "5 left today, 1 late".
  String left() {
    var left = facts.left() + " left today";
    return facts.late() == 0 ? left : left + ", " + facts.late() + " late";
  }

  /// How it is when nothing is owed today, and what comes next.
  @Nullable
  String quiet(@Nullable Item next) {
    if (facts.left() + facts.late() > 0) return null;
    var nothing = facts.kept().isEmpty()
        ? "Nothing promised for today. Nice and quiet."
        : "Everything promised for today is kept.";
    if (next == null) return nothing;
    return nothing + " Next: " + next.promise().what() + ", " + promises.hour(next.promise()) + ".";
  }

  /// "open until 6:00 pm", "opens at 8:00 am", "closed today".
  String opening(OpeningHours hours) {
    var now = onlooker().now();
    var day = onlooker().time().day(now);
    var opens = hours.opening(day);
    var closes = hours.closing(day);
    if (opens.isEmpty() || closes.isEmpty()) return "closed today";
    if (now.isBefore(opens.get())) return "opens at " + onlooker().time().time(opens.get());
    var until = onlooker().time().time(closes.get());
    return (now.isBefore(closes.get()) ? "open until " : "closed since ") + until;
  }

  private String leftToday() {
    var left = facts.left();
    return Counted.atStart(left) + (left == 1 ? " promise" : " promises") + ours() + " left today";
  }

  private String late() {
    return facts.late() == 0 ? "" : " and " + Counted.words(facts.late()) + " late";
  }

  private String nothingLeft() {
    var kept = facts.kept().size();
    if (kept >= Board.MOST_KEPT) return "Nothing" + ours() + " left to keep today.";
    if (kept > 0) return Counted.atStart(kept) + " kept, nothing" + ours() + " left for today.";
    if (facts.waiting() == 0 && !onlooker().isHelper())
      return "Nobody is waiting and nothing is due today.";
    return "Nothing" + ours() + " is due today." + waiting();
  }

  private String waiting() {
    var waiting = facts.waiting();
    if (waiting == 0) return "";
    return " " + Counted.atStart(waiting) + (waiting == 1 ? " person is" : " people are")
        + " waiting.";
  }

  /// A helper sees their own only, and is told so.
  private String ours() {
    return onlooker().isHelper() ? " of yours" : "";
  }

  private Onlooker onlooker() {
    return facts.onlooker();
  }
}
