package kept.desk;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.List;
import kept.customers.Customer;
import kept.customers.CustomerId;
import kept.frontdoor.AskedNumbers;
import kept.phone.Talks;
import kept.platform.PhoneNumbers;
import kept.platform.Refusal;
import kept.platform.http.Pages;
import kept.platform.http.WebRoutes;
import kept.promises.PromiseId;
import kept.team.Access;
import kept.team.Who;

/// Calling a customer with one tap: our phone rings first, then theirs.
public final class CallingPages implements WebRoutes {
  private final Pages pages;
  private final Frames frames;
  private final Doors doors;
  private final Talks talks;
  private final AskedNumbers asked;

  public CallingPages(Pages pages, Frames frames, Doors doors, Talks talks, AskedNumbers asked) {
    this.pages = pages;
    this.frames = frames;
    this.doors = doors;
    this.talks = talks;
    this.asked = asked;
  }

  /// Our phone rings.
  public record Calling(Frame frame, String name, String first, String number, String href) {}

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.get("/people/{id}/calling", this::choose, Access.AGENT);
    routes.post("/people/{id}/calling", this::call, Access.AGENT);
  }

  private void choose(Context request) {
    var id = CustomerId.parse(request.pathParam("id"));
    var customer = customer(id);
    var numbers = numbersOf(id);
    var page = new CallPage(
        frames.around(request, "Call " + customer.firstName(), Place.PEOPLE),
        customer.name(),
        numbers,
        numbers.isEmpty() ? null : how(),
        null,
        talks.areOpen() ? "/people/" + id + "/calling" : null,
        "/people/" + id + "#identity",
        "/c/new?to=" + id);
    pages.show(request, "desk/call.jte", page);
  }

  private String how() {
    return talks.areOpen()
        ? "Your own phone rings first. They see the shop’s number."
        : "No phone is set up here, so your device calls.";
  }

  private void call(Context request) {
    var form = new Form(request);
    var id = CustomerId.parse(request.pathParam("id"));
    var customer = customer(id);
    var about = form.text("promise").isEmpty() ? null : PromiseId.parse(form.text("promise"));
    var number = form.text("number").isEmpty() ? theirs(id) : form.text("number");
    talks.call(Who.agent(request).id(), new Talks.Called(id, customer.name(), number), about);
    var frame = frames.around(request, "Calling " + customer.firstName(), null);
    pages.show(
        request,
        "call/calling.jte",
        new Calling(
            frame,
            customer.name(),
            customer.firstName(),
            PhoneNumbers.words(number),
            "/people/" + id));
  }

  private Customer customer(CustomerId id) {
    doors.customers().refuseForgotten(id);
    return doors.customers().get(id);
  }

  private String theirs(CustomerId id) {
    return numbersOf(id).stream()
        .findFirst()
        .map(CallPage.TheirNumber::value)
        .orElseThrow(() -> new Refusal("We have no number of theirs. Add one on their page."));
  }

  private List<CallPage.TheirNumber> numbersOf(CustomerId id) {
    return CallPage.TheirNumber.of(
        asked.of(id).stream(), doors.customers().knowledgeOf(id).identities());
  }
}
