package kept.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is left to do in a shop that has not promised anything yet. Pure.
record FirstSteps(@Nullable String mailAddress, boolean hasColleagues, boolean hasHeardFromAnyone) {

  List<TodayPage.Step> steps() {
    return List.of(
        new TodayPage.Step(
            "Say at which address people write to you", "/settings/channels", mailAddress != null),
        new TodayPage.Step("Invite whoever works with you", "/settings/team", hasColleagues),
        new TodayPage.Step(firstLetter(), "/c", hasHeardFromAnyone),
        new TodayPage.Step("Make your first promise", "/promises#add", false));
  }

  private String firstLetter() {
    if (mailAddress == null) return "Write to the shop yourself, as a customer would";
    return "Write to " + mailAddress + " yourself, as a customer would";
  }
}
