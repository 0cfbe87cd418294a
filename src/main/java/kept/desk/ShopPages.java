package kept.desk;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.InstantSource;
import java.util.Map;
import kept.platform.http.Pages;
import kept.platform.http.WebRoutes;
import kept.team.Access;
import kept.team.MailAddress;
import kept.team.Shop;
import kept.team.Who;
import org.jspecify.annotations.Nullable;

/// Settings, hours and channels: the shop's name, week and zone, and the address people write to.
public final class ShopPages implements WebRoutes {
  private static final String HOURS = "/settings/hours";
  private static final String CHANNELS = "/settings/channels";

  private final Pages pages;
  private final Frames frames;
  private final Shop shop;
  private final String smtp;
  private final ShopForms forms;

  /// `smtp` is where mail comes in: "port 2525".
  public ShopPages(Pages pages, Frames frames, Shop shop, String smtp, InstantSource clock) {
    this.pages = pages;
    this.frames = frames;
    this.shop = shop;
    this.smtp = smtp;
    this.forms = new ShopForms(shop, clock);
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.get(HOURS, request -> showHours(request, forms.shown(), Map.of()), Access.OWNER);
    routes.post(HOURS, this::saveHours, Access.OWNER);
    routes.get(CHANNELS, this::askForMail, Access.OWNER);
    routes.post(CHANNELS, this::saveMail, Access.OWNER);
  }

  private void saveHours(Context request) {
    var typed = new Form(request);
    var mistakes = new Mistakes();
    var said = forms.read(typed, mistakes);
    if (said.isEmpty()) {
      request.status(HttpStatus.UNPROCESSABLE_CONTENT);
      showHours(request, forms.shown(typed), mistakes.byField());
      return;
    }
    shop.set(Who.agent(request).id(), said.get().business(), said.get().hours());
    request.redirect(HOURS + "?saved=yes", HttpStatus.SEE_OTHER);
  }

  private void askForMail(Context request) {
    var address = shop.business().email();
    showMail(request, address == null ? "" : address, null);
  }

  private void saveMail(Context request) {
    var address = new Form(request).text("address");
    if (!address.isEmpty() && !MailAddress.looksRight(address)) {
      request.status(HttpStatus.UNPROCESSABLE_CONTENT);
      showMail(request, address, ShopMail.HOW_TO_FIX);
      return;
    }
    ShopMail.set(shop, Who.agent(request).id(), address);
    request.redirect(CHANNELS + "?saved=yes", HttpStatus.SEE_OTHER);
  }

  private void showHours(Context request, ShopForm form, Map<String, String> mistakes) {
    var frame = frames.around(request, "Hours", Place.SETTINGS);
    var saved = saved(request, "Saved. Promises made from now on count these hours.");
    pages.show(
        request,
        "settings/hours.jte",
        new SettingsPage.OfHours(frame, form, mistakes.isEmpty() ? saved : null, mistakes));
  }

  private void showMail(Context request, String address, @Nullable String mistake) {
    var frame = frames.around(request, "Channels", Place.SETTINGS);
    var saved = saved(request, "Saved. This is where people write to now.");
    pages.show(
        request,
        "settings/channels.jte",
        new SettingsPage.OfChannels(frame, address, smtp, mistake == null ? saved : null, mistake));
  }

  private static @Nullable String saved(Context request, String words) {
    return request.queryParam("saved") == null ? null : words;
  }
}
