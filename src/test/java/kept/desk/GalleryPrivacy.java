package kept.desk;

import java.util.List;
import java.util.stream.IntStream;
import kept.PageProof.Nail;
import org.jspecify.annotations.Nullable;

/// How long things are kept, who did what, and forgetting somebody.
final class GalleryPrivacy {
  private GalleryPrivacy() {}

  static void hang(Frame frame, Nail wall) {
    wall.hang("/privacy/keep", "settings/privacy.jte", privacy(frame));
    wall.hang("/privacy/log-fifty", "settings/deeds.jte", deeds(frame, fifty(), "/more"));
    wall.hang("/privacy/log-none", "settings/deeds.jte", deeds(frame, List.of(), null));
    wall.hang(
        "/privacy/forgotten", "people/forgotten.jte", new ForgottenPage(frame, "November 24"));
    wall.hang(
        "/privacy/forgetting",
        "people/forgetting.jte",
        new ForgettingPage(frame, "chuck", "Chuck Alvarez", "Chuck", 0, null));
    wall.hang(
        "/privacy/forgetting-refused",
        "people/forgetting.jte",
        new ForgettingPage(
            frame,
            "wilhelmina",
            "Wilhelmina Featherstonehaugh-Montgomery",
            "Wilhelmina",
            1,
            "Type the name as it stands above, so that it is surely them."));
  }

  private static PrivacyPage privacy(Frame frame) {
    return new PrivacyPage(
        frame,
        List.of(
            new Choice("0", "For ever", false),
            new Choice("30", "30 days, 1,204 letters go now", true)),
        List.of(
            new Choice("0", "For ever", true), new Choice("2", "2 years, 12 people go now", false)),
        "Saved. What is older goes within the next hours.",
        null);
  }

  private static DeedsPage deeds(Frame frame, List<DeedsPage.Line> lines, @Nullable String more) {
    return new DeedsPage(
        frame,
        List.of(
            new Choice("all", "Everything", true),
            new Choice("team", "The team and its roles", false)),
        List.of(new Choice("", "Everybody", true), new Choice("edie", "Edie Moss", false)),
        lines,
        more);
  }

  private static List<DeedsPage.Line> fifty() {
    return IntStream.range(0, 50)
        .mapToObj(i -> i % 3 == 0
            ? new DeedsPage.Line("2:31 pm", "Edie listened to a recording", "/c/1#call-1")
            : new DeedsPage.Line(
                "Nov 12", "You took out all that we hold about Wilhelmina Featherstonehaugh", null))
        .toList();
  }
}
