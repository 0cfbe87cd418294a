package kept.desk;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.List;
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
    var prepared = prepared(onlooker);
    var typed = new Typed(List.of(), "", prepared.message(item, matter), null);
    answer(request, onlooker, item, sheet(prepared, item, typed));
  }

  private void agree(Context request) {
    var onlooker = one.onlooker(request);
    var item = one.in(request, onlooker);
    var prepared = prepared(onlooker);
    var form = new Form(request);
    var mistakes = new Mistakes();
    var picked = mistakes.on("due", () -> prepared.picked(form.texts("slot"), form.text("due")));
    var words = picked == null
        ? null
        : mistakes.on("due", () -> prepared.said(form.text("message"), picked));
    if (picked == null || words == null) {
      var why = mistakes.byField().get("due");
      var typed = new Typed(form.texts("slot"), form.text("due"), form.text("message"), why);
      request.status(HttpStatus.UNPROCESSABLE_CONTENT);
      answer(request, onlooker, item, sheet(prepared, item, typed));
      return;
    }
    one.doors()
        .promises()
        .agreeNewTime(onlooker.me().id(), item.promise().id(), picked.due(), words);
    request.redirect("/promises/" + item.promise().id() + "?said=moved", HttpStatus.SEE_OTHER);
  }

  /// What the form holds, and what was wrong with it.
  private record Typed(
      List<String> slots,
      String other,
      String message,
      @Nullable String error) {}

  private NewTimes prepared(Onlooker onlooker) {
    return new NewTimes(onlooker, one.doors().presence().roster());
  }

  private void answer(Context request, Onlooker onlooker, Item item, NewTime sheet) {
    if (request.header("HX-Request") != null) pages.show(request, "promise/new-time.jte", sheet);
    else pages.show(request, "desk/promise.jte", sheets.page(request, onlooker, item, sheet));
  }

  private NewTime sheet(NewTimes prepared, Item item, Typed typed) {
    var promise = item.promise();
    var slots = prepared.slots(item, typed.slots());
    var address = one.doors().customers().knowledgeOf(promise.customer()).last(IdentityKind.EMAIL);
    var due =
        prepared.onlooker().time().near(promise.dueAt(), prepared.onlooker().now());
    return new NewTime(
        promise.id().toString(),
        "A new time for " + Customer.firstNameOf(item.customerName()),
        new NewTime.Times(slots, other(typed, slots), typed.slots().contains("other")),
        new NewTime.Message(
            typed.message(),
            address.map(to -> "Email to " + to.value()).orElse("Nowhere to send it"),
            NewTimes.OR),
        due + " stands until you send this, then the earlier time does. The later one is theirs to"
            + " pick: agree to it here when they do.",
        address.map(Identity::value).isPresent() ? null : NO_ADDRESS,
        typed.error());
  }

  private static String other(Typed typed, List<NewTime.Slot> slots) {
    return typed.other().isEmpty() ? slots.getFirst().value() : typed.other();
  }
}
