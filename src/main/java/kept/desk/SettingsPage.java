package kept.desk;

import java.util.List;
import java.util.Map;
import kept.platform.pages.Face;
import org.jspecify.annotations.Nullable;

/// The pages of the settings, one topic each. Only the owner may change what the shop does.
public sealed interface SettingsPage
    permits AlarmsPage,
        CalendarPage,
        CodeAppPage,
        DeedsPage,
        PhonePage,
        PrivacyPage,
        ShopDevicesPage,
        SettingsPage.OfTeam,
        SettingsPage.OfChannels,
        SettingsPage.OfTexts,
        SettingsPage.OfHours,
        SettingsPage.OfPromises,
        SettingsPage.OfTime,
        SettingsPage.OfMember,
        SettingsPage.OfSecond,
        SettingsPage.OfYou {
  /// The mark of having nobody second.
  String NOBODY = "nobody";

  Frame frame();

  /// Who keeps the promises here, who hears next, and who was invited. `gap` names somebody without
  /// a second.
  record OfTeam(
      Frame frame,
      String sentence,
      @Nullable String saved,
      @Nullable Gap gap,
      List<Member> crew,
      List<Invited> invited,
      @Nullable Invite invite)
      implements SettingsPage {}

  /// Where mail reaches the shop. Posts `address`.
  record OfChannels(
      Frame frame,
      String address,
      String smtp,
      @Nullable String saved,
      @Nullable String error,
      List<ShopPages.Said> found)
      implements SettingsPage {}

  /// The account that carries texts. Posts `account`, `token`, `number` and `base_url`. `mobile` is
  /// the owner's own, for a test; `in` is where the provider brings texts.
  record OfTexts(
      Frame frame,
      TextForm form,
      boolean setUp,
      List<Fact> facts,
      @Nullable String mobile,
      String in,
      @Nullable String saved,
      @Nullable String error)
      implements SettingsPage {}

  record TextForm(String baseUrl, String account, String number) {}

  /// A sentence about how it works; `tone` is null, kept, due or risk.
  record Fact(String words, @Nullable String tone) {}

  /// When the shop is open: the days ahead as they will be, its week, holidays, days of its own.
  record OfHours(Frame frame, HoursParts parts, @Nullable String saved, Map<String, String> errors)
      implements SettingsPage {}

  /// Who hears when before a promise breaks. Posts `lead`, `owner` and `ring_back`, in minutes.
  record OfPromises(
      Frame frame,
      Ladder ladder,
      PromiseRuleForm form,
      @Nullable String saved,
      @Nullable String error)
      implements SettingsPage {}

  record PromiseRuleForm(String lead, String owner, String ringBack) {}

  /// The steps on an example, and what is said of those that are too short for it.
  record Ladder(List<Rung> rungs, String ofShort) {}

  /// "4:50 pm", who hears then, and by which rule.
  record Rung(String at, String who, String when) {}

  /// A rule that saved itself: what that does, and the steps from now on.
  record PromisesSaved(String words, Ladder ladder) {}

  /// Somebody's time: where they are, what is planned, when they work and want silence.
  record OfTime(Frame frame, TimeParts parts, @Nullable String saved, Map<String, String> errors)
      implements SettingsPage {}

  /// One member of the team by themselves, for those without scripts.
  record OfMember(Frame frame, Change change) implements SettingsPage {}

  /// Naming somebody's second by itself, for those without scripts.
  record OfSecond(Frame frame, Naming naming) implements SettingsPage {}

  /// What is one's own. Posts `name`; apart from it `email`, `present` and `password`.
  record OfYou(
      Frame frame,
      String name,
      String email,
      String mobile,
      boolean mobileRings,
      @Nullable String saved,
      Map<String, String> errors,
      DevicesPart devices,
      WaysInPart waysIn,
      List<String> phones,
      List<SignedIn> sessions,
      List<Program> programs)
      implements SettingsPage {

    public @Nullable String error(String field) {
      return errors.get(field);
    }
  }

  /// "Firefox on Linux", "seen 9:12"; `here` is the browser that asks.
  record SignedIn(String id, String device, String words, boolean here) {}

  /// A program that has a token: what it was made for, and "used yesterday".
  record Program(String id, String label, String words) {}

  /// "Justin has nobody second." and why that matters; one tap makes `secondName` it.
  record Gap(String who, String why, String memberId, String secondId, String secondName) {}

  /// A second that saved itself: what that does, its mark from now on, and who is without one.
  record SecondSaved(
      String words, String id, String mark, @Nullable Gap gap) {}

  /// A role that saved itself.
  record RoleSaved(String words, String id, String mark) {}

  /// `second` are the choices of who hears next; empty where whoever looks may not change it. `may`
  /// opens the rest.
  record Member(
      String id,
      Face face,
      String name,
      String role,
      String email,
      Here here,
      List<Choice> second,
      boolean may) {
    /// Which second this form was made with.
    public String mark() {
      return second.stream()
          .filter(Choice::chosen)
          .map(Choice::value)
          .filter(value -> !value.isEmpty())
          .findFirst()
          .orElse(NOBODY);
    }
  }

  /// "Taking calls", and what is known beside it.
  record Here(String doing, String secondWords, boolean nobodySecond) {}

  record Invited(String id, String name, String role, String words) {}

  /// Posts `name`, `email`, `role`; `link` is shown once after an invitation was made, to be
  /// copied.
  record Invite(
      List<Choice> roles,
      String name,
      String email,
      @Nullable String link,
      @Nullable String error) {}

  /// Who is to hear next after somebody: the first that comes to mind is chosen. Posts `second`
  /// and `mark`: who was it when this was asked.
  record Naming(String id, String title, String does, String mark, List<Choice> seconds) {}

  /// Behind the three dots of a member: their role, and leaving.
  record Change(
      String id,
      String name,
      List<Choice> roles,
      String leavingWords,
      List<WaysInPart.Row> passkeys) {
    /// Which role this form was made with.
    public String mark() {
      return roles.stream()
          .filter(Choice::chosen)
          .map(Choice::value)
          .findFirst()
          .orElse("");
    }
  }
}
