package kept.desk;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.Map;
import kept.desk.PhonePage.Entered;
import kept.desk.PhonePage.Given;
import kept.desk.PhonePage.Once;
import kept.frontdoor.FrontDoorId;
import kept.phone.Keeping;
import kept.phone.LineId;
import kept.phone.PhoneId;
import kept.platform.Refusal;
import kept.platform.http.Pages;
import kept.platform.http.WebRoutes;
import kept.team.Access;
import kept.team.AgentId;
import kept.team.Who;

/// Settings, phone: our numbers, the team's phones, and how long recordings are kept.
public final class PhonePages implements WebRoutes {
  static final String PHONE = "/settings/phone";
  /// What a number is called where nobody named it.
  static final String THE_SHOP = "The shop";

  private final Pages pages;
  private final PhoneReading reading;
  private final PhoneDoors doors;

  public PhonePages(Pages pages, PhoneReading reading) {
    this.pages = pages;
    this.reading = reading;
    this.doors = reading.doors();
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.get(PHONE, request -> show(request, Entered.NOTHING, Once.NOTHING), Access.OWNER);
    routes.post(PHONE + "/numbers", this::addNumber, Access.OWNER);
    routes.post(PHONE + "/numbers/{id}", this::changeNumber, Access.OWNER);
    routes.post(PHONE + "/numbers/{id}/removal", this::removeNumber, Access.OWNER);
    routes.post(PHONE + "/phones", this::addPhone, Access.OWNER);
    routes.post(PHONE + "/phones/{id}", this::changePhone, Access.OWNER);
    routes.post(PHONE + "/phones/{id}/removal", this::removePhone, Access.OWNER);
    routes.post(PHONE + "/recordings", this::keep, Access.OWNER);
  }

  private void addNumber(Context request) {
    var form = new Form(request);
    var typed = Map.of("number", form.text("number"), "number_name", form.text("number_name"));
    try {
      var name = form.text("number_name");
      doors
          .lines()
          .set(me(request), form.text("number"), name.isEmpty() ? THE_SHOP : name, door(request));
      request.redirect(PHONE + "?saved=number#numbers", HttpStatus.SEE_OTHER);
    } catch (Refusal refused) {
      refuse(request, new Entered(typed, Map.of("number", refused.sentence())));
    }
  }

  private FrontDoorId door(Context request) {
    var chosen = new Form(request).text("door");
    if (!chosen.isEmpty()) return FrontDoorId.parse(chosen);
    return FirstDoor.of(doors.frontDoors(), me(request)).id();
  }

  private void changeNumber(Context request) {
    var line = doors.lines().get(LineId.parse(request.pathParam("id")));
    var form = new Form(request);
    doors.lines().set(me(request), line.number(), form.text("name"), door(request));
    done(request, "The next call to it goes that way.", "#numbers");
  }

  private void removeNumber(Context request) {
    doors.lines().remove(me(request), LineId.parse(request.pathParam("id")));
    request.redirect(PHONE + "#numbers", HttpStatus.SEE_OTHER);
  }

  /// The password is in the answer and nowhere else, so that answer is the page itself.
  private void addPhone(Context request) {
    var form = new Form(request);
    var typed = Map.of(
        "agent", form.text("agent"),
        "phone_name", form.text("phone_name"),
        "location", form.text("location"));
    try {
      var whose = AgentId.parse(form.text("agent"));
      var added =
          doors.phones().add(me(request), whose, form.text("phone_name"), form.text("location"));
      var phone = added.phone();
      var given = new Given(
          doors.people().team().get(whose).firstName() + "’s " + phone.name(),
          phone.userName(),
          added.password());
      show(request, Entered.NOTHING, new Once(given, null));
    } catch (Refusal refused) {
      refuse(request, new Entered(typed, Map.of("phone_name", refused.sentence())));
    }
  }

  private void changePhone(Context request) {
    var form = new Form(request);
    var id = PhoneId.parse(request.pathParam("id"));
    doors.phones().change(me(request), id, form.text("name"), form.text("location"));
    done(request, "Whoever comes to help is told this place.", "#phones");
  }

  private void removePhone(Context request) {
    doors.phones().remove(me(request), PhoneId.parse(request.pathParam("id")));
    request.redirect(PHONE + "#phones", HttpStatus.SEE_OTHER);
  }

  private void keep(Context request) {
    var keeping = Keeping.marked(new Form(request).text("keeping"));
    doors.recordings().keep(me(request), keeping);
    var does = keeping == Keeping.FOR_EVER
        ? "Nothing is deleted by itself."
        : "What is older than " + keeping.words() + " is deleted within the hour.";
    done(request, does, "#recordings");
  }

  private void done(Context request, String does, String where) {
    if (Htmx.asks(request)) pages.show(request, AsYouGo.SAVED, does);
    else request.redirect(PHONE + "?saved=yes" + where, HttpStatus.SEE_OTHER);
  }

  private void refuse(Context request, Entered entered) {
    request.status(HttpStatus.UNPROCESSABLE_CONTENT);
    show(request, entered, Once.NOTHING);
  }

  private void show(Context request, Entered entered, Once once) {
    pages.show(request, "settings/phone.jte", reading.page(request, entered, once, Map.of()));
  }

  private static AgentId me(Context request) {
    return Who.agent(request).id();
  }
}
