package kept.desk;

import java.util.List;
import java.util.Map;
import kept.platform.http.Assets;
import org.jspecify.annotations.Nullable;

/// The first steps, one question each. Every step posts to its own address and keeps what was typed
/// when refused. The first two stand behind the set-up link; from then on there is an owner, and
/// all five are the owner's.
public sealed interface HelloPage {
  List<String> STEPS =
      List.of("Your business", "Coming back", "Reaching you", "What they hear", "Call yourself");

  Step step();

  default @Nullable String error(String field) {
    return step().errors().get(field);
  }

  /// Where we are (`number` from 1), where the form goes and where *Back* leads. `mark` says
  /// how far the news had come, for parts that wait for some; there is none before there is
  /// an owner.
  record Step(
      Assets assets,
      @Nullable String mark,
      int number,
      String action,
      @Nullable String back,
      Map<String, String> errors) {

    /// How much longer it takes, after "Step 3 of 5 · ".
    public String left() {
      return switch (number) {
        case 1 -> "about 4 minutes. You can stop any time.";
        case 2 -> "about 3 minutes left";
        case 3 -> "about 2 minutes left";
        case 4 -> "about a minute left";
        default -> "one call to make";
      };
    }

    public boolean hasOwner() {
      return mark != null;
    }
  }

  /// Posts `name`, `zone`, and the week as [WeekForm] says.
  record OfBusiness(Step step, ShopForm shop) implements HelloPage {}

  /// Posts `name`, `email`, and `passkey` or `password`.
  record OfOwner(Step step, String name, String email, PasskeyPart passkey) implements HelloPage {}

  /// The owner is there already: who that is, and what lets them in.
  record OfOwnerThere(Step step, String name, String email, String comesIn) implements HelloPage {}

  /// Posts `address` and, while there is no number, `number`. Each may be left empty and told
  /// later. Where `then` says `stay`, the page is shown again.
  record OfReaching(
      Step step,
      String address,
      String smtp,
      @Nullable Rings rings,
      String number,
      PhonePage.Providers providers)
      implements HelloPage {}

  /// The number that rings here, how another is sent to it, and whether it rang.
  record Rings(String words, Forwarding forwarding, Watch watch) {}

  /// Whether somebody called: what is said about it, and where it is when they did.
  record Watch(String words, @Nullable String href, String again) {}

  /// Posts `words`, `mobile` and, where several are on the team, the `how` of [PlanForm].
  /// Where `then` says `hear`, the words are read out at `src` and nothing is kept.
  /// `elsewhere` says why the front door is not changed here.
  record OfHearing(
      Step step,
      String words,
      String usual,
      @Nullable String src,
      List<Choice> orders,
      String mobile,
      @Nullable String elsewhere)
      implements HelloPage {}

  /// `dialled` is null where there is no number; `knots` say what would keep the call from being
  /// answered. `writeTo` is the shop's mail address. `apple` is set on an iPhone or iPad.
  record OfCalling(
      Step step,
      @Nullable Dialled dialled,
      List<String> knots,
      @Nullable String writeTo,
      boolean apple)
      implements HelloPage {}

  /// The number to call, as a link takes it and as people read it.
  record Dialled(String number, String words, Watch watch) {}
}
