package kept.desk;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kept.platform.Database;
import kept.platform.Deliveries;
import kept.platform.DeliveryState;
import kept.platform.PhoneNumbers;
import kept.platform.Refusal;
import kept.platform.http.Pages;
import kept.platform.http.WebRoutes;
import kept.team.Access;
import kept.team.Agent;
import kept.team.Shop;
import kept.team.Who;
import kept.texts.ShopTexts;
import kept.texts.TextAccount;
import org.jspecify.annotations.Nullable;

/// Settings, texts: the account with the provider, and a text to the owner's own phone that shows
/// whether it works.
public final class TextPages implements WebRoutes {
  private static final String TEXTS = "/settings/texts";
  private static final String TEST = "This is a test of Kept. Texts from your shop reach you.";
  private static final Duration OF_USE = Duration.ofMinutes(10);

  private final Pages pages;
  private final Frames frames;
  private final Doors doors;

  /// What the page goes through. `in` is where the provider brings texts: an address of ours.
  public record Doors(
      Database database,
      Deliveries deliveries,
      Shop shop,
      ShopTexts texts,
      InstantSource clock,
      String in) {}

  public TextPages(Pages pages, Frames frames, Doors doors) {
    this.pages = pages;
    this.frames = frames;
    this.doors = doors;
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.get(TEXTS, this::look, Access.OWNER);
    routes.post(TEXTS, this::save, Access.OWNER);
    routes.post(TEXTS + "/test", this::test, Access.OWNER);
    routes.post(TEXTS + "/removal", this::remove, Access.OWNER);
  }

  private void look(Context request) {
    var said = switch (String.valueOf(request.queryParam("done"))) {
      case "saved" -> "Saved. Test it now.";
      case "tested" ->
        "A text to your phone is on its way. Load this page again to see what became of it.";
      case "removed" -> "Texts are off.";
      default -> null;
    };
    show(request, form(doors.texts().find().orElse(null)), said, null);
  }

  private void save(Context request) {
    var form = new Form(request);
    var typed =
        new SettingsPage.TextForm(form.text("base_url"), form.text("account"), form.text("number"));
    try {
      var account = TextAccount.of(typed.baseUrl(), typed.account(), typed.number());
      doors.texts().set(Who.agent(request).id(), account, form.secret("token").strip());
    } catch (Refusal refused) {
      request.status(HttpStatus.UNPROCESSABLE_CONTENT);
      show(request, typed, null, refused.sentence());
      return;
    }
    request.redirect(TEXTS + "?done=saved", HttpStatus.SEE_OTHER);
  }

  /// About the owner themselves, so that this page finds what became of it.
  private void test(Context request) {
    var me = Who.agent(request);
    var mobile = me.mobile();
    if (mobile == null) throw new Refusal("Give the number of your own phone first, under You.");
    var body =
        Map.of("words", TEST, "until", doors.clock().instant().plus(OF_USE).toString());
    doors
        .database()
        .useTransaction(tx ->
            doors.deliveries().queue(Deliveries.TEXT, mobile.number(), me.id().value(), body));
    request.redirect(TEXTS + "?done=tested", HttpStatus.SEE_OTHER);
  }

  private void remove(Context request) {
    doors.texts().remove(Who.agent(request).id());
    request.redirect(TEXTS + "?done=removed", HttpStatus.SEE_OTHER);
  }

  private void show(
      Context request, SettingsPage.TextForm form, @Nullable String saved, @Nullable String error) {
    var frame = frames.around(request, "Texts", Place.SETTINGS);
    var account = doors.texts().find().orElse(null);
    var me = Who.agent(request);
    var page = new SettingsPage.OfTexts(
        frame,
        form,
        account != null,
        account == null ? List.of() : facts(account, me),
        me.mobile() == null ? null : PhoneNumbers.words(me.mobile().number()),
        doors.in(),
        saved,
        error);
    pages.show(request, "settings/texts.jte", page);
  }

  /// How it works, in sentences: the last success, the last trouble, the last test.
  private List<SettingsPage.Fact> facts(TextAccount account, Agent me) {
    var facts = new ArrayList<SettingsPage.Fact>();
    facts.add(
        account.sentAt() == null
            ? new SettingsPage.Fact("No text has gone out yet.", null)
            : new SettingsPage.Fact(
                "The last text went out " + past(account.sentAt()) + ".", "kept"));
    if (account.trouble() != null && account.troubleAt() != null)
      facts.add(
          new SettingsPage.Fact(past(account.troubleAt()) + ": " + account.trouble(), "risk"));
    var test =
        doors.deliveries().statesAbout(List.of(me.id().value())).get(me.id().value());
    if (test != null) facts.add(tested(test));
    return List.copyOf(facts);
  }

  private SettingsPage.Fact tested(DeliveryState test) {
    var words = test.serverWords() == null ? "" : " " + test.serverWords();
    return switch (test.stage()) {
      case QUEUED -> new SettingsPage.Fact("The test is on its way." + words, "due");
      case SENT ->
        new SettingsPage.Fact("The test went out " + past(test.at()) + "." + words, "kept");
      case REFUSED, BOUNCED -> new SettingsPage.Fact("The test was not delivered." + words, "risk");
    };
  }

  private String past(@Nullable Instant at) {
    var now = doors.clock().instant();
    return doors.shop().time().past(at == null ? now : at, now);
  }

  private static SettingsPage.TextForm form(@Nullable TextAccount account) {
    return account == null
        ? new SettingsPage.TextForm("", "", "")
        : new SettingsPage.TextForm(account.baseUrl(), account.account(), account.number());
  }
}
