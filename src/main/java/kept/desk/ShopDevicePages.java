package kept.desk;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import kept.platform.http.Pages;
import kept.platform.http.WebRoutes;
import kept.team.Access;
import kept.team.ShopDevice;
import kept.team.ShopDeviceId;
import kept.team.ShopTime;
import kept.team.Who;

/// Settings, team: the devices that are the shop's. The browser in which the owner says so becomes
/// one, and they are signed out of it.
public final class ShopDevicePages implements WebRoutes {
  private static final String DEVICES = "/settings/shop-devices";

  private final Pages pages;
  private final Frames frames;
  private final Doorstep doorstep;
  private final Own own;

  public ShopDevicePages(Pages pages, Frames frames, Doorstep doorstep, Own own) {
    this.pages = pages;
    this.frames = frames;
    this.doorstep = doorstep;
    this.own = own;
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.get(DEVICES, this::show, Access.OWNER);
    routes.post(DEVICES, this::make, Access.OWNER);
    routes.post(DEVICES + "/{id}/removal", this::remove, Access.OWNER);
    routes.post("/settings/you/pin", this::setPin, Access.HELPER);
    routes.post("/settings/you/pin/removal", this::removePin, Access.HELPER);
  }

  private void show(Context request) {
    var time = own.shop().time();
    var rows = doorstep.ways().devices().list().stream()
        .map(device -> row(device, time))
        .toList();
    var frame = frames.around(request, "Team", Place.SETTINGS);
    var page = new ShopDevicesPage(frame, rows, doorstep.isShopDevice(request));
    pages.show(request, "settings/shop-devices.jte", page);
  }

  private ShopDevicesPage.Row row(ShopDevice device, ShopTime time) {
    var since = time.past(device.madeAt(), own.clock().instant());
    return new ShopDevicesPage.Row(device.id().toString(), device.name(), "since " + since);
  }

  private void make(Context request) {
    doorstep.insistOnProof(request);
    var me = Who.agent(request).id();
    var name = new Form(request).text("device_name");
    doorstep.becomesShopDevice(request, doorstep.ways().devices().make(me, name));
    Who.session(request).ifPresent(here -> doorstep.sessions().end(me, here));
    doorstep.farewell(request);
    request.redirect("/in", HttpStatus.SEE_OTHER);
  }

  private void remove(Context request) {
    var id = ShopDeviceId.parse(request.pathParam("id"));
    doorstep.ways().devices().remove(Who.agent(request).id(), id);
    request.redirect(DEVICES, HttpStatus.SEE_OTHER);
  }

  private void setPin(Context request) {
    doorstep.insistOnProof(request);
    doorstep.ways().pins().set(Who.agent(request).id(), new Form(request).text("pin"));
    request.redirect("/settings/you?saved=pin#pin-title", HttpStatus.SEE_OTHER);
  }

  private void removePin(Context request) {
    doorstep.ways().pins().remove(Who.agent(request).id());
    request.redirect("/settings/you#pin-title", HttpStatus.SEE_OTHER);
  }
}
