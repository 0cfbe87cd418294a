package kept.desk;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.Instant;
import kept.conversations.LastTalks;
import kept.customers.CustomerId;
import kept.customers.Customers.Approach;
import kept.customers.Directory;
import kept.customers.Fact;
import kept.customers.Forgetting;
import kept.customers.IdentityKind;
import kept.customers.VerificationLevel;
import kept.platform.Refusal;
import kept.platform.http.Pages;
import kept.platform.http.WebRoutes;
import kept.promises.Board;
import kept.team.Access;
import kept.team.MailAddress;
import kept.team.ReturnPath;
import kept.team.Who;

/// People: the list, one of them, and what we learn about them.
public final class PersonRoutes implements WebRoutes {
  private final Pages pages;
  private final Frames frames;
  private final Doors doors;
  private final PeoplePages people;
  private final Stories stories;

  /// Where lists of people come from.
  public record Crowd(Directory directory, LastTalks lastTalks, Board board) {}

  public PersonRoutes(Pages pages, Frames frames, Doors doors, Crowd crowd) {
    this.pages = pages;
    this.frames = frames;
    this.doors = doors;
    this.people = new PeoplePages(doors, crowd, frames);
    this.stories = new Stories(doors);
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.get("/people", this::list, Access.AGENT);
    routes.get("/people/{id}", this::one, Access.AGENT);
    routes.post("/people/{id}/facts", this::learn, Access.AGENT);
    routes.post("/people/{id}/name", this::rename, Access.AGENT);
    routes.post("/people/{id}/identities", this::addIdentity, Access.AGENT);
  }

  private void list(Context request) {
    var page = people.page(request, Telling.to(doors.onlookers().of(request)));
    pages.show(request, "people/page.jte", page);
  }

  private void one(Context request) {
    var forgotten =
        doors.customers().forgottenAt(doors.customers().get(id(request)).id());
    if (forgotten.isPresent()) {
      pages.show(request, "people/forgotten.jte", forgotten(request, forgotten.get()));
      return;
    }
    var page = doors.ground().database().together(() -> page(request));
    pages.show(request, "people/person.jte", page);
  }

  private ForgottenPage forgotten(Context request, Instant at) {
    var onlooker = doors.onlookers().of(request);
    return new ForgottenPage(
        frames.around(request, Forgetting.NAME, Place.PEOPLE),
        onlooker.time().date(at, onlooker.now()));
  }

  private PersonPage page(Context request) {
    var story = stories.ofPerson(id(request));
    var onlooker = doors.onlookers().of(request);
    var telling = Telling.to(onlooker);
    var words = new PersonWords(story, telling, onlooker);
    var context = new ContextWords(story, telling).context();
    var all = request.queryParam("promises") != null;
    return new PersonPage(
        frames.around(request, story.customer().name(), Place.PEOPLE),
        context.who(),
        words.sentence(),
        words.told(context),
        words.promised(all),
        words.talks(),
        new SideWords(story).side(context));
  }

  private void learn(Context request) {
    var form = new Form(request);
    var fact = new Fact(form.text("label"), form.text("value"));
    doors.customers().learn(Who.agent(request).id(), id(request), fact);
    back(request);
  }

  private void rename(Context request) {
    var name = new Form(request).text("name");
    doors.customers().rename(Who.agent(request).id(), id(request), name);
    back(request);
  }

  /// A mail address, or else a phone number as it is written.
  private void addIdentity(Context request) {
    var value = new Form(request).text("value");
    var mail = MailAddress.looksRight(value);
    if (!mail && !value.matches("\\+?[0-9 ()./-]{5,30}"))
      throw new Refusal("Enter a mail address or a phone number.");
    var approach = new Approach(
        mail ? IdentityKind.EMAIL : IdentityKind.PHONE,
        value,
        null,
        Who.agent(request).firstName() + " wrote it down",
        VerificationLevel.RECOGNISED,
        false);
    doors.customers().addIdentity(Who.agent(request).id(), id(request), approach);
    back(request);
  }

  /// To the conversation that it was said in, else to the person.
  private static void back(Context request) {
    var from = ReturnPath.ofUrl(request.header("Referer"));
    var there = from.value().startsWith("/c/") ? from.value() : "/people/" + id(request);
    request.redirect(there, HttpStatus.SEE_OTHER);
  }

  private static CustomerId id(Context request) {
    return CustomerId.parse(request.pathParam("id"));
  }
}
