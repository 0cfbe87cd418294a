package kept;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.microsoft.playwright.Page;
import java.util.List;

/// The rules of accessibility that axe knows, asked of a page as it stands.
///
/// Only what breaks them is described, and in the page itself: describing all that keeps them takes
/// three times as long.
public final class AxeRules {

  private AxeRules() {}

  /// What is broken within this part of the page, in axe's words.
  public static List<String> brokenOn(Page page, String selector) {
    var options = new AxeRunOptions();
    options.setResultTypes(List.of("violations"));
    return new AxeBuilder(page)
            .include(List.of(selector))
            .setLegacyMode(true)
            .options(options)
            .analyze()
            .getViolations()
            .stream()
            .map(rule -> rule.getId() + ": " + rule.getHelp() + " " + first(rule.getNodes()))
            .toList();
  }

  private static String first(List<CheckedNode> nodes) {
    return nodes.getFirst().getHtml() + " " + nodes.getFirst().getFailureSummary();
  }
}
