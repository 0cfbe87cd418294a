package kept.desk;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import kept.PageProof.Nail;
import kept.platform.http.Assets;
import kept.platform.http.ErrorPage;
import kept.platform.pages.Face;
import kept.promises.PromiseRule;
import kept.team.Role;

/// Coming in, the first steps, the settings, finding things, and things that went wrong.
final class GallerySettings {

  private GallerySettings() {}

  static void hang(Assets assets, Nail wall) {
    GalleryWaysIn.hang(assets, wall);
    wall.hang(
        "/join",
        "desk/join.jte",
        new JoinPage(
            assets,
            "Marlow & Daughter",
            "Dana",
            "sam@example.com",
            "Sam Okoye",
            GalleryWaysIn.passkey("/join/1/passkey"),
            Map.of("password", "Use twelve letters or more.")));
    GalleryHello.hang(assets, wall);
    wall.hang("/settings/team", "settings/team.jte", team(assets));
    var frame = owners(assets, "Settings");
    wall.hang("/settings/you", "settings/you.jte", you(frame));
    wall.hang(
        "/settings/team/justin",
        "settings/member-page.jte",
        new SettingsPage.OfMember(
            frame,
            new SettingsPage.Change(
                "justin",
                "Justin",
                RoleWords.choices(Role.AGENT),
                "Their promise moves to Edie at once.",
                GalleryWaysIn.passkeys())));
    wall.hang(
        "/back-in",
        "desk/back-in.jte",
        new BackInPage(
            assets,
            "Marlow & Daughter",
            "priya@example.com",
            GalleryWaysIn.passkey("/join/2/passkey"),
            Map.of()));
    wall.hang(
        "/settings/channels",
        "settings/channels.jte",
        new SettingsPage.OfChannels(
            frame,
            "hello@example.com",
            "port 2525",
            "Saved.",
            null,
            List.of(
                new ShopPages.Said(true, "The relay lets us in: 250 mail.example.com"),
                new ShopPages.Said(
                    false,
                    "No MX record says where mail to @example.com goes. Add one that names this"
                        + " machine."))));
    GalleryTexts.hang(frame, wall);
    GalleryPrivacy.hang(frame, wall);
    GalleryHours.hang(frame, wall);
    GalleryAlarms.hang(frame, wall);
    promises(frame, wall);
    GalleryTimes.hang(frame, wall);
    wall.hang(
        "/find-some",
        "desk/find.jte",
        new FindPage(GalleryCast.frame(assets, "Find", null), found()));
    wall.hang("/keys", "desk/keys.jte", new KeysPage(GalleryCast.frame(assets, "Keys", null)));
    wall.hang("/offline", "desk/offline.jte", assets);
    wall.hang(
        "/call",
        "desk/call.jte",
        new CallPage(
            GalleryCast.frame(assets, "Call Chuck", Place.PROMISES),
            "Chuck Alvarez",
            List.of(new CallPage.TheirNumber("+12125550123", "(212) 555-0123")),
            "Swap the cracked 42-inch TV, 5:00 today. Priya has it.",
            "chuck",
            "/people/chuck/calling",
            null,
            null));
    wall.hang(
        "/call/nobody",
        "desk/call.jte",
        new CallPage(
            GalleryCast.frame(assets, "Call Chuck", Place.PROMISES),
            "Chuck Alvarez",
            List.of(),
            "Swap the cracked 42-inch TV, 5:00 today. Priya has it.",
            "chuck",
            null,
            "/people/chuck#identity",
            "/c/new?to=chuck"));
    var error = new ErrorPage(404, "It isn’t here", "There is nothing at this address.");
    wall.hang("/error", "layout/error.jte", error.to(new ErrorPage.Way("Sign in", "/in")));
    wall.hang(
        "/error/framed",
        "desk/error.jte",
        new ErrorPages.Framed(
            GalleryCast.frame(assets, error.title(), null),
            error.to(new ErrorPage.Way("Back to today", "/"))));
  }

  private static void promises(Frame frame, Nail wall) {
    var usual = LadderWords.of(PromiseRule.USUAL);
    wall.hang(
        "/settings/promises",
        "settings/promises.jte",
        new SettingsPage.OfPromises(
            frame, usual, new SettingsPage.PromiseRuleForm("15", "10", "60"), "Saved.", null));
    wall.hang(
        "/settings/promises-refused",
        "settings/promises.jte",
        new SettingsPage.OfPromises(
            frame,
            usual,
            new SettingsPage.PromiseRuleForm("15", "20", "60"),
            null,
            "The owner hears last: choose fewer minutes than the keeper’s 15."));
  }

