package kept.desk;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.List;
import java.util.function.Supplier;
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
  private final Mail mail;

  /// @param in where mail comes in: "port 2525"
  /// @param look takes a look from the outside, a quarter of a minute at most
  public record Mail(String in, Supplier<List<Said>> look) {}

  /// What was found, and whether it is as it should be.
  public record Said(boolean well, String words) {}

  public ShopPages(Pages pages, Frames frames, Shop shop, Mail mail) {
    this.pages = pages;
    this.frames = frames;
    this.shop = shop;
    this.mail = mail;
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.get(CHANNELS, this::askForMail, Access.OWNER);
    routes.post(CHANNELS, this::saveMail, Access.OWNER);
    routes.post(CHANNELS + "/tests", this::test, Access.OWNER);
  }

  private void askForMail(Context request) {
    var address = shop.business().email();
    showMail(request, address == null ? "" : address, null, List.of());
  }

  private void test(Context request) {
    var address = shop.business().email();
    showMail(request, address == null ? "" : address, null, mail.look().get());
  }

  private void saveMail(Context request) {
    var address = new Form(request).text("address");
    if (!address.isEmpty() && !MailAddress.looksRight(address)) {
      if (Htmx.asks(request)) throw new Refusal(ShopMail.HOW_TO_FIX);
      request.status(HttpStatus.UNPROCESSABLE_CONTENT);
      showMail(request, address, ShopMail.HOW_TO_FIX, List.of());
      return;
    }
    ShopMail.set(shop, Who.agent(request).id(), address);
    if (Htmx.asks(request)) pages.show(request, AsYouGo.SAVED, does(address));
    else request.redirect(CHANNELS + "?saved=yes", HttpStatus.SEE_OTHER);
  }

  private void showMail(
      Context request, String address, @Nullable String mistake, List<Said> found) {
    var frame = frames.around(request, "Channels", Place.SETTINGS);
    var saved = request.queryParam("saved") == null ? null : "Saved. " + does(address);
    pages.show(
        request,
        "settings/channels.jte",
        new SettingsPage.OfChannels(
            frame, address, mail.in(), mistake == null ? saved : null, mistake, found));
  }

  private static String does(String address) {
    return address.isEmpty()
        ? "Mail to any address is taken in."
        : "This is where people write to now, and what our answers come from.";
  }
}
