package kept.recaps;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import kept.TestShop;
import kept.conversations.Channel;
import kept.conversations.Conversation;
import kept.conversations.Draft;
import kept.conversations.Incoming;
import kept.conversations.State;
import kept.platform.StoredEvent;
import kept.promises.Promise;
import kept.promises.PromiseState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConfirmationsDbTest {
  private final TestShop shop = new TestShop();
  private final Confirmations confirmations = shop.rooms.confirmations;
  private final Conversation tv = shop.crackedTv();

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void oneTapReopensOnceHoweverOftenTheyTap() {
    confirmations.sorted(tv.id(), "");

    var first = confirmations.notYet(tv.id(), null, "");
    var second = confirmations.notYet(tv.id(), null, "");

    assertThat(second).isEqualTo(first);
    assertThat(shop.rooms.conversations.get(tv.id()).state()).isEqualTo(State.OPEN);
    assertThat(shop.rooms.efforts.costOf(tv.id()).reopened()).isEqualTo(1);
    assertThat(kinds()).filteredOn(kind -> kind.equals("customer_said_not_yet")).hasSize(1);
  }

  @Test
  void manyTapsAtOncePromiseOneAnswer() throws Exception {
    var taps =
        Collections.nCopies(5, (Callable<Promise>) () -> confirmations.notYet(tv.id(), null, ""));
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var tap : threads.invokeAll(taps)) tap.get();
    }

    assertThat(shop.rooms.promises.in(List.of(tv.id()))).hasSize(1);
    assertThat(kinds()).filteredOn(kind -> kind.equals("customer_said_not_yet")).hasSize(1);
  }

  @Test
  void sortedAfterAllLetsUsOffTheAnswer() {
    var answer = confirmations.notYet(tv.id(), null, "");

    confirmations.sorted(tv.id(), "");

    assertThat(shop.rooms.promises.get(answer.id()).state()).isEqualTo(PromiseState.RELEASED);
    assertThat(shop.rooms.promises.get(answer.id()).releaseReason())
        .isEqualTo("They say it’s sorted.");
  }

  @Test
  void whatIsWrongFollowsIntoTheSameWord() {
    confirmations.notYet(tv.id(), null, "");
    confirmations.notYet(tv.id(), Problem.NOT_RIGHT, "The remote is missing.");
    confirmations.notYet(tv.id(), null, "And the stand.");

    assertThat(confirmations.of(tv.id()))
        .extracting(SaidWord::words)
        .containsExactly("The remote is missing.", "And the stand.");
    assertThat(confirmations.of(tv.id()).getFirst().problem()).isEqualTo(Problem.NOT_RIGHT);
  }

  @Test
  void onceAnsweredANewTapIsANewMatter() {
    var answer = confirmations.notYet(tv.id(), Problem.NOT_DONE, "");
    shop.rooms.promises.keep(shop.dana, answer.id());

    var again = confirmations.notYet(tv.id(), Problem.NOT_DONE, "");

    assertThat(again.id()).isNotEqualTo(answer.id());
    assertThat(again.state()).isEqualTo(PromiseState.OPEN);
    assertThat(shop.rooms.efforts.costOf(tv.id()).reopened()).isEqualTo(2);
  }

  @Test
  void sortedAfterTheyWroteAgainClosesAgain() {
    confirmations.sorted(tv.id(), "");
    shop.clock.advance(Duration.ofHours(1));
    shop.rooms.messages.receive(
        tv.id(), Incoming.of(Channel.EMAIL, shop.clock.instant(), Draft.of("One more thing.")));

    confirmations.sorted(tv.id(), "");

    assertThat(shop.rooms.conversations.get(tv.id()).state()).isEqualTo(State.CONFIRMED);
    assertThat(confirmations.of(tv.id())).hasSize(2);
  }

  @Test
  void aHelperReadsNoConversationsAndIsNotTheOneWhoKnowsTheStory() {
    shop.rooms.promises.make(
        shop.tomas, TestShop.commitment(tv, shop.tomas, shop.clock.in(Duration.ofHours(2))));

    var knower = confirmations.whoKnowsTheStory(tv);

    assertThat(knower.id()).isEqualTo(shop.dana);
  }

  @Test
  void thanksGoToWhoeverKeptThePromise() {
    var swap = shop.promise(tv, shop.tomas, Duration.ofHours(2));
    shop.rooms.promises.keep(shop.tomas, swap.id());

    confirmations.sorted(tv.id(), "Quick and careful.");

    assertThat(letters()).containsExactly("tomas@example.com");
  }

  @Test
  void aLinkKnowsTheAddressItWentToAndANewOneGoesToTheOneTheyUseNow() {
    var token = shop.rooms.pageLinks.mint(tv.id(), "chuck@example.com");

    var link = shop.rooms.pageLinks.find(token).orElseThrow();
    shop.rooms.newLinks.send(link);

    assertThat(link.sentTo()).isEqualTo("chuck@example.com");
    assertThat(addresses("link-by-mail")).containsExactly("chuck@example.com");
  }

  private List<String> kinds() {
    return shop.rooms.events.about(tv.id().value()).stream()
        .map(StoredEvent::kind)
        .toList();
  }

  private List<String> letters() {
    return addresses("letter");
  }

  private List<String> addresses(String kind) {
    return shop.database.read(
        tx -> tx.createQuery("select address from delivery where kind = :kind order by created_at")
            .bind("kind", kind)
            .mapTo(String.class)
            .list());
  }
}
