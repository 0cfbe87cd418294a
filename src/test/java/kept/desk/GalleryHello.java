package kept.desk;

import java.util.List;
import java.util.Map;
import kept.PageProof.Nail;
import kept.desk.HelloPage.Dialled;
import kept.desk.HelloPage.Rings;
import kept.desk.HelloPage.Step;
import kept.desk.HelloPage.Watch;
import kept.desk.PhonePage.Entered;
import kept.desk.PhonePage.Provider;
import kept.desk.PhonePage.Providers;
import kept.desk.PhonePage.Telling;
import kept.platform.http.Assets;

/// The first steps: with nothing said, with everything, and refused.
final class GalleryHello {
  private static final Watch NOTHING_YET =
      new Watch("Nothing yet. This turns green by itself.", null, "/set-up/reaching");
  private static final Watch CAME =
      new Watch("Last call: 2:24 pm, from (212) 555-0123.", "/c/1", "/set-up/calling");
  private static final Map<String, String> FINE = Map.of();

  private GalleryHello() {}

  static void hang(Assets assets, Nail wall) {
    wall.hang(
        "/hello/1",
        "hello/business.jte",
        new HelloPage.OfBusiness(step(assets, null, 1, FINE), GalleryHours.shop()));
    wall.hang(
        "/hello/2",
        "hello/owner.jte",
        new HelloPage.OfOwner(
            step(assets, null, 2, Map.of("email", "Enter an address like dana@example.com.")),
            "Dana",
            "dana@",
            GalleryWaysIn.passkey("/hello/2/passkey")));
    wall.hang(
        "/set-up/you",
        "hello/owner-there.jte",
        new HelloPage.OfOwnerThere(
            step(assets, "", 2, FINE), "Dana Marlow", "dana@example.com", "a passkey"));
    reaching(assets, wall);
    hearing(assets, wall);
    calling(assets, wall);
  }

  private static void reaching(Assets assets, Nail wall) {
    wall.hang(
        "/set-up/reaching-new",
        "hello/reaching.jte",
        new HelloPage.OfReaching(
            step(assets, "", 3, FINE), "", "port 2525", null, "", providers(List.of(), FINE)));
    wall.hang(
        "/set-up/reaching",
        "hello/reaching.jte",
        new HelloPage.OfReaching(
            step(assets, "", 3, FINE),
            "hello@marlowdaughter.example",
            "port 2525",
            new Rings("(415) 555-0137", Forwarding.to("+14155550137"), NOTHING_YET),
            "",
            providers(List.of(provider()), FINE)));
    var wrong = Map.of(
        "number", "Write the number with its country, like +1 415 555 0100.",
        "address", ShopMail.HOW_TO_FIX,
        "part", "A user name and a password belong together.");
    wall.hang(
        "/set-up/reaching-refused",
        "hello/reaching.jte",
        new HelloPage.OfReaching(
            step(assets, "", 3, wrong),
            "hello@",
            "port 2525",
            null,
            "ask Dana",
            providers(List.of(), Map.of("part", ProviderForm.NEW, "name", "Carrier"))));
  }

  private static void hearing(Assets assets, Nail wall) {
    var usual = "Marlow & Daughter, hello. One moment, a person is coming.";
    wall.hang(
        "/set-up/hearing",
        "hello/hearing.jte",
        new HelloPage.OfHearing(step(assets, "", 4, FINE), "", usual, null, List.of(), "", null));
    var orders = List.of(
        new Choice(PlanForm.ONCE, "Everyone who is free, at once", true),
        new Choice("turn", "One after another, in turn", false));
    wall.hang(
        "/set-up/hearing-refused",
        "hello/hearing.jte",
        new HelloPage.OfHearing(
            step(assets, "", 4, Map.of("mobile", "Write the number with its country, like +1.")),
            "Marlow & Daughter, hello.",
            usual,
            null,
            orders,
            "555",
            null));
    wall.hang(
        "/set-up/hearing-drafted",
        "hello/hearing.jte",
        new HelloPage.OfHearing(
            step(assets, "", 4, FINE),
            "",
            usual,
            null,
            orders,
            "+14155550177",
            "The front door has a draft. Use it or take it back there first."));
  }

  private static void calling(Assets assets, Nail wall) {
    wall.hang(
        "/set-up/calling",
        "hello/calling.jte",
        new HelloPage.OfCalling(
            step(assets, "", 5, FINE),
            new Dialled("+14155550137", "(415) 555-0137", NOTHING_YET),
            List.of(
                "Nobody carries this number’s calls here yet. Say who does under “Reaching you”.",
                "You’re closed at this hour: you hear that, and can leave a message."),
            "hello@marlowdaughter.example",
            false));
    wall.hang(
        "/set-up/calling-came",
        "hello/calling.jte",
        new HelloPage.OfCalling(
            step(assets, "", 5, FINE),
            new Dialled("+14155550137", "(415) 555-0137", CAME),
            List.of(),
            null,
            true));
    wall.hang(
        "/set-up/calling-none",
        "hello/calling.jte",
        new HelloPage.OfCalling(
            step(assets, "", 5, FINE), null, List.of(), "hello@marlowdaughter.example", false));
  }

  private static Step step(Assets assets, String mark, int number, Map<String, String> errors) {
    return new Step(
        assets, mark, number, "/set-up/" + number, number == 1 ? null : "/set-up", errors);
  }

  private static Provider provider() {
    return new Provider(
        "p1",
        "Carrier",
        "sip.carrier-of-the-town.example.com, port 5070, UDP; registers as 4155550100; 10 calls at once",
        new Telling("Carries calls.", "kept"),
        ProviderForm.shown(Entered.NOTHING, null));
  }

  private static Providers providers(List<Provider> rows, Map<String, String> typed) {
    return new Providers(rows, ProviderForm.shown(new Entered(typed, FINE), null));
  }
}
