package kept.desk;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.Instant;
import java.util.List;
import kept.customers.Customer;
import kept.customers.Identity;
import kept.customers.IdentityKind;
import kept.platform.http.Pages;
import kept.platform.http.WebRoutes;
import kept.promises.Item;
import kept.promises.Promise;
import kept.promises.PromiseId;
import kept.team.Access;
import org.jspecify.annotations.Nullable;

/// Agreeing a new time: the customer is told it, or nothing moves.
public final class NewTimePages implements WebRoutes {
  private static final String NO_ADDRESS =
      "We have no mail address of theirs. Call them, and add one to tell them in writing.";

  private static final String UNSAID =
      "This was sent without the time that it was written for. Look at it, then send it again.";

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
    var prepared = prepared(onlooker);
    var typed = new Typed(List.of(), "", prepared.message(item, matter(item)), null);
    answer(request, onlooker, item, sheet(prepared, item, typed));
  }

  private void agree(Context request) {
    var onlooker = one.onlooker(request);
    var item = one.in(request, onlooker);
    var prepared = prepared(onlooker);
    var form = new Form(request);
    var stood = NewTimes.stood(form.text("stood"));
    if (stood.isEmpty()) {
      refuse(request, onlooker, item, typed(form, UNSAID));
      return;
    }
    if (!stood.get().equals(item.promise().dueAt())) {
      refuse(request, onlooker, item, moved(prepared, item, form, stood.get()));
      return;
    }
    var mistakes = new Mistakes();
    var agreed = mistakes.on("due", () -> agree(onlooker, item, form));
    if (agreed != null) {
      request.redirect("/promises/" + agreed + "?said=moved", HttpStatus.SEE_OTHER);
      return;
    }
    var now = one.in(request, onlooker);
    var isMoved = now.promise().isOpen() && !now.promise().dueAt().equals(stood.get());
    var typed = isMoved
        ? moved(prepared, now, form, stood.get())
        : typed(form, mistakes.byField().get("due"));
    refuse(request, onlooker, now, typed);
  }

  private static Typed typed(Form form, @Nullable String why) {
    return new Typed(form.texts("slot"), form.text("due"), form.text("message"), why);
  }

  private PromiseId agree(Onlooker onlooker, Item item, Form form) {
    var prepared = prepared(onlooker);
    var picked = prepared.picked(form.texts("slot"), form.text("due"));
    var words = prepared.said(form.text("message"), picked);
    one.doors().promises().agreeNewTime(onlooker.me().id(), item.promise(), picked.due(), words);
    return item.promise().id();
  }

  /// What was picked was meant for another due time; what was typed says the one that stands now.
  private Typed moved(NewTimes prepared, Item item, Form form, Instant stood) {
    var message = prepared.messageAnew(item, matter(item), form.text("message"), stood);
    var why = "It was moved meanwhile, to " + prepared.words(item.promise().dueAt()) + ".";
    return new Typed(List.of(), "", message, why);
  }

  private void refuse(Context request, Onlooker onlooker, Item item, Typed typed) {
    request.status(HttpStatus.UNPROCESSABLE_CONTENT);
    answer(request, onlooker, item, sheet(prepared(onlooker), item, typed));
  }

  /// What the form holds, and what was wrong with it.
  private record Typed(
      List<String> slots,
      String other,
      String message,
      @Nullable String error) {}

  private String matter(Item item) {
    return one.doors().conversations().get(item.promise().conversation()).matter();
  }

  private NewTimes prepared(Onlooker onlooker) {
    return new NewTimes(onlooker, one.doors().presence().roster());
  }

  private void answer(Context request, Onlooker onlooker, Item item, NewTime sheet) {
    if (Htmx.asks(request)) pages.show(request, "promise/new-time.jte", sheet);
    else pages.show(request, "desk/promise.jte", sheets.page(request, onlooker, item, sheet));
  }

  private NewTime sheet(NewTimes prepared, Item item, Typed typed) {
    var promise = item.promise();
    var slots = prepared.slots(item, typed.slots());
    var address = one.doors().customers().knowledgeOf(promise.customer()).last(IdentityKind.EMAIL);
    return new NewTime(
        promise.id().toString(),
        "A new time for " + Customer.firstNameOf(item.customerName()),
        promise.dueAt().toString(),
        new NewTime.Times(slots, other(typed, slots), typed.slots().contains("other")),
        new NewTime.Message(
            typed.message(),
            address.map(to -> "Email to " + to.value()).orElse("Nowhere to send it"),
            NewTimes.OR),
        stands(prepared, promise),
        address.map(Identity::value).isPresent() ? null : NO_ADDRESS,
        typed.error());
  }

  private static String stands(NewTimes prepared, Promise promise) {
    if (!promise.isOpen()) return "It has ended, so nothing is sent.";
    var onlooker = prepared.onlooker();
    return onlooker.time().near(promise.dueAt(), onlooker.now())
        + " stands until you send this, then the earlier time does. The later one is theirs to"
        + " pick: agree to it here when they do.";
  }

  private static String other(Typed typed, List<NewTime.Slot> slots) {
    return typed.other().isEmpty() ? slots.getFirst().value() : typed.other();
  }
}
