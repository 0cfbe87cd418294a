package kept.desk;

import static kept.desk.PromiseCast.ONLOOKER;
import static kept.desk.PromiseCast.onlooker;
import static kept.desk.PromiseCast.rosa;
import static kept.desk.PromiseCast.rosaAtRisk;
import static kept.desk.PromiseCast.unheard;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import kept.promises.StringShape.State;
import org.junit.jupiter.api.Test;

class PromiseWordsTest {
  private final PromiseWords words = new PromiseWords(ONLOOKER);

  @Test
  void saysWhoPromisedItHowAndWhen() {
    var row = words.row(rosa(90));

    assertThat(row.said()).isEqualTo("Justin promised on the phone, 11:24");
    assertThat(row.keeper().name()).isEqualTo("Justin");
    assertThat(row.due().hour()).isEqualTo("3:54 pm");
    assertThat(row.due().standing()).isEqualTo("1 h 30 left");
    assertThat(row.alarm()).isNull();
    assertThat(row.mayKeep()).isTrue();
  }

  @Test
  void offersTwoWaysOutOfDanger() {
    var alarm = words.row(rosaAtRisk()).alarm();

    assertThat(alarm)
        .isEqualTo(new PromiseRow.Alarm("Justin is at a job until 3:30.", "I’ll call Rosa", true));
  }

  @Test
  void asksTheKeeperWhoHasNotAnswered() {
    var theirs = words.row(unheard("Marcus Boyd", 34)).alarm();
    var mine = new PromiseWords(onlooker(PromiseCast.JUSTIN))
        .row(unheard("Marcus Boyd", 34))
        .alarm();

    assertThat(theirs).extracting("why").isEqualTo("Nobody has it yet. No word from Justin.");
    assertThat(mine)
        .isEqualTo(new PromiseRow.Alarm("Nobody has it yet. Have you?", "I’ve got it", true));
  }

  @Test
  void offersTwoWaysOutOfWhatBrokeAndDoesNotCallItDanger() {
    var late = words.row(rosa(-12));

    assertThat(words.isInDanger(rosa(-12))).isFalse();
    assertThat(late.alarm())
        .isEqualTo(new PromiseRow.Alarm("Rosa is still waiting.", "I’ll call Rosa", true));
    assertThat(late.string().state()).isEqualTo(State.BROKEN);
    assertThat(late.due().standing()).isEqualTo("12 min late");
    assertThat(late.due().tone()).isEqualTo("risk");
  }

  @Test
  void leavesItWithTheKeeperOfWhatBroke() {
    var mine = new PromiseWords(onlooker(PromiseCast.JUSTIN)).row(rosa(-12)).alarm();

    assertThat(mine).isEqualTo(new PromiseRow.Alarm("Rosa is still waiting.", null, true));
  }

  @Test
  void saysHowFarAwayAnotherDayIs() {
    assertThat(words.row(rosa(60 * 24)).due())
        .extracting("hour", "standing")
        .containsExactly("Wed 2:24 pm", "tomorrow");
    assertThat(words.row(rosa(60 * 24 * 9)).due())
        .extracting("hour", "standing")
        .containsExactly("Dec 3", "in 9 days");
  }

  @Test
  void saysWhenItWasKept() {
    var row = words.row(PromiseCast.keptEarly(12));

    assertThat(row.due())
        .extracting("hour", "standing", "tone")
        .containsExactly("2:19 pm", "17 min early", "kept");
    assertThat(row.mayKeep()).isFalse();
  }

  @Test
  void letsAHelperLookAtWhatIsNotTheirs() {
    var row = new PromiseWords(onlooker(PromiseCast.TOMAS)).row(rosa(90));

    assertThat(row.may()).isEqualTo(PromiseRow.May.LOOK);
    assertThat(row.href()).startsWith("/promises/");
  }

  @Test
  void countsInWords() {
    assertThat(Counted.words(0)).isEqualTo("no");
    assertThat(Counted.atStart(12)).isEqualTo("Twelve");
    assertThat(Counted.atStart(13)).isEqualTo("13");
    assertThat(Counted.length(Duration.ofSeconds(59))).isEqualTo("less than a minute");
    assertThat(Counted.length(Duration.ofHours(2))).isEqualTo("2 hours");
    assertThat(Counted.length(Duration.ofHours(30))).isEqualTo("a day");
    assertThat(Counted.length(Duration.ofHours(47))).isEqualTo("2 days");
  }
}
