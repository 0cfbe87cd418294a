package kept.desk;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import kept.customers.Customer;
import kept.frontdoor.AskedNumbers;
import kept.phone.Talks;
import kept.platform.http.Pages;
import kept.platform.http.WebRoutes;
import kept.promises.Item;
import kept.promises.Promise;
import kept.team.Access;

/// Calling whom a promise was made to, in one tap from an alarm: their numbers, and what was
/// promised, for whoever holds the phone. Helpers reach their own.
public final class CallPages implements WebRoutes {
  private final Pages pages;
  private final Frames frames;
  private final OnePromise one;
  private final Talks talks;
  private final AskedNumbers asked;

  public CallPages(Pages pages, Frames frames, OnePromise one, Talks talks, AskedNumbers asked) {
    this.pages = pages;
    this.frames = frames;
    this.one = one;
    this.talks = talks;
    this.asked = asked;
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.get("/promises/{id}/call", this::show, Access.HELPER);
  }

  private void show(Context request) {
    var onlooker = one.onlooker(request);
    var item = one.in(request, onlooker);
    one.looked(onlooker, item);
    pages.show(request, "desk/call.jte", page(request, onlooker, item));
  }

  private CallPage page(Context request, Onlooker onlooker, Item item) {
    var promise = item.promise();
    var first = Customer.firstNameOf(item.customerName());
    var known = one.doors().customers().knowledgeOf(promise.customer());
    var due = onlooker.time().due(promise.dueAt(), onlooker.now());
    return new CallPage(
        frames.around(request, "Call " + first, Place.PROMISES),
        item.customerName(),
        CallPage.TheirNumber.of(asked.of(promise.id()).stream(), known.identities()),
        promise.what() + ", " + due + ". " + whose(onlooker, promise),
        promise.id().toString(),
        onlooker.isHelper() || !talks.areOpen()
            ? null
            : "/people/" + promise.customer() + "/calling",
        onlooker.isHelper() ? null : "/people/" + promise.customer() + "#identity",
        onlooker.isHelper() ? null : "/c/new?to=" + promise.customer());
  }

  private static String whose(Onlooker onlooker, Promise promise) {
    if (onlooker.is(promise.keeper())) return "Yours to keep.";
    return onlooker.name(promise.keeper()) + " has it.";
  }
}
