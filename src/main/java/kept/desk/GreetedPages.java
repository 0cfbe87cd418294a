package kept.desk;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import kept.frontdoor.FrontDoor;
import kept.frontdoor.FrontDoors;
import kept.frontdoor.Moment;
import kept.frontdoor.Plan;
import kept.frontdoor.SpokenGreetings;
import kept.platform.Refusal;
import kept.platform.http.Pages;
import kept.platform.http.WebRoutes;
import kept.team.Access;
import kept.team.Mobile;
import kept.team.Team;
import kept.team.Who;
import org.jspecify.annotations.Nullable;

/// The fourth of the first steps: what callers hear, and who rings. It changes the front door that
/// is in use, without a draft; where somebody has begun one, that is where it goes on.
public final class GreetedPages implements WebRoutes {
  private static final String DRAFTED =
      "The front door has a draft. Use it or take it back there first.";
  private static final String TURN = "turn";

  private final Pages pages;
  private final SetUpSteps steps;
  private final SpokenGreetings spoken;
  private final FrontDoors doors;
  private final Team team;

  public GreetedPages(Pages pages, SetUpSteps steps, SpokenGreetings spoken) {
    this.pages = pages;
    this.steps = steps;
    this.spoken = spoken;
    this.doors = steps.doors().frontDoors();
    this.team = steps.doors().people().team();
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.get(SetUpSteps.HEARING, this::ask, Access.OWNER);
    routes.post(SetUpSteps.HEARING, this::save, Access.OWNER);
  }

  /// What stands in the fields, and the sound of it once it is to be heard.
  private record Typed(
      String words, boolean inTurn, String mobile, @Nullable String src) {}

  private void ask(Context request) {
    show(request, asItIs(request), Map.of());
  }

  private void save(Context request) {
    var form = new Form(request);
    var mistakes = new Mistakes();
    var words = form.text("words");
    if (!words.isEmpty()) mistakes.on("words", () -> spoken.hear(words));
    var hears = form.text("then").equals("hear");
    if (hears && words.isEmpty()) mistakes.add("words", "Type what callers are to hear.");
    var number = form.text("mobile");
    if (!number.isEmpty()) mistakes.on("mobile", () -> new Mobile(number, true));
    if (!hears && mistakes.none()) mistakes.on("page", () -> use(request, form));
    if (!hears && mistakes.none()) {
      carry(request, number);
      request.redirect(SetUpSteps.CALLING, HttpStatus.SEE_OTHER);
      return;
    }
    if (!mistakes.none()) request.status(HttpStatus.UNPROCESSABLE_CONTENT);
    var src = mistakes.none() ? SpokenRoutes.soundOf(words) : null;
    var typed = new Typed(words, form.text("how").equals(TURN), number, src);
    show(request, typed, mistakes.byField());
  }

  /// Puts it in force for whoever rings from now on.
  private boolean use(Context request, Form form) {
    if (!form.has("words")) return true;
    var me = Who.agent(request).id();
    var door = FirstDoor.of(doors, me);
    if (doors.draft(door.id()).isPresent()) throw new Refusal(DRAFTED);
    var plan = greeted(ordered(door.plan(), form), form.text("words"));
    if (!plan.equals(door.plan())) doors.set(me, new FrontDoor(door.id(), door.name(), plan));
    return true;
  }

  /// The same words stay as they were said; a recording of which nobody wrote the words does too.
  private Plan greeted(Plan plan, String words) {
    if (words.equals(words(plan))) return plan;
    var greeting = words.isEmpty() ? null : spoken.keep(words);
    return plan.greetings(plan.greetings().with(Moment.OPEN, greeting));
  }

  private Plan ordered(Plan plan, Form form) {
    if (!form.has("how") || form.text("how").equals(TURN) == isInTurn(plan)) return plan;
    return new PlanForm(form, team.here()).change("order").apply(plan);
  }

  private void carry(Context request, String number) {
    var me = Who.agent(request);
    var mobile = number.isEmpty() ? null : new Mobile(number, true);
    var before = me.mobile();
    if (Objects.equals(
        before == null ? null : before.number(), mobile == null ? null : mobile.number())) return;
    team.change(me.id(), me.id(), agent -> agent.reachedAt(mobile));
  }

  private Typed asItIs(Context request) {
    var plan = plan();
    var mobile = Who.agent(request).mobile();
    return new Typed(words(plan), isInTurn(plan), mobile == null ? "" : mobile.number(), null);
  }

  private void show(Context request, Typed typed, Map<String, String> mistakes) {
    var shop = steps.doors().people().shop().business().name();
    var several = team.here().size() > 1;
    var page = new HelloPage.OfHearing(
        steps.step(request, 4, mistakes),
        typed.words,
        shop + ", hello. One moment, a person is coming.",
        typed.src,
        several ? orders(typed.inTurn) : List.of(),
        typed.mobile,
        door().flatMap(door -> doors.draft(door.id())).isPresent() ? DRAFTED : null);
    pages.show(request, "hello/hearing.jte", page);
  }

  private static List<Choice> orders(boolean inTurn) {
    return List.of(
        new Choice(PlanForm.ONCE, "Everyone who is free, at once", !inTurn),
        new Choice(TURN, "One after another, in turn", inTurn));
  }

  private Plan plan() {
    return door().map(FrontDoor::plan).orElseGet(FrontDoors::usual);
  }

  private Optional<FrontDoor> door() {
    return doors.list().stream().findFirst();
  }

  private static boolean isInTurn(Plan plan) {
    return plan.waves().size() > 1;
  }

  private static String words(Plan plan) {
    var greeting = plan.greetings().at(Moment.OPEN);
    return greeting == null ? "" : greeting.words();
  }
}
