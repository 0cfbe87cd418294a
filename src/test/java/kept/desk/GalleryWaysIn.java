package kept.desk;

import java.util.Collections;
import java.util.List;
import kept.PageProof.Nail;
import kept.platform.http.Assets;
import kept.platform.pages.QrPicture;
import kept.team.ReturnPath;

/// The ways in, as they look at an address where passkeys can be and at one where they can’t.
final class GalleryWaysIn {
  private GalleryWaysIn() {}

  static void hang(Assets assets, Nail wall) {
    wall.hang("/in", "desk/sign-in.jte", door(assets, true, ""));
    wall.hang("/in-mute", "desk/sign-in.jte", door(assets, false, ""));
    wall.hang(
        "/in-refused",
        "desk/sign-in.jte",
        new SignInPage(
            assets,
            "Marlow & Daughter",
            "Dana",
            PasskeyPlace.at("http://desk.lan").part("/in/passkey/challenge", false, true),
            true,
            new SignInPages.Typed("priya@example.com", ReturnPath.TODAY, true),
            List.of(),
            null,
            "That address and password don’t go together. Try again."));
    wall.hang(
        "/proof",
        "desk/proof.jte",
        new ProofPage(
            assets,
            "priya@example.com",
            passkey("/settings/you/proof/challenge"),
            true,
            true,
            null));
    wall.hang(
        "/in-link-sent", "desk/link-sent.jte", new LinkPage(assets, "priya@example.com", "/"));
    wall.hang(
        "/in-face",
        "desk/face.jte",
        new FacePage(
            assets,
            "Priya",
            GalleryCast.PRIYA,
            passkey("/in/passkey/challenge"),
            true,
            "That isn’t the PIN. 4 tries left."));
    wall.hang("/in-code", "desk/code.jte", new CodePage(assets, "/", "That isn’t the code."));
    var frame = GallerySettings.owners(assets, "You");
    wall.hang(
        "/settings/you/code-app",
        "settings/code-app.jte",
        new CodeAppPage.Begun(
            frame,
            QrPicture.of("otpauth://totp/Marlow:dana@example.com?secret=MZXW6YTBOI"),
            "MZXW 6YTB OI",
            null));
    wall.hang(
        "/settings/shop-devices",
        "settings/shop-devices.jte",
        new ShopDevicesPage(
            frame, List.of(new ShopDevicesPage.Row("1", "Counter tablet", "since Nov 3")), false));
    wall.hang(
        "/settings/you/recovery-codes",
        "settings/recovery-codes.jte",
        new CodeAppPage.Codes(frame, Collections.nCopies(10, "abcde-23456")));
    wall.hang("/in-link", "desk/link.jte", new LinkPage(assets, "Priya", "/"));
  }

  private static SignInPage door(Assets assets, boolean mails, String email) {
    return new SignInPage(
        assets,
        "Marlow & Daughter",
        "Dana",
        passkey("/in/passkey/challenge"),
        mails,
        new SignInPages.Typed(email, ReturnPath.TODAY, false),
        mails ? List.of() : taps(),
        mails ? null : "The shop closed, so everybody on this device was signed out.",
        null);
  }

  private static List<FacePage.Tap> taps() {
    return List.of(
        new FacePage.Tap("priya", "Priya", GalleryCast.PRIYA),
        new FacePage.Tap("edie", "Edie", GalleryCast.EDIE),
        new FacePage.Tap("justin", "Justin", GalleryCast.JUSTIN),
        new FacePage.Tap("tomas", "Tomás", GalleryCast.TOMAS),
        new FacePage.Tap("dana", "Dana", GalleryCast.DANA));
  }

  static PasskeyPart passkey(String ask) {
    return PasskeyPlace.at("https://desk.example.com").part(ask, false, false);
  }

  static List<WaysInPart.Row> passkeys() {
    return List.of(
        new WaysInPart.Row("1", "My phone", "made Nov 3, used 9:12"),
        new WaysInPart.Row("2", "The key on my ring", "works only at old.example.com"));
  }
}
