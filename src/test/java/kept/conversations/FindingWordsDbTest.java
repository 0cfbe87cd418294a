package kept.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import kept.TestShop;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Words are found in a shop with more conversations than are asked one by one.
class FindingWordsDbTest {
  private static final int MATTERS = 230;
  private static final TestShop shop = new TestShop();
  private static final List<ConversationId> latestFirst = new ArrayList<>();

  @BeforeAll
  static void aBusyYear() {
    for (int i = 0; i < MATTERS; i++) {
      shop.clock.advance(Duration.ofMinutes(1));
      var words = "The screen is cracked." + (i == 0 ? " It smells of burnt sandalwood." : "")
          + (i % 20 == 0 ? " I would like a refund." : "");
      var conversation = shop.letterFrom(
          "Chuck Alvarez", "chuck" + i % 7 + "@example.com", "Cracked TV " + i, words);
      latestFirst.addFirst(conversation.id());
    }
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  @Test
  void whatEverybodySaysIsFoundLatestFirst() {
    assertThat(page("crack", null, 6)).isEqualTo(latestFirst.subList(0, 6));
  }

  @Test
  void whatWasSaidOnceLongAgoIsFoundToo() {
    assertThat(page("sandalw", null, 6)).containsExactly(latestFirst.getLast());
    assertThat(page("sandalwood cracked", null, 6)).containsExactly(latestFirst.getLast());
    assertThat(page("sandalwood refused", null, 6)).isEmpty();
  }

  @Test
  void whatItIsAboutIsFoundAmongTheLatestAndAmongTheOldest() {
    assertThat(page("tv " + (MATTERS - 1), null, 6)).containsExactly(latestFirst.getFirst());
    assertThat(page("cracked 0", null, 6)).containsExactly(latestFirst.getLast());
  }

  @Test
  void pagesHoldEachOnce() {
    assertThat(allPages("cracked")).isEqualTo(latestFirst);
    assertThat(allPages("refund"))
        .hasSize(12)
        .isSubsetOf(latestFirst)
        .doesNotHaveDuplicates()
        .last()
        .isEqualTo(latestFirst.getLast());
  }

  private static List<ConversationId> allPages(String words) {
    var all = new ArrayList<ConversationId>();
    for (Conversation after = null; ; after = shop.rooms.conversations.get(all.getLast())) {
      var page = page(words, after, 5);
      if (page.isEmpty()) return all;
      all.addAll(page);
    }
  }

  private static List<ConversationId> page(String words, Conversation after, int limit) {
    return shop.rooms.conversations.list(new Which(null, null, null, words), after, limit).stream()
        .map(row -> row.conversation().id())
        .toList();
  }
}
