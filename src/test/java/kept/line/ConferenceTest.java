package kept.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import kept.line.rtp.Source;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Three telephones that others wrote, in one call. Each says a tone of its own.
class ConferenceTest {
  private static final int JUSTINS = 500;
  private static final int PRIYAS = 800;
  private static final int EDIES = 1100;

  private final List<Baresip> phones = new ArrayList<>();
  private TestLine kept;
  private Baresip justinsPhone;
  private Baresip priyasPhone;
  private Baresip ediesPhone;
  private Call call;
  private Leg justin;
  private Leg priya;
  private Leg edie;
  private Ears atJustin;
  private Ears atPriya;
  private Ears atEdie;

  @BeforeEach
  void confer() throws Exception {
    kept = new TestLine();
    kept.desk.confers = true;
    justinsPhone = phone("101", JUSTINS);
    priyasPhone = phone("102", PRIYAS);
    ediesPhone = phone("103", EDIES);
    justinsPhone.dial("8102");
    justin = kept.desk.talking("101");
    priya = kept.desk.talking("102");
    kept.desk.await("two who talk", desk -> !desk.all(CallEvent.Connected.class).isEmpty());
    call = kept.desk.admitted.getFirst();
    call.ring(kept.desk.phones("103"));
    edie = kept.desk.talking("103");
    atJustin = Ears.on(justin);
    atPriya = Ears.on(priya);
    atEdie = Ears.on(edie);
  }

  private Baresip phone(String user, int hertz) throws IOException, InterruptedException {
    var phone = Baresip.phone(kept, user, hertz);
    phones.add(phone);
    return phone;
  }

  @AfterEach
  void close() throws IOException {
    for (var phone : phones) phone.close();
    kept.close();
    assertThat(kept.line.legs()).as("ports that nobody gave back").isZero();
    assertThat(kept.line.failures()).isZero();
  }

  @Test
  void eachHearsTheTwoOthersAndNotItself() throws Exception {
    hear(atJustin, PRIYAS, EDIES);
    hear(atPriya, JUSTINS, EDIES);
    hear(atEdie, JUSTINS, PRIYAS);

    assertThat(atJustin.us().share(JUSTINS)).isLessThan(0.02);
    assertThat(atPriya.us().share(PRIYAS)).isLessThan(0.02);
    assertThat(atEdie.us().share(EDIES)).isLessThan(0.02);
    assertThat(kept.desk.all(CallEvent.Joined.class))
        .singleElement()
        .satisfies(joined -> assertThat(joined.leg()).isEqualTo(edie));
  }

  @Test
  void whenOneLeavesTwoAreRelayedAndWhenTwoLeaveItIsOver() throws Exception {
    hear(atJustin, PRIYAS, EDIES);

    priyasPhone.hangUp();
    hears(atJustin, EDIES);
    hears(atEdie, JUSTINS);
    assertThat(justin.media().source()).isEqualTo(new Source.Peer(edie.media()));
    assertThat(edie.media().source()).isEqualTo(new Source.Peer(justin.media()));

    justinsPhone.hangUp();
    ediesPhone.prints("session closed");
    kept.desk.await("its end", desk -> call.isOver());
    assertThat(kept.desk.all(CallEvent.Left.class)).hasSize(3);
  }

  @Test
  void whoHoldsNeitherHearsNorIsHeardAndTheOthersGetNoMusic() throws Exception {
    hear(atEdie, JUSTINS, PRIYAS);

    call.hold(edie);
    hears(atJustin, PRIYAS);
    hears(atPriya, JUSTINS);
    kept.desk.await("silence", desk -> atEdie.us().isSilent());
    call.resume(edie);
    hear(atJustin, PRIYAS, EDIES);
    hear(atEdie, JUSTINS, PRIYAS);
  }

  @Test
  void whereTheOtherOfTheLastTwoHoldsThereIsMusic() throws Exception {
    hear(atJustin, PRIYAS, EDIES);
    ediesPhone.hold();
    hears(atJustin, PRIYAS);

    priyasPhone.hangUp();
    hears(atJustin, 480);
    ediesPhone.resume();
    hears(atJustin, EDIES);
  }

  @Test
  void whoIsMutedIsNotHeardUntilUnmutedHoweverTheCompanyChanges() throws Exception {
    hear(atJustin, PRIYAS, EDIES);

    call.mute(edie);
    hears(atJustin, PRIYAS);
    hear(atEdie, JUSTINS, PRIYAS);
    assertThat(edie.isMuted()).isTrue();
    call.hold(edie);
    call.resume(edie);
    priyasPhone.hangUp();
    kept.desk.await("silence", desk -> atJustin.us().isSilent());
    long before = atJustin.us().packets();
    kept.desk.await("more of it", desk -> atJustin.us().packets() > before + 25);
    assertThat(atJustin.us().isSilent()).isTrue();
    call.unmute(edie);
    hears(atJustin, EDIES);
  }

  @Test
  void nobodyIsPassedOnOutOfIt() throws Exception {
    hear(atJustin, PRIYAS, EDIES);

    justinsPhone.transfer("104");

    kept.desk.await(
        "a refusal", desk -> !desk.all(CallEvent.TransferFailed.class).isEmpty());
    assertThat(kept.desk.all(CallEvent.TransferFailed.class).getFirst().code()).isEqualTo(403);
    hear(atPriya, JUSTINS, EDIES);
  }

  @Test
  void twoOfThreeWhoArePutTogetherLeaveTheThirdInSilence() throws Exception {
    hear(atJustin, PRIYAS, EDIES);

    call.bridge(justin, edie);

    hears(atJustin, EDIES);
    kept.desk.await("silence", desk -> atPriya.us().isSilent());
    call.confer(priya);
    hear(atPriya, JUSTINS, EDIES);
  }

  private void hear(Ears ears, int one, int other) throws InterruptedException {
    kept.desk.await(
        one + " and " + other + " Hz",
        desk -> ears.us().share(one) > 0.4 && ears.us().share(other) > 0.4);
  }

  private void hears(Ears ears, int hertz) throws InterruptedException {
    kept.desk.await("nothing but " + hertz + " Hz", desk -> ears.us().isTone(hertz));
  }
}
