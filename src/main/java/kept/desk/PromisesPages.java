package kept.desk;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.Optional;
import kept.desk.AddPromise.Sentence;
import kept.platform.http.Pages;
import kept.platform.http.WebRoutes;
import kept.team.Access;
import org.jspecify.annotations.Nullable;

/// The board of everything owed, and making a promise by hand.
public final class PromisesPages implements WebRoutes {
  private final Pages pages;
  private final Frames frames;
  private final BoardReading reading;
  private final PromiseByHand byHand;

  public PromisesPages(Pages pages, Frames frames, BoardReading reading, PromiseByHand byHand) {
    this.pages = pages;
    this.frames = frames;
    this.reading = reading;
    this.byHand = byHand;
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.get("/promises", this::show, Access.HELPER);
    routes.get("/promises/board", this::showBoard, Access.HELPER);
    routes.post("/promises", this::make, Access.AGENT);
    routes.post("/promises/sentence", this::read, Access.AGENT);
  }

  private void show(Context request) {
    show(request, PromiseForm.linked(request), new Mistakes());
  }

  private void showBoard(Context request) {
    var facts = reading.together(() -> reading.facts(request));
    pages.show(request, "promises/board.jte", BoardWords.of(facts).board());
  }

  /// The sentence that the words become while they are typed.
  private void read(Context request) {
    var form = PromiseForm.in(new Form(request));
    var touched = Optional.ofNullable(request.header("HX-Trigger-Name")).orElse("");
    var sentence =
        reading.together(() -> sentence(reading.onlooker(request), form, new Mistakes(), touched));
    pages.show(
        request, "promises/sentence.jte", new AddPromise("", form.plain().words(), sentence));
  }

  /// Nothing is promised that was not before somebody as a sentence: words that were not read yet
  /// are shown as one first.
  private void make(Context request) {
    var form = PromiseForm.in(new Form(request));
    if (!form.isRead()) {
      show(request, form, new Mistakes());
      return;
    }
    var mistakes = new Mistakes();
    var made = byHand.make(reading.onlooker(request), form, mistakes);
    if (made.isPresent()) {
      request.redirect("/promises/" + made.get().id() + "?said=made", HttpStatus.SEE_OTHER);
      return;
    }
    if (mistakes.none()) {
      request.redirect("/promises", HttpStatus.SEE_OTHER);
      return;
    }
    request.status(HttpStatus.UNPROCESSABLE_CONTENT);
    show(request, form, mistakes);
  }

  private void show(Context request, PromiseForm form, Mistakes mistakes) {
    var page = reading.together(() -> page(request, form, mistakes));
    pages.show(request, "desk/promises.jte", page);
  }

  private PromisesPage page(Context request, PromiseForm form, Mistakes mistakes) {
    var facts = reading.facts(request);
    var words = BoardWords.of(facts);
    var onlooker = facts.onlooker();
    return new PromisesPage(
        frames.around(request, "Promises", Place.PROMISES),
        words.heading(),
        onlooker.isHelper() ? null : add(onlooker, form, mistakes),
        words.board());
  }

  private AddPromise add(Onlooker onlooker, PromiseForm form, Mistakes mistakes) {
    var key = byHand.doors().formKeys().fresh();
    return new AddPromise(key, form.plain().words(), sentence(onlooker, form, mistakes, ""));
  }

  /// What no list offers is asked for again.
  private @Nullable Sentence sentence(
      Onlooker onlooker, PromiseForm sent, Mistakes mistakes, String touched) {
    var form = sent.withoutUnknown(onlooker.team(), mistakes);
    if (form.isEmpty() && mistakes.none()) return null;
    var asked = new PromiseSentence.Asked(mistakes.byField(), touched);
    var read = byHand.read(onlooker, form);
    return new PromiseSentence(byHand, onlooker, form, read, asked).words();
  }
}
