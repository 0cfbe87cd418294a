package kept.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import kept.TestBrowser;
import kept.line.Ears;
import kept.line.rtp.Law;
import kept.line.speech.Recording;
import kept.phone.TalkState.Tape;
import kept.promises.PromiseState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A talk that is written down. Chuck and Priya each say a tone of their own, and hear the other's
/// but while they are told something.
class RecordingWireTest {
  private static final int CHUCKS = 500;
  private static final int PRIYAS = 800;

  private final TestPhones shop = new TestPhones();
  private TestBrowser priya;
  private PhoneCall call;
  private Ears atChuck;
  private Ears atPriya;

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void bothAreToldBeforeTheyAreRecordedAndBothAreOnDisk() throws Exception {
    talk();
    does("recording");
    bothAreTold();
    assertThat(shop.line().recordings()).as("before they know").isZero();
    bothTalk();
    TestPhones.waits("it is recorded", () -> shop.line().recordings() == 1);
    assertThat(priya.get("/call/" + call.id()).body()).contains("Recording, Chuck was told");
    seconds(2);
    does("end");

    var over = shop.over();
    assertThat(over.recording()).isEqualTo(call.id() + "-talk.wav");
    assertThat(Ears.share(shop.taped(over, 0), CHUCKS)).isGreaterThan(0.8);
    assertThat(Ears.share(shop.taped(over, 1), PRIYAS)).isGreaterThan(0.8);
  }

  @Test
  void whatIsSaidInAPauseIsNotOnDisk() throws Exception {
    talk();
    does("recording");
    TestPhones.waits("it is recorded", () -> shop.line().recordings() == 1);
    seconds(1);
    does("recording/pause");
    bothAreTold();
    bothTalk();
    assertThat(priya.get("/call/" + call.id()).body()).contains("Recording paused");
    seconds(2);
    does("recording/resuming");
    bothAreTold();
    bothTalk();
    seconds(1);
    does("end");

    var said = shop.taped(shop.over(), 0);
    var heard = shop.taped(shop.over(), 1);
    var gaps = Recording.gaps(
        shop.kept.shop.folder.resolve("recordings").resolve(call.id() + "-talk.wav"));
    assertThat(gaps).hasSize(1);
    int from = (int) gaps.getFirst().from();
    int to = (int) gaps.getFirst().to();
    assertThat(to - from).as("all of the pause").isGreaterThan(4 * Law.RATE);
    for (int at = from; at < to; at++) assertThat(said[at] | heard[at]).isZero();
    assertThat(Ears.share(part(said, 0, from), CHUCKS)).isGreaterThan(0.8);
    assertThat(Ears.share(part(said, to, said.length), CHUCKS)).isGreaterThan(0.8);
    assertThat(Ears.share(part(heard, to, heard.length), PRIYAS)).isGreaterThan(0.8);
  }

  /// A number of a card is said in it, whatever the database does.
  @Test
  void aPauseHoldsThoughItCannotBeWrittenDown() throws Exception {
    talk();
    does("recording");
    TestPhones.waits("it is recorded", () -> shop.line().recordings() == 1);
    seconds(1);
    rename("event", "event_that_is_away");
    does("recording/pause");
    seconds(1);
    rename("event_that_is_away", "event");
    seconds(1);
    does("end");

    shop.taped(shop.over(), 0);
    assertThat(Recording.gaps(
            shop.kept.shop.folder.resolve("recordings").resolve(call.id() + "-talk.wav")))
        .hasSize(1);
  }

  private void rename(String from, String to) {
    shop.kept.rooms.database.useTransaction(
        tx -> tx.execute("alter table " + from + " rename to " + to));
  }

  @Test
  void whoeverIsPutOnHoldWhileTheyAreToldIsToldAgainAndThenRecorded() throws Exception {
    talk();
    does("recording");
    bothAreTold();
    does("hold");
    shop.waits(call, state -> state.heldSince() != null);
    does("resuming");
    shop.waits(call, state -> state.heldSince() == null);

    TestPhones.waits("it is recorded", () -> shop.line().recordings() == 1);
    bothTalk();
  }

  @Test
  void whereTheDiskTakesNothingTheyTalkOnAndTheDeskSaysSo() throws Exception {
    withoutAFolder();
    talk();
    does("recording");
    shop.waits(call, state -> state.tape() == Tape.FAILED);
    bothTalk();

    assertThat(priya.get("/call/" + call.id()).body())
        .contains("Not recorded: the disk takes nothing")
        .doesNotContain("was told");
    does("end");
    var over = shop.over();
    assertThat(over.outcome()).isEqualTo(Outcome.TALKED);
    assertThat(over.recording()).isNull();
  }

  @Test
  void whereTheDiskTakesNoVoicemailTheyHearThatWeRingBackAndWePromiseIt() throws Exception {
    withoutAFolder();
    shop.rings("uac-hears-bye", 0);

    var over = shop.over();
    assertThat(over.outcome()).isEqualTo(Outcome.MISSED);
    assertThat(over.recording()).isNull();
    var promise = shop.kept.rooms.promises.get(over.promise());
    assertThat(promise.what()).isEqualTo("Ring (415) 555-0142 back");
    assertThat(promise.state()).isEqualTo(PromiseState.OPEN);
  }

  /// Nothing can be written where a file stands in the folder's place.
  private void withoutAFolder() throws IOException {
    var folder = shop.kept.shop.folder.resolve("recordings");
    Files.delete(folder);
    Files.createFile(folder);
  }

  private void talk() throws Exception {
    shop.chuck();
    shop.saying(shop.kept.shop.priya, PRIYAS);
    shop.ringsSaying(CHUCKS);
    call = shop.talked();
    priya = shop.kept.as(shop.kept.shop.priya);
    atChuck = Ears.on(shop.legs().getFirst());
    atPriya = Ears.on(shop.legs().getLast());
    bothTalk();
  }

  private void bothTalk() throws InterruptedException {
    TestPhones.waits(
        "they hear each other",
        () -> atChuck.us().share(PRIYAS) > 0.8 && atPriya.us().share(CHUCKS) > 0.8);
  }

  private void bothAreTold() throws InterruptedException {
    TestPhones.waits("they are told", () -> areWords(atChuck, PRIYAS) && areWords(atPriya, CHUCKS));
  }

  private static boolean areWords(Ears ears, int tone) {
    return ears.us().share(tone) < 0.2 && ears.us().level() > -45;
  }

  private void does(String act) {
    assertThat(priya.post("/call/" + call.id() + "/" + act).statusCode()).isEqualTo(303);
  }

  /// Of sound.
  private void seconds(int seconds) throws InterruptedException {
    var before = atChuck.party().packets();
    TestPhones.waits(seconds + " s pass", () -> atChuck.party().packets() > before + 50L * seconds);
  }

  private static short[] part(short[] way, int from, int to) {
    return java.util.Arrays.copyOfRange(way, from, to);
  }
}
