package kept.desk;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import kept.platform.DeliveryId;
import kept.platform.Id;
import kept.platform.http.Pages;
import kept.platform.http.WebRoutes;
import kept.platform.push.PushAddress;
import kept.team.Access;
import kept.team.PushSubscriptionId;
import kept.team.Who;

/// The browsers in which somebody takes alarms: adding this one, trying one, letting one go.
/// Everyone reaches their own and nobody else's.
public final class DevicePages implements WebRoutes {
  private static final String DEVICES = "/settings/you/devices";

  private final Pages pages;
  private final Devices devices;

  public DevicePages(Pages pages, Devices devices) {
    this.pages = pages;
    this.devices = devices;
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.get(DEVICES, this::show, Access.HELPER);
    routes.get(DEVICES + "/key", this::key, Access.HELPER);
    routes.post(DEVICES, this::add, Access.HELPER);
    routes.post(DEVICES + "/{id}/removal", this::remove, Access.HELPER);
    routes.post(DEVICES + "/{id}/test", this::test, Access.HELPER);
    routes.post(DEVICES + "/{id}/shown", this::shown, Access.HELPER);
  }

  private void show(Context request) {
    if (Htmx.asks(request)) pages.show(request, "settings/devices-rows.jte", devices.of(request));
    else request.redirect("/settings/you#devices", HttpStatus.SEE_OTHER);
  }

  /// What this browser subscribes with, for the worker when its address has changed.
  private void key(Context request) {
    request.contentType("text/plain; charset=utf-8").result(devices.key());
  }

  private void add(Context request) {
    var form = new Form(request);
    var address = new PushAddress(form.text("endpoint"), form.text("p256dh"), form.text("auth"));
    var here = Who.session(request).orElseThrow();
    var words = DeviceWords.of(request.header("User-Agent"));
    devices.subscriptions().add(Who.agent(request).id(), here, address, words);
    answer(request);
  }

  private void remove(Context request) {
    devices.subscriptions().remove(Who.agent(request).id(), id(request));
    answer(request);
  }

  private void test(Context request) {
    devices.test(Who.agent(request).id(), id(request));
    answer(request);
  }

  private void shown(Context request) {
    var delivery = new DeliveryId(Id.parse(new Form(request).text("delivery")));
    devices.subscriptions().shown(Who.agent(request).id(), id(request), delivery);
    request.status(HttpStatus.NO_CONTENT);
  }

  private void answer(Context request) {
    if (Htmx.asks(request)) pages.show(request, "settings/devices-list.jte", devices.of(request));
    else request.redirect("/settings/you#devices", HttpStatus.SEE_OTHER);
  }

  private static PushSubscriptionId id(Context request) {
    return PushSubscriptionId.parse(request.pathParam("id"));
  }
}
