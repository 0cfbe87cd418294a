package kept.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.util.List;

/// Hands that never leave the keys: after every key the focus can be seen, and is somewhere.
final class Keyboard {
  private static final int PATIENCE = 80;
  /// What the eye gets: something within the window that looks other than without the focus.
  private static final String SEEN = """
      () => {
        const here = document.activeElement;
        if (!here || here === document.body) return "nowhere";
        const around = [here, ...(here.labels ?? []), here.parentElement, here.closest("form, .seg, fieldset")];
        const looks = () => around.filter(Boolean).map((each) => {
          const style = getComputedStyle(each);
          return [style.outlineStyle, style.outlineWidth, style.boxShadow, style.borderColor, style.clipPath,
            style.backgroundColor].join();
        }).join(";");
        const boxes = [here, ...(here.labels ?? [])].map((each) => each.getBoundingClientRect());
        if (!boxes.some((box) => box.width > 4 && box.bottom > 0 && box.top < innerHeight && box.right > 0))
          return "outside the window";
        const focused = looks();
        here.blur();
        const plain = looks();
        here.focus({ preventScroll: true, focusVisible: true });
        return focused === plain ? "looks no other" : "seen";
      }
      """;

  private final Page page;

  Keyboard(Page page) {
    this.page = page;
  }

  /// Goes on with Tab until this has the focus.
  Keyboard to(Locator target) {
    for (int i = 0; i < PATIENCE; i++) {
      if (has(target)) return this;
      press("Tab");
      seen();
    }
    throw new AssertionError("Tab never came to " + target + "; it is on " + here());
  }

  /// A page whose scripts have not come yet does not know its short ways.
  Keyboard press(String... keys) {
    page.waitForLoadState(LoadState.DOMCONTENTLOADED);
    for (var key : List.of(keys)) page.keyboard().press(key);
    return this;
  }

  Keyboard write(String words) {
    page.keyboard().type(words);
    return this;
  }

  /// The focus is somewhere and can be seen, at the latest when what moves has stopped.
  Keyboard seen() {
    var found = page.evaluate(SEEN);
    for (int i = 0; i < 20 && !found.equals("seen"); i++) {
      page.waitForTimeout(25);
      found = page.evaluate(SEEN);
    }
    assertThat(found).as(here()).isEqualTo("seen");
    return this;
  }

  /// What was found a moment ago may have been fetched again since.
  boolean has(Locator target) {
    while (target.count() > 0) {
      var found = target
          .first()
          .evaluate("each => each.isConnected ? each === document.activeElement : null");
      if (found != null) return (Boolean) found;
    }
    return false;
  }

  String here() {
    return String.valueOf(page.evaluate("() => document.activeElement?.outerHTML.slice(0, 160)"))
        + " on " + page.url();
  }
}