  private static SettingsPage.OfYou you(Frame frame) {
    return new SettingsPage.OfYou(
        frame,
        "Priya Nair",
        "priya@example.com",
        "+14155550177",
        true,
        "Saved. This is what the others see.",
        Map.of("present", "That isn’t your present password. Nothing was changed."),
        devices(),
        new WaysInPart(
            GalleryWaysIn.passkey("/settings/you/passkeys"),
            "Chrome on Linux",
            GalleryWaysIn.passkeys(),
            true,
            true,
            new WaysInPart.CodeApp(true, 9),
            new WaysInPart.Pin(true, "6:00 pm")),
        List.of("Workshop: 2 Harbor St, at the back", "Softphone, nobody wrote down where"),
        List.of(
            new SettingsPage.SignedIn("1", "Firefox on Linux", "here, now", true),
            new SettingsPage.SignedIn("2", "Safari on an iPhone", "seen yesterday", false)),
        List.of(new SettingsPage.Program("3", "bookkeeping", "used 9:12")));
  }

  private static DevicesPart devices() {
    var shown = new DevicesPart.Result("Delivered and shown 2:23 pm.", null, "kept");
    var refused = new DevicesPart.Result(
        "Not delivered yet. We keep trying.", "503 The service is being mended", "due");
    return new DevicesPart(
        "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
        false,
        "devices",
        List.of(
            new DevicesPart.Device(
                "1", "Chrome on Android", true, "last alarm shown 2:23 pm", shown),
            new DevicesPart.Device(
                "2", "Safari on an iPhone", false, "last alarm shown yesterday", refused),
            new DevicesPart.Device(
                "3", "Firefox on Windows", false, "no alarm yet, added Monday", null)));
  }

  /// The desk as the owner sees it: every topic of the settings.
  static Frame owners(Assets assets, String title) {
    var me = new Frame.Me(GalleryCast.DANA, "Dana", false, Role.OWNER);
    var badges = new Frame.Badges(4, 11);
    return new Frame(
        title, Place.SETTINGS, me, badges, null, null, GalleryCast.at(14, 24), "", assets);
  }

  private static SettingsPage.OfTeam team(Assets assets) {
    var frame = owners(assets, "Team");
    var gap = new SettingsPage.Gap(
        "Justin has nobody second.",
        "If he’s out, his promises wait for Dana.",
        "justin",
        "edie",
        "Edie");
    var crew = List.of(
        member(
            "Dana",
            GalleryCast.DANA,
            "Owner",
            new SettingsPage.Here("Not taking calls", "Hears last", false),
            List.of()),
        member(
            "Priya",
            GalleryCast.PRIYA,
            "Team",
            new SettingsPage.Here("Taking calls", "", false),
            seconds()),
        member(
            "Justin",
            GalleryCast.JUSTIN,
            "Team",
            new SettingsPage.Here("Taking calls", "Nobody is second", true),
            List.of()),
        member(
            "Tomás",
            GalleryCast.TOMAS,
            "Helper",
            new SettingsPage.Here("Not taking calls", "", false),
            seconds()));
    var invite = new SettingsPage.Invite(
        List.of(new Choice("AGENT", "Team", true), new Choice("HELPER", "Helper", false)),
        "",
        "",
        "https://desk.example.com/join/5f2c",
        null);
    return new SettingsPage.OfTeam(
        frame,
        "Five people keep the promises here.",
        null,
        gap,
        crew,
        List.of(
            new SettingsPage.Invited("1", "Sam Okoye", "Team", "Invited at 1:10, not opened yet")),
        invite);
  }

  private static SettingsPage.Member member(
      String name, Face face, String role, SettingsPage.Here here, List<Choice> second) {
    return new SettingsPage.Member(
        name,
        face,
        name,
        role,
        name.toLowerCase(java.util.Locale.ROOT) + "@example.com",
        here,
        second,
        !role.equals("Owner"));
  }

  private static List<Choice> seconds() {
    return List.of(new Choice("", "Nobody", false), new Choice("edie", "Edie", true));
  }

  static FindPage.Found found() {
    var people = IntStream.range(0, 3)
        .mapToObj(i -> new FindPage.Hit(
            "Chuck Alvarez", "customer since 2017", "/people/" + i, Face.of("Chuck Alvarez"), null))
        .toList();
    var doing =
        List.of(new FindPage.Hit("Make a promise", "P", "/promises#add", null, "handshake"));
    return new FindPage.Found(
        "chuck", List.of(new FindPage.Group("People", people), new FindPage.Group("Do", doing)));
  }
}
