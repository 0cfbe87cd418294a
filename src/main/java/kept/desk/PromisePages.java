package kept.desk;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.function.BiConsumer;
import kept.platform.http.Pages;
import kept.platform.http.WebRoutes;
import kept.promises.Promise;
import kept.team.Access;
import kept.team.AgentId;

/// One promise: how it stands, who was told, and what can be done with it. Helpers reach their own.
public final class PromisePages implements WebRoutes {
  private final Pages pages;
  private final OnePromise one;
  private final PromiseSheets sheets;

  public PromisePages(Pages pages, OnePromise one, PromiseSheets sheets) {
    this.pages = pages;
    this.one = one;
    this.sheets = sheets;
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.get("/promises/{id}", this::show, Access.HELPER);
    routes.post("/promises/{id}/keeping", this::keep, Access.HELPER);
    routes.post("/promises/{id}/release", this::release, Access.HELPER);
    routes.post("/promises/{id}/keeper", this::handOver, Access.HELPER);
    routes.post("/promises/{id}/risk", this::warn, Access.HELPER);
  }

  private void show(Context request) {
    var onlooker = one.onlooker(request);
    var item = one.in(request, onlooker);
    one.looked(onlooker, item);
    if (Htmx.asks(request)) pages.show(request, "promise/more.jte", sheets.more(onlooker, item));
    else pages.show(request, "desk/promise.jte", sheets.page(request, onlooker, item, null));
  }

  private void keep(Context request) {
    change(request, "kept", (by, promise) -> one.doors().promises().keep(by, promise.id()));
  }

  private void release(Context request) {
    var letGo = LettingGo.in(new Form(request));
    var mistakes = new Mistakes();
    var said = mistakes.on("reason", letGo::said);
    if (said == null) {
      refuse(request, letGo.form(mistakes.byField().get("reason")));
      return;
    }
    change(
        request,
        "released",
        (by, promise) -> one.doors().promises().release(by, promise.id(), said));
  }

  private void refuse(Context request, PromisePage.LetGo letGo) {
    var onlooker = one.onlooker(request);
    var item = one.in(request, onlooker);
    request.status(HttpStatus.UNPROCESSABLE_CONTENT);
    if (Htmx.asks(request))
      pages.show(request, "promise/more.jte", sheets.more(onlooker, item).with(letGo));
    else {
      var page = sheets.page(request, onlooker, item, null).with(letGo);
      pages.show(request, "desk/promise.jte", page);
    }
  }

  /// `me` takes it; another's id hands it over.
  private void handOver(Context request) {
    var keeper = new Form(request).text("keeper");
    change(request, "kept-by", (by, promise) -> {
      var to = keeper.equals("me") ? by : AgentId.parse(keeper);
      one.doors().promises().handTo(by, promise.id(), to);
    });
  }

  private void warn(Context request) {
    var reason = new Form(request).text("reason");
    change(
        request, "risk", (by, promise) -> one.doors().promises().atRisk(by, promise.id(), reason));
  }

  /// The row as it is now for htmx; anyone else is led to its page, which says what was done.
  private void change(Context request, String said, BiConsumer<AgentId, Promise> change) {
    var onlooker = one.onlooker(request);
    var promise = one.in(request, onlooker).promise();
    change.accept(onlooker.me().id(), promise);
    if (Htmx.asks(request)) {
      var now = one.doors().board().get(promise.id());
      pages.show(request, "promise/row.jte", new PromiseWords(onlooker).row(now));
      return;
    }
    var goesAway = onlooker.isHelper() && said.equals("kept-by");
    var to = goesAway ? "/" : "/promises/" + promise.id() + "?said=" + said;
    request.redirect(to, HttpStatus.SEE_OTHER);
  }
}
