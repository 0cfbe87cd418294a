package kept.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import kept.Chromium;
import kept.TestKept;
import kept.customers.Customer;
import kept.promises.Item;
import kept.promises.Kind;
import kept.promises.Slice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A promise is made by saying it: one field, a sentence, Enter, and no hand leaves the keys.
class APromiseInPlainWordsTest {
  private static final Pattern ITS_PAGE = Pattern.compile(".*/promises/[0-9a-f-]{36}.*");

  private final TestKept kept = new TestKept();
  private final Customer rosa = kept.shop.customer("Rosa Delgado", "rosa@example.com");
  private final Chromium chromium = new Chromium();
  private final Page page = chromium.as(kept, kept.shop.priya);
  private final Keyboard priya = new Keyboard(page);

  @AfterEach
  void close() {
    chromium.close();
    kept.close();
  }

  @Test
  void isReadAsItIsTypedAndMadeWithEnter() {
    open("/");
    priya.press("p");
    page.waitForURL("**/promises#add");
    assertThat(page.locator("#add")).isFocused();

    priya.write("call rosa about the quote by 4, Tomas");
    assertThat(page.locator("#fix-due")).containsText("today by 4:00 pm");
    assertThat(page.locator("#fix-keeper")).containsText("Tomás");
    assertThat(page.locator("#fix-conversation")).containsText("Rosa Delgado");
    assertThat(page.locator("#add")).isFocused();
    priya.press("Enter");

    page.waitForURL(ITS_PAGE);
    assertThat(page.locator(".banner")).containsText("Promised. It is due 4:00 pm.");
    var promise = only().promise();
    assertThat(promise.what()).isEqualTo("Call rosa about the quote");
    assertThat(promise.customer()).isEqualTo(rosa.id());
    assertThat(promise.keeper()).isEqualTo(kept.shop.tomas);
    assertThat(promise.kind()).isEqualTo(Kind.CALLBACK);
    assertThat(promise.dueAt()).isEqualTo(Instant.parse("2026-11-24T21:00:00Z"));
  }

  @Test
  void itsPartsAreTappedAndPutRight() {
    var klein = kept.shop.customer("Rosa Klein", "klein@example.com");
    open("/promises#add");
    priya.write("call rosa about the quote");
    assertThat(page.locator("#fix-conversation")).containsText("Which rosa?");
    // All of it was read: what still comes would take the list from under the keys.
    assertThat(page.locator("input[name=read]")).hasValue(Pattern.compile("quote"));

    priya.to(page.locator("#fix-keeper")).press("Enter");
    priya.to(page.locator("#add-keeper"));
    var list = page.locator("#add-keeper").elementHandle();
    priya.write("Edie");
    assertThat(page.locator("#fix-keeper")).containsText("Edie");
    assertThat(page.locator("#add-keeper")).isFocused();
    // In a list that came with the answer to "E" a "d" would be Dana.
    assertThat(list.evaluate("list => list === document.activeElement")).isEqualTo(true);
    priya.press("Escape").seen();
    assertThat(page.locator("#fix-keeper")).isFocused();

    priya.to(page.locator("#fix-conversation")).press("Enter");
    priya.to(page.locator("#add-conversation")).press("ArrowDown");
    assertThat(page.locator("#fix-conversation")).containsText("Rosa Delgado");
    assertThat(page.locator("#add-conversation")).isFocused();
    priya.press("ArrowDown");
    assertThat(page.locator("#fix-conversation")).containsText("Rosa Klein");
    priya.press("Escape");

    priya.to(page.locator("#fix-due")).press("Enter");
    priya.press("Tab", "Space").seen();
    assertThat(page.locator("#fix-due")).containsText("today by 6:00 pm");
    priya.press("Control+Enter");

    page.waitForURL(ITS_PAGE);
    assertThat(only().promise().customer()).isEqualTo(klein.id());
    assertThat(only().promise().keeper()).isEqualTo(kept.shop.edie);
    assertThat(only().promise().dueAt()).isEqualTo(Instant.parse("2026-11-24T23:00:00Z"));
  }

  @Test
  void enterBeforeTheSentenceIsThereOnlyShowsIt() {
    open("/promises#add");

    priya.write("call rosa by 4").press("Enter");

    assertThat(page.locator("#fix-due")).containsText("today by 4:00 pm");
    assertThat(page.locator("#add")).isFocused();
    assertThat(kept.rooms.board.open(Slice.ALL, 9)).isEmpty();
    priya.press("Enter");
    page.waitForURL(ITS_PAGE);
    only();
  }

  @Test
  void findOrDoLeadsToTheSentence() {
    open("/c");
    priya.press("Control+k").write("promise rosa quote by 4");
    assertThat(page.locator("#found a").first()).containsText("Promise: rosa quote by 4");
    priya.press("Enter");

    page.waitForURL("**/promises?words=*");
    assertThat(page.locator("#fix-what")).containsText("quote");
    assertThat(page.locator("#add")).isFocused();
    priya.press("Enter");
    page.waitForURL(ITS_PAGE);
    assertThat(only().promise().what()).isEqualTo("Quote");
  }

  @Test
  void onAPersonsPageItIsKnownToWhom() {
    kept.shop.customer("Rosa Klein", "klein@example.com");
    open("/people/" + rosa.id());
    priya.press("p");
    page.waitForURL("**/promises?to=*");

    assertThat(page.locator("#add")).isFocused();
    priya.write("call back by 4");
    assertThat(page.locator("#fix-what")).containsText("call back");
    assertThat(page.locator("#fix-conversation")).containsText("Rosa Delgado");
    assertThat(page.locator("input[name=read]")).hasValue("call back by 4");
    priya.press("Enter");

    page.waitForURL(ITS_PAGE);
    assertThat(only().promise().customer()).isEqualTo(rosa.id());
  }

  @Test
  void withoutScriptsThePageIsTheSentence() {
    var plain = chromium.withoutScripts(kept, kept.shop.priya);
    plain.navigate(kept.kept().url() + "/promises");
    plain.locator("#add").fill("call rosa soon");
    plain.locator("#add").press("Enter");
    assertThat(plain.locator("#fix-due")).containsText("By when?");

    plain.locator("#fix-due").click();
    plain.locator("#fix-due + .fix__fields .pick").first().click();
    plain.locator("form.add .btn[data-kind=primary]").click();

    plain.waitForURL(ITS_PAGE);
    assertThat(only().promise().dueAt()).isEqualTo(Instant.parse("2026-11-24T23:00:00Z"));
  }

  private Item only() {
    List<Item> open = kept.rooms.board.open(Slice.ALL, 9);
    assertThat(open).hasSize(1);
    return open.getFirst();
  }

  private void open(String path) {
    page.navigate(kept.kept().url() + path);
  }
}
