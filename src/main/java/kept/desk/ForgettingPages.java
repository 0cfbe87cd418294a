package kept.desk;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Objects;
import kept.customers.Customer;
import kept.customers.CustomerId;
import kept.customers.Forgetting;
import kept.platform.Refusal;
import kept.platform.http.Pages;
import kept.platform.http.WebRoutes;
import kept.privacy.PersonExport;
import kept.promises.Promise;
import kept.team.Access;
import kept.team.Who;
import org.jspecify.annotations.Nullable;

/// Forgetting somebody, behind a page that says what goes and what stays, and handing them all that
/// we hold.
public final class ForgettingPages implements WebRoutes {
  private final Pages pages;
  private final Frames frames;
  private final Doors doors;
  private final Acts acts;

  /// What the owner may do with all that we hold of somebody.
  public record Acts(Forgetting forgetting, PersonExport export) {}

  public ForgettingPages(Pages pages, Frames frames, Doors doors, Acts acts) {
    this.pages = pages;
    this.frames = frames;
    this.doors = doors;
    this.acts = acts;
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.get("/people/{id}/forgetting", this::ask, Access.OWNER);
    routes.post("/people/{id}/forgetting", this::forget, Access.OWNER);
    routes.post("/people/{id}/export", this::export, Access.OWNER);
  }

  private void ask(Context request) {
    show(request, customer(request), null);
  }

  private void forget(Context request) {
    var customer = customer(request);
    try {
      if (!same(new Form(request).text("name"), customer.name()))
        throw new Refusal("Type the name as it stands above, so that it is surely them.");
      acts.forgetting().forget(Who.agent(request).id(), customer.id());
      request.redirect("/people/" + customer.id(), HttpStatus.SEE_OTHER);
    } catch (Refusal e) {
      request.status(HttpStatus.UNPROCESSABLE_CONTENT);
      show(request, customer, e.sentence());
    }
  }

  private static boolean same(String typed, String name) {
    return Objects.equals(plain(typed), plain(name));
  }

  private static String plain(String name) {
    return name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }

  private void show(Context request, Customer customer, @Nullable String error) {
    var page = new ForgettingPage(
        frames.around(request, "Forget " + customer.firstName(), Place.PEOPLE),
        customer.id().toString(),
        customer.name(),
        customer.firstName(),
        owed(customer.id()),
        error);
    pages.show(request, "people/forgetting.jte", page);
  }

  private int owed(CustomerId id) {
    return (int) doors.promises().to(id).stream().filter(Promise::isOpen).count();
  }

  private void export(Context request) {
    var taken = acts.export().take(Who.agent(request).id(), customer(request).id());
    request.header("Cache-Control", "private, no-store");
    request.header("Content-Disposition", "attachment; filename=\"" + taken.fileName() + "\"");
    request.contentType("application/zip");
    try {
      taken.writeTo(request.outputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Customer customer(Context request) {
    var customer = doors.customers().get(CustomerId.parse(request.pathParam("id")));
    if (doors.customers().isForgotten(customer.id()))
      throw new Refusal("They were forgotten already. Nothing is kept of them.");
    return customer;
  }
}
