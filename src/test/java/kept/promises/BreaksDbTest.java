package kept.promises;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import kept.TestShop;
import kept.conversations.Channel;
import kept.conversations.Conversation;
import kept.conversations.Draft;
import kept.conversations.Incoming;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BreaksDbTest {
  private final TestShop shop = new TestShop();
  private final Breaks breaks = new Breaks(shop.database);
  private final Conversation tv = shop.crackedTv();

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void listsWhatBrokeLatelyWhateverBecameOfIt() {
    var early = shop.promise(tv, shop.edie, ofMinutes(30));
    var kept = shop.promise(tv, shop.edie, ofHours(1));
    var open = shop.promise(tv, shop.priya, ofHours(2));
    shop.promise(tv, shop.priya, ofDays(20));
    shop.clock.advance(ofHours(3));
    shop.rooms.promises.keep(shop.edie, kept.id());
    shop.rooms.alarms.fireWhatIsDue();

    assertThat(ids(lately(10))).containsExactly(open.id(), kept.id(), early.id());
    assertThat(ids(lately(1))).containsExactly(open.id());
    assertThat(ids(breaks.since(shop.clock.instant().minus(ofHours(2)), Slice.ALL, 10)))
        .containsExactly(open.id(), kept.id());
    assertThat(ids(breaks.since(Instant.EPOCH, Slice.keptBy(shop.edie), 10)))
        .containsExactly(kept.id(), early.id());
    assertThat(lately(10).getLast().missed()).isEqualTo(early.dueAt());
  }

  @Test
  void saysWhetherTheyHeardItFromUsBeforeTheyAsked() {
    var promise = shop.promise(tv, shop.edie, ofHours(1));
    shop.clock.advance(ofHours(2));
    shop.rooms.alarms.fireWhatIsDue();
    assertThat(lately(1).getFirst().told()).isNull();

    shop.rooms.promises.agreeNewTime(
        shop.dana, promise, shop.clock.in(ofHours(2)), "By 1:00 pm, and I’m sorry.");

    var told = lately(1).getFirst().told();
    assertThat(told).isEqualTo(new Broke.Told(shop.dana, shop.clock.instant(), true));
    assertThat(lately(1).getFirst().missed()).isEqualTo(promise.dueAt());
  }

  @Test
  void whoAskedFirstIsNotForgotten() {
    shop.promise(tv, shop.edie, ofHours(1));
    shop.clock.advance(ofHours(2));
    shop.rooms.alarms.fireWhatIsDue();
    shop.rooms.messages.receive(
        tv.id(), Incoming.of(Channel.EMAIL, shop.clock.instant(), Draft.of("Where is it?")));
    shop.clock.advance(ofMinutes(5));

    shop.rooms.messages.write(shop.edie, tv.id(), Draft.of("On its way now."));

    assertThat(lately(1).getFirst().told())
        .isEqualTo(new Broke.Told(shop.edie, shop.clock.instant(), false));
  }

  @Test
  void aLetterAboutAnotherPromiseIsNoComfort() {
    var swap = shop.promise(tv, shop.edie, ofHours(1));
    var call = shop.promise(tv, shop.priya, ofHours(4));
    shop.clock.advance(ofHours(2));
    shop.rooms.alarms.fireWhatIsDue();
    assertThat(lately(1).getFirst().unwritten()).isTrue();

    shop.rooms.promises.agreeNewTime(shop.dana, call, shop.clock.in(ofHours(5)), "By 4:00 pm.");
    shop.rooms.messages.write(shop.dana, tv.id(), Draft.of("The stand is in, too."));

    assertThat(lately(1).getFirst().told()).isNull();
    assertThat(lately(1).getFirst().unwritten()).isFalse();
    shop.clock.advance(ofMinutes(5));
    shop.rooms.promises.agreeNewTime(shop.edie, swap, shop.clock.in(ofHours(2)), "By 1:05 pm.");
    assertThat(lately(1).getFirst().told())
        .isEqualTo(new Broke.Told(shop.edie, shop.clock.instant(), true));
  }

  @Test
  void aLetterElsewhereSaysNothingOfIt() {
    shop.promise(tv, shop.edie, ofHours(1));
    var stand = shop.letterFrom("Chuck Alvarez", "chuck@example.com", "A stand", "Got one?");
    shop.clock.advance(ofHours(2));
    shop.rooms.alarms.fireWhatIsDue();

    shop.rooms.messages.write(shop.dana, stand.id(), Draft.of("Yes, two."));

    assertThat(stand.customer()).isEqualTo(tv.customer());
    assertThat(lately(1).getFirst().told()).isNull();
    assertThat(lately(1).getFirst().unwritten()).isFalse();
  }

  @Test
  void whoAskedInAnotherLetterHasAsked() {
    shop.promise(tv, shop.edie, ofHours(1));
    shop.clock.advance(ofHours(2));
    shop.rooms.alarms.fireWhatIsDue();
    shop.letterFrom("Chuck Alvarez", "chuck@example.com", "My TV?", "Where is it?");
    shop.clock.advance(ofMinutes(5));

    shop.rooms.messages.write(shop.edie, tv.id(), Draft.of("On its way now."));

    assertThat(lately(1).getFirst().told())
        .isEqualTo(new Broke.Told(shop.edie, shop.clock.instant(), false));
  }

  private List<Broke> lately(int limit) {
    return breaks.since(Instant.EPOCH, Slice.ALL, limit);
  }

  private static List<PromiseId> ids(List<Broke> broke) {
    return broke.stream().map(each -> each.promise().id()).toList();
  }
}
