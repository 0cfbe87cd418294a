package kept.desk;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import kept.customers.Customer;
import kept.customers.Identity;
import kept.customers.IdentityKind;
import kept.platform.http.Pages;
import kept.platform.http.WebRoutes;
import kept.promises.Item;
import kept.team.Access;
import org.jspecify.annotations.Nullable;

/// Agreeing a new time: the customer is told it, or nothing moves.
public final class NewTimePages implements WebRoutes {
  private static final String NO_ADDRESS =
      "We have no mail address of theirs. Call them, and add one to tell them in writing.";

  private final Pages pages;
  private final OnePromise one;
  private final PromiseSheets sheets;

  public NewTimePages(Pages pages, OnePromise one, PromiseSheets sheets) {
    this.pages = pages;
    this.one = one;
    this.sheets = sheets;
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.get("/promises/{id}/new-time", this::prepare, Access.HELPER);
    routes.post("/promises/{id}/new-time", this::agree, Access.HELPER);
  }

  private void prepare(Context request) {
    var onlooker = one.onlooker(request);
    var item = one.in(request, onlooker);
    one.looked(onlooker, item);
    var matter = one.doors().conversations().get(item.promise().conversation()).matter();
    var prepared = new NewTimes(onlooker, one.doors().shop().hours());
    answer(
        request, onlooker, item, sheet(prepared, item, "", prepared.message(item, matter), null));
  }

  private void agree(Context request) {
    var onlooker = one.onlooker(request);
    var item = one.in(request, onlooker);
    var prepared = new NewTimes(onlooker, one.doors().shop().hours());
    var form = new Form(request);
    var mistakes = new Mistakes();
    var due = mistakes.on("due", () -> prepared.times().meant(form.text("slot"), form.text("due")));
    var words =
        due == null ? null : mistakes.on("due", () -> prepared.said(form.text("message"), due));
    if (due == null || words == null) {
      var why = mistakes.byField().get("due");
      request.status(HttpStatus.UNPROCESSABLE_CONTENT);
      answer(
          request,
          onlooker,
          item,
          sheet(prepared, item, form.text("due"), form.text("message"), why));
      return;
    }
    one.doors().promises().agreeNewTime(onlooker.me().id(), item.promise().id(), due, words);
    request.redirect("/promises/" + item.promise().id() + "?said=moved", HttpStatus.SEE_OTHER);
  }

  private void answer(Context request, Onlooker onlooker, Item item, NewTime sheet) {
    if (request.header("HX-Request") != null) pages.show(request, "promise/new-time.jte", sheet);
    else pages.show(request, "desk/promise.jte", sheets.page(request, onlooker, item, sheet));
  }

  private NewTime sheet(
      NewTimes prepared, Item item, String other, String message, @Nullable String error) {
    var promise = item.promise();
    var slots = prepared.slots(item, other);
    var address = one.doors().customers().knowledgeOf(promise.customer()).last(IdentityKind.EMAIL);
    var due =
        prepared.onlooker().time().near(promise.dueAt(), prepared.onlooker().now());
    return new NewTime(
        promise.id().toString(),
        "A new time for " + Customer.firstNameOf(item.customerName()),
        slots,
        other.isEmpty() ? slots.getFirst().value() : other,
        new NewTime.Message(
            message, address.map(to -> "Email to " + to.value()).orElse("Nowhere to send it")),
        due + " stands until you send this.",
        address.map(Identity::value).isPresent() ? null : NO_ADDRESS,
        error);
  }
}
