package kept.desk;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import kept.platform.Refusal;
import kept.platform.http.Pages;
import kept.platform.http.WebRoutes;
import kept.team.Access;
import kept.team.MailAddress;
import kept.team.Shop;
import kept.team.Who;
import org.jspecify.annotations.Nullable;

/// Settings, channels: the address people write to.
public final class ShopPages implements WebRoutes {
  private static final String CHANNELS = "/settings/channels";

  private final Pages pages;
  private final Frames frames;
  private final Shop shop;
  private final String smtp;

  /// `smtp` is where mail comes in: "port 2525".
  public ShopPages(Pages pages, Frames frames, Shop shop, String smtp) {
    this.pages = pages;
    this.frames = frames;
    this.shop = shop;
    this.smtp = smtp;
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.get(CHANNELS, this::askForMail, Access.OWNER);
    routes.post(CHANNELS, this::saveMail, Access.OWNER);
  }

  private void askForMail(Context request) {
    var address = shop.business().email();
    showMail(request, address == null ? "" : address, null);
  }

  private void saveMail(Context request) {
    var address = new Form(request).text("address");
    if (!address.isEmpty() && !MailAddress.looksRight(address)) {
      if (AsYouGo.is(request)) throw new Refusal(ShopMail.HOW_TO_FIX);
      request.status(HttpStatus.UNPROCESSABLE_CONTENT);
      showMail(request, address, ShopMail.HOW_TO_FIX);
      return;
    }
    ShopMail.set(shop, Who.agent(request).id(), address);
    if (AsYouGo.is(request)) pages.show(request, AsYouGo.SAVED, does(address));
    else request.redirect(CHANNELS + "?saved=yes", HttpStatus.SEE_OTHER);
  }

  private void showMail(Context request, String address, @Nullable String mistake) {
    var frame = frames.around(request, "Channels", Place.SETTINGS);
    var saved = request.queryParam("saved") == null ? null : "Saved. " + does(address);
    pages.show(
        request,
        "settings/channels.jte",
        new SettingsPage.OfChannels(frame, address, smtp, mistake == null ? saved : null, mistake));
  }

  private static String does(String address) {
    return address.isEmpty()
        ? "Mail to any address is taken in."
        : "This is where people write to now, and what our answers come from.";
  }
}
