package kept.desk;

import java.util.List;
import kept.PageProof.Nail;
import kept.desk.SettingsPage.Fact;
import kept.desk.SettingsPage.OfTexts;
import kept.desk.SettingsPage.TextForm;

/// Settings, texts: before anything is set up, and when something is wrong.
final class GalleryTexts {
  private static final String IN = "https://desk.marlow.example.com/texts/twilio/in";

  private GalleryTexts() {}

  static void hang(Frame frame, Nail wall) {
    var nothing = new TextForm("", "", "");
    wall.hang(
        "/settings/texts",
        "settings/texts.jte",
        new OfTexts(frame, nothing, false, List.of(), null, IN, null, null));
    var account = new TextForm(
        "https://api.twilio.com", "AC00000000000000000000000000000001", "+14155550100");
    var facts = List.of(
        new Fact("The last text went out 1:12.", "kept"),
        new Fact(
            "2:24: Twilio doesn’t know the account or its token. Set it up again under Settings,"
                + " Texts.",
            "risk"),
        new Fact("The test is on its way.", "due"));
    wall.hang(
        "/settings/texts-troubled",
        "settings/texts.jte",
        new OfTexts(
            frame, account, true, facts, "(415) 555-0199", IN, "Saved. Test it now.", null));
  }
}
