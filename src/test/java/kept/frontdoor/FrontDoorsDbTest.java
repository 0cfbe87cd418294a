package kept.frontdoor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import kept.TestShop;
import kept.platform.Refusal;
import kept.team.AgentId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FrontDoorsDbTest {
  private final TestShop shop = new TestShop();
  private final FrontDoors doors = shop.rooms.frontDoors;

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void aPlanIsKeptAsItWasMade() {
    var plan =
        new Plan(true, List.of(wave(20, shop.priya, shop.edie), wave(15)), Overflow.RING_BACK);
    var door = doors.set(shop.dana, new FrontDoor(FrontDoorId.next(), "Shop", plan));

    assertThat(doors.get(door.id())).isEqualTo(door);
  }

  @Test
  void aPlanInWhichNobodyRingsIsRefused() {
    assertRefused(new Plan(false, List.of(), Overflow.VOICEMAIL), "Nobody rings");
  }

  @Test
  void aWaveOfPeopleWhoTakeNoCallsIsADeadEnd() {
    shop.change(shop.edie, edie -> edie.takingCalls(false));

    assertRefused(new Plan(false, List.of(wave(20, shop.edie)), Overflow.VOICEMAIL), "takes calls");
  }

  @Test
  void somebodyWhoLeftDoesNotRing() {
    shop.rooms.team.leave(shop.dana, shop.edie);

    assertRefused(
        new Plan(false, List.of(wave(20, shop.edie, shop.priya)), Overflow.VOICEMAIL),
        "not on the team");
  }

  @Test
  void ringingForEverIsAMaze() {
    var wave = wave(100);

    assertRefused(new Plan(false, List.of(wave, wave), Overflow.VOICEMAIL), "over three minutes");
    assertRefused(
        new Plan(
            false,
            List.of(wave(5), wave(5), wave(5), wave(5), wave(5), wave(5)),
            Overflow.VOICEMAIL),
        "maze");
  }

  @Test
  void aPlanThatSendsCallersToUsAgainIsRefused() {
    var door = doors.set(shop.dana, door(FrontDoors.usual()));
    shop.rooms.lines.set(shop.dana, "+14155550100", "The shop", door.id());
    var round = FrontDoors.usual().overflow(Overflow.NUMBER, "+14155550100");

    assertThatThrownBy(() -> doors.set(shop.dana, new FrontDoor(door.id(), "Shop", round)))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("round in a circle");
    assertThat(doors.get(door.id())).isEqualTo(door);
  }

  @Test
  void callersNoticeADraftOnlyWhenItIsUsed() {
    var door = doors.set(shop.dana, door(FrontDoors.usual()));
    var other = FrontDoors.usual().knownFirst(true);

    doors.draft(shop.dana, door.id(), plan -> plan.knownFirst(true));
    assertThat(doors.get(door.id())).isEqualTo(door);
    assertThat(doors.draft(door.id())).get().extracting(DoorDraft::plan).isEqualTo(other);

    doors.use(shop.dana, door.id());
    assertThat(doors.get(door.id()).plan()).isEqualTo(other);
    assertThat(doors.draft(door.id())).isEmpty();
    assertThat(doors.past(door.id())).extracting(PastDoor::plan).containsExactly(door.plan());
  }

  @Test
  void aDraftThatBreaksLawSixIsKeptAndCannotBeUsed() {
    var door = doors.set(shop.dana, door(FrontDoors.usual()));
    doors.draft(shop.dana, door.id(), plan -> plan.waves(List.of()));

    assertThatThrownBy(() -> doors.use(shop.dana, door.id()))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("Nobody rings");
    assertThat(doors.draft(door.id())).isPresent();
    assertThat(doors.get(door.id())).isEqualTo(door);
  }

  @Test
  void aDraftThatIsThePlanInForceAgainIsNone() {
    var door = doors.set(shop.dana, door(FrontDoors.usual()));
    doors.draft(shop.dana, door.id(), plan -> plan.knownFirst(true));

    doors.draft(shop.dana, door.id(), plan -> plan.knownFirst(false));

    assertThat(doors.draft(door.id())).isEmpty();
    assertThatThrownBy(() -> doors.use(shop.dana, door.id())).isInstanceOf(Refusal.class);
  }

  @Test
  void theFiveDoorsBeforeAreKept() {
    var door = doors.set(shop.dana, door(FrontDoors.usual()));
    for (int seconds = 10; seconds < 17; seconds++) {
      shop.clock.advance(Duration.ofHours(1));
      var plan = new Plan(false, List.of(wave(seconds)), Overflow.VOICEMAIL);
      doors.set(shop.dana, new FrontDoor(door.id(), "Shop", plan));
    }

    assertThat(doors.past(door.id()))
        .extracting(past -> past.plan().rings().toSeconds())
        .containsExactly(15L, 14L, 13L, 12L, 11L);
  }

  private void assertRefused(Plan plan, String because) {
    assertThatThrownBy(() -> doors.set(shop.dana, new FrontDoor(FrontDoorId.next(), "Shop", plan)))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining(because);
    assertThat(doors.list()).isEmpty();
  }

  private static FrontDoor door(Plan plan) {
    return new FrontDoor(FrontDoorId.next(), "Shop", plan);
  }

  private static Wave wave(int seconds, AgentId... agents) {
    return new Wave(List.of(agents), Duration.ofSeconds(seconds));
  }
}
