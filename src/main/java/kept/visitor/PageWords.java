package kept.visitor;

import java.time.Duration;
import java.util.List;
import kept.conversations.State;
import kept.email.ReplyAddress;
import kept.platform.http.Assets;
import kept.platform.pages.Face;
import kept.promises.Promise;
import kept.recaps.SaidWord;
import kept.team.Agent;
import kept.team.Business;
import kept.visitor.VisitorPage.Foot;
import kept.visitor.VisitorPage.Human;
import kept.visitor.VisitorPage.Reach;
import org.jspecify.annotations.Nullable;

/// A customer's page in words. Pure.
record PageWords(PageStory story, Assets assets, String path) {
  private static final Duration A_DAY = Duration.ofDays(1);

  /// `instead` takes the place of the question: the form that asks what is wrong.
  VisitorPage page(@Nullable Ask instead) {
    var times = new PageTimes(story.house().time(), story.house().now());
    var lead = new LeadWords(story, times);
    return new VisitorPage(
        assets,
        sign(story.house().business()),
        path,
        lead.lead(),
        lead.others(),
        instead == null ? new AskWords(story, times).ask() : instead,
        humans(),
        AgreedWords.of(story, times),
        new Foot(before(times), hadToRepeat()));
  }

  static ShopSign sign(Business business) {
    return new ShopSign(
        business.name(), business.initial(), business.hue(), business.email(), business.phone());
  }

  /// Who does it, and who knows the story; one line when that is one person, or nothing is to do.
  private List<Human> humans() {
    var knower = story.house().knower();
    var keeper = story
        .lead()
        .filter(Promise::isOpen)
        .map(promise -> story.house().team().get(promise.keeper()))
        .orElse(knower);
    var knows = new Human(
        face(knower),
        knower.firstName() + " knows the story",
        "Nothing to repeat, it’s all written down",
        reach());
    var sorted = story.conversation().state() == State.CONFIRMED;
    if (sorted || keeper.id().equals(knower.id())) return List.of(knows);
    var does = keeper.firstName() + " is on it";
    return List.of(new Human(face(keeper), does, "The one who keeps this promise", null), knows);
  }

  private static Face face(Agent agent) {
    return Face.ofTeam(agent.name()).withHue(agent.hue());
  }

  /// A letter to this address comes back into the same story.
  private @Nullable Reach reach() {
    var business = story.house().business();
    if (business.phone() != null) {
      var number = business.phone().replaceAll("[^+0-9]", "");
      return new Reach("tel:" + number, business.phone(), "Call", true);
    }
    if (business.email() == null) return null;
    var to = ReplyAddress.of(business.email(), story.conversation().addressToken());
    return new Reach("mailto:" + to, business.email(), "Write", false);
  }

  /// "before 4:00 pm, not after", while something is owed that can still be kept.
  private @Nullable String before(PageTimes times) {
    return story
        .lead()
        .filter(promise -> promise.isOpen() && !promise.isLate(times.now()))
        .filter(promise -> story.conversation().state() != State.CONFIRMED)
        .map(promise -> "before " + times.time().due(promise.dueAt(), times.now()) + ", not after")
        .orElse(null);
  }

  private boolean hadToRepeat() {
    var since = story.house().now().minus(A_DAY);
    return story.said().stream()
        .anyMatch(word -> word.is(SaidWord.Kind.HAD_TO_REPEAT) && word.at().isAfter(since));
  }
}
