package kept.desk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kept.desk.PromisesPage.Broken;
import kept.desk.PromisesPage.BrokenRow;
import kept.desk.PromisesPage.Second;
import kept.promises.Broke;
import kept.promises.Promise;
import kept.promises.PromiseState;
import kept.promises.StringShape;
import kept.team.Role;
import org.jspecify.annotations.Nullable;

/// What broke in the last seven days, in words: what was missed, what came of it, whether they
/// heard it from us, and how to prevent the next. Pure.
record BrokenWords(Onlooker onlooker) {
  static final String SECTION = "broken";
  private static final int SHOWN = 3;

  Optional<Broken> of(List<Broke> broke, BoardQuery query) {
    var show = query.show();
    if (broke.isEmpty() || !(show.isEmpty() || show.equals(SECTION))) return Optional.empty();
    var shown = show.equals(SECTION) ? broke : broke.subList(0, Math.min(SHOWN, broke.size()));
    var left = broke.size() - shown.size();
    var more = left == 0
        ? null
        : new PromisesPage.More("and " + left + " more", query.showing(SECTION).href());
    return Optional.of(
        new Broken(count(broke.size()), shown.stream().map(this::row).toList(), more));
  }

  private static String count(int broke) {
    var many = broke >= BoardReading.MOST_BROKEN ? "the last " + broke : "" + broke;
    return many + " in the last seven days";
  }

  BrokenRow row(Broke broke) {
    var promise = broke.promise();
    return new BrokenRow(
        promise.id().toString(),
        promise.what(),
        onlooker.isHelper() ? "/promises/" + promise.id() : "/c/" + promise.conversation(),
        StringShape.of(
            StringShape.State.BROKEN, 1, 1, StringShape.ROW, "Broken, " + became(promise)),
        "Due " + at(broke.missed()) + ", " + became(promise) + ".",
        told(broke),
        second(promise));
  }

  /// "done Fri 9:20 am", "not done yet".
  private String became(Promise promise) {
    var ended = promise.endedAt();
    if (ended != null)
      return (promise.state() == PromiseState.KEPT ? "done " : "let go ") + at(ended);
    return promise.dueAt().isAfter(onlooker.now())
        ? "promised anew for " + at(promise.dueAt())
        : "not done yet";
  }

  /// Nothing when we wrote to them, and it may have been about something else.
  private String told(Broke broke) {
    var told = broke.told();
    if (told == null) return broke.unwritten() ? "Nobody has written to them since." : "";
    var before = told.unasked() ? ", before they asked" : "";
    return onlooker.name(told.by()) + " wrote to them " + at(told.at()) + before + ".";
  }

  /// Who hears next of its keeper's promises from now on: the owner hears last in any case.
  private @Nullable Second second(Promise promise) {
    var keeper = onlooker.team().get(promise.keeper());
    if (keeper == null || !keeper.isHere() || keeper.role() == Role.OWNER) return null;
    var second = keeper.second() == null ? null : onlooker.team().get(keeper.second());
    if (second != null && second.isHere())
      return new Second(
          onlooker.name(second.id()) + (onlooker.is(second.id()) ? " are" : " is") + " second for "
              + onlooker.nameWithin(keeper.id()) + " now.",
          null);
    var has = onlooker.is(keeper.id()) ? "You have" : keeper.firstName() + " has";
    var href = Crew.mayNameSecond(onlooker.me(), keeper)
        ? "/settings/team/" + keeper.id() + "/second"
        : null;
    return new Second(has + " nobody second.", href);
  }

  private String at(Instant at) {
    return onlooker.time().near(at, onlooker.now());
  }
}
