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

  private void assertRefused(Plan plan, String because) {
    assertThatThrownBy(() -> doors.set(shop.dana, new FrontDoor(FrontDoorId.next(), "Shop", plan)))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining(because);
    assertThat(doors.list()).isEmpty();
  }

  private static Wave wave(int seconds, AgentId... agents) {
    return new Wave(List.of(agents), Duration.ofSeconds(seconds));
  }
}
