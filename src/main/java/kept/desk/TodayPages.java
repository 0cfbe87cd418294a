package kept.desk;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.List;
import java.util.stream.IntStream;
import kept.platform.NotFound;
import kept.platform.http.Pages;
import kept.platform.http.WebRoutes;
import kept.promises.Horizons.Span;
import kept.team.Access;
import org.jspecify.annotations.Nullable;

/// Today, and each of its parts by itself for when it changes.
public final class TodayPages implements WebRoutes {
  private static final int MOST_TOMORROW = 20;

  private final Pages pages;
  private final Frames frames;
  private final TodayReading reading;

  public TodayPages(Pages pages, Frames frames, TodayReading reading) {
    this.pages = pages;
    this.frames = frames;
    this.reading = reading;
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.get("/", this::show, Access.HELPER);
    routes.get("/today/lede", this::showLede, Access.HELPER);
    routes.get("/today/line", this::showLine, Access.HELPER);
    routes.get("/today/waiting", this::showWaiting, Access.HELPER);
    routes.get("/today/promises", this::showPromises, Access.HELPER);
    routes.get("/today/side", this::showSide, Access.HELPER);
  }

  private void show(Context request) {
    pages.show(request, "desk/today.jte", reading.together(() -> page(request)));
  }

  private TodayPage page(Context request) {
    var frame = frames.around(request, "Today", Place.TODAY);
    var facts = reading.facts(reading.onlooker(request), frame.badges().conversations());
    var hours = reading.hours(facts.onlooker());
    return new TodayPage(
        frame,
        TodayWords.of(facts).lede(hours),
        new TodayLine(facts).drawn(hours),
        waiting(facts.onlooker(), facts.waiting()),
        promised(facts),
        side(facts.onlooker()),
        firstSteps(facts));
  }

  private void showLede(Context request) {
    var facts = reading.facts(reading.onlooker(request));
    var hours = reading.hours(facts.onlooker());
    pages.show(request, "today/lede.jte", TodayWords.of(facts).lede(hours));
  }

  private void showLine(Context request) {
    var facts = reading.facts(reading.onlooker(request));
    var hours = reading.hours(facts.onlooker());
    pages.show(request, "today/line.jte", new TodayLine(facts).drawn(hours));
  }

  private void showWaiting(Context request) {
    var onlooker = reading.onlooker(request);
    var waiting = waiting(onlooker, onlooker.isHelper() ? 0 : reading.countWaiting());
    if (waiting == null) throw new NotFound("Helpers see their own promises.");
    pages.show(request, "today/waiting.jte", waiting);
  }

  private void showPromises(Context request) {
    pages.show(request, "today/promises.jte", promised(reading.facts(reading.onlooker(request))));
  }

  private void showSide(Context request) {
    pages.show(request, "today/side.jte", side(reading.onlooker(request)));
  }

  /// None for a helper, who does not talk to people from here.
  private TodayPage.@Nullable Waiting waiting(Onlooker onlooker, int count) {
    if (onlooker.isHelper()) return null;
    var words = new WaitWords(onlooker);
    var people = reading.waiting();
    var calls = reading.lastCalls(people);
    var rows = IntStream.range(0, people.size())
        .mapToObj(i -> words.row(
            i + 1, people.get(i), calls.get(people.get(i).conversation().id())))
        .toList();
    return new TodayPage.Waiting(rows, Math.max(0, count - rows.size()));
  }

  private TodayPage.Promised promised(TodayFacts facts) {
    var words = new PromiseWords(facts.onlooker());
    var shown = facts.shownToday();
    var tomorrow = facts.in(Span.TOMORROW).stream()
        .filter(item -> !shown.contains(item))
        .limit(MOST_TOMORROW)
        .toList();
    var next = shown.isEmpty() && tomorrow.isEmpty() ? reading.next(facts.onlooker()) : null;
    var said = TodayWords.of(facts);
    return new TodayPage.Promised(
        said.left(),
        shown.stream().map(words::row).toList(),
        tomorrow.stream().map(words::quietRow).toList(),
        facts.leftOut(shown),
        said.quiet(next));
  }

  private TodayPage.Side side(Onlooker onlooker) {
    var words = new TodaySide(onlooker);
    if (onlooker.isHelper()) return words.forHelper();
    return words.of(
        reading.reopenedLately(onlooker),
        reading.brokenLately(onlooker),
        reading.thisWeek(onlooker));
  }

  private List<TodayPage.Step> firstSteps(TodayFacts facts) {
    var onlooker = facts.onlooker();
    if (onlooker.isHelper() || facts.anyPromise() || reading.anyPromiseMade()) return List.of();
    return reading.firstSteps(onlooker).steps();
  }
}
