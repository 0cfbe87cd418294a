package kept.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import kept.TestShop;
import kept.frontdoor.Greetings;
import kept.frontdoor.Key;
import kept.frontdoor.KeyAct;
import kept.frontdoor.Moment;
import kept.frontdoor.Notice;
import kept.frontdoor.Overflow;
import kept.frontdoor.Plan;
import kept.frontdoor.Wave;
import kept.line.rtp.Law;
import kept.line.rtp.Sound;
import kept.line.speech.Prompt;
import kept.line.speech.Wav;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RehearsedSoundsDbTest {
  private static final LocalDate TUESDAY = LocalDate.of(2026, 11, 24);

  private final TestShop shop = new TestShop();
  private final Sounds sounds = new Sounds(shop.rooms.blobs);
  private final Plan plan = new Plan(
          false, List.of(new Wave(List.of(), Duration.ofSeconds(20))), Overflow.RING_BACK)
      .greetings(Greetings.NONE.with(
          Moment.OPEN, shop.rooms.greetings.keep(Wav.pcm(new short[2 * Law.RATE]), "Hello.")));

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void phonesRingWhileTheGreetingIsHeardAndUntilSomebodyPicksUp() {
    var heard = heard(Rehearsed.FREE);

    assertThat(heard.get(1).length()).isEqualTo(Duration.ofSeconds(2));
    assertThat(heard.get(2).length()).isEqualTo(Duration.ofSeconds(4));
  }

  @Test
  void helloAddsItsNoticeUntilTheDayHasCome() {
    var said = shop.rooms.greetings.keep(Wav.pcm(new short[Law.RATE]), "Closed Thursday.");
    var notice = new Notice(said, LocalDate.of(2026, 11, 26));
    var greetings = plan.greetings().notice(notice);

    assertThat(sounds.hello(greetings, TUESDAY)).hasSize(2);
    assertThat(sounds.hello(greetings, TUESDAY.plusDays(2))).hasSize(1);
    assertThat(greetings.hello()).isEqualTo(Duration.ofSeconds(3));
  }

  @Test
  void whenNobodyPicksUpItRingsAsLongAsThePlanSays() {
    var heard = heard(Rehearsed.NOBODY);

    assertThat(heard.get(2).length()).isEqualTo(Duration.ofSeconds(18));
    assertThat(heard.subList(3, 6))
        .containsExactly(
            sounds.say(Prompt.NOBODY_CAN_TAKE_YOUR_CALL),
            sounds.say(Prompt.WE_WILL_CALL_YOU_BACK),
            sounds.say(Prompt.GOODBYE));
  }

  @Test
  void whoeverWaitsHearsTheirPlace() {
    assertThat(heard(Rehearsed.BUSY)).containsAll(sounds.place(1));
  }

  @Test
  void aClosedShopSaysSoInItsOwnWordsOrTheLines() {
    assertThat(heard(Rehearsed.CLOSED))
        .contains(sounds.say(Prompt.CLOSED), sounds.say(Prompt.LEAVE_A_MESSAGE));
    var own = shop.rooms.greetings.keep(Wav.pcm(new short[3 * Law.RATE]), "We are closed.");
    var closed = plan.greetings(plan.greetings().with(Moment.CLOSED, own));

    assertThat(new RehearsedSounds(closed, sounds, TUESDAY).when(Rehearsed.HOLIDAY))
        .doesNotContain(sounds.say(Prompt.CLOSED))
        .anyMatch(sound -> sound.length().equals(Duration.ofSeconds(3)));
  }

  @Test
  void aKeyOfThePlanDoesWhatItDoesToACaller() {
    var rehearsed = new RehearsedSounds(
        plan.keys(List.of(new Key('1', KeyAct.RING_BACK, List.of()))), sounds, TUESDAY);

    assertThat(rehearsed.pressed('1')).contains(sounds.say(Prompt.WE_WILL_CALL_YOU_BACK));
    assertThat(rehearsed.pressed('0')).isNotEmpty();
    assertThat(rehearsed.pressed('7')).isEmpty();
  }

  private List<Sound> heard(Rehearsed when) {
    return new RehearsedSounds(plan, sounds, TUESDAY).when(when);
  }
}
