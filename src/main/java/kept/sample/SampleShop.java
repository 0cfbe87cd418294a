package kept.sample;

import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import kept.conversations.Messages;
import kept.conversations.Which;
import kept.platform.Deliveries;
import kept.platform.Refusal;
import kept.team.Business;
import org.jspecify.annotations.Nullable;

/// Marlow & Daughter, alive: the mock-ups' people and promises around the present moment.
///
/// The story is told through the same doors that the desk uses, under a clock that walks from nine
/// years ago to now, so every law holds and every event is there.
public final class SampleShop {
  private static final String LABEL = "try";

  private final Doors doors;
  private final LeverClock clock;
  private final Password password;
  private @Nullable Instant nextAlarm;
  private boolean letters;

  public SampleShop(Doors doors, LeverClock clock) {
    this.doors = doors;
    this.clock = clock;
    this.password = new Password(doors.secrets());
  }

  /// Tells the story in an empty house; in one where it was told before, time goes on from there.
  public Keys open() {
    if (doors.shop().find().isEmpty()) tell(SampleDay.around(clock.instant()));
    else goOn();
    var owner = doors.team().owner().id();
    var token = doors.tokens().create(LABEL, owner);
    var signIns = Stream.of(Cast.DANA, Cast.PRIYA, Cast.TOMAS)
        .map(part -> new Keys.SignIn(
            part.role().name().toLowerCase(Locale.ROOT), part.email(), password.words()))
        .toList();
    return new Keys(signIns, token, "/p/" + linkTo("Chuck Alvarez"));
  }

  private void goOn() {
    var whole = doors.team().withEmail(Cast.DANA.email()).isPresent()
        && doors.tokens().list().stream().anyMatch(token -> token.label().equals(LABEL));
    if (!whole)
      throw new Refusal("There is another shop in this folder, or a sample shop that was left"
          + " half-made. Use an empty folder to try Kept.");
    clock.runFrom(lastMoment());
  }

  private void tell(SampleDay day) {
    doors.deliveries().wire(new Gone(Messages.BY_MAIL));
    doors.deliveries().wire(new Gone(Deliveries.LETTER));
    var script = Script.read(day);
    var cast = new Cast(doors.team(), doors.customers());
    var stage = new Stage(doors, script, day, cast);
    clock.standAt(script.steps().getFirst().at());
    doors.database().useTransaction(tx -> found(day, cast));
    for (var chapter : chapters(script.steps(), day)) play(chapter, stage);
    var now = day.at(0, SampleDay.NOW);
    walkTo(now);
    sendLetters();
    clock.runFrom(now);
  }

  private void found(SampleDay day, Cast cast) {
    cast.join(doors.signIn().hashOf(password.words()));
    var marlow = new Business("Marlow & Daughter", day.zone(), null, "(415) 555-0100", 155);
    doors.shop().set(cast.agent("dana"), marlow, day.hours());
  }

  /// What commits together: a day of the past; of today, up to whatever sends a letter.
  private static List<List<Step>> chapters(List<Step> steps, SampleDay day) {
    var chapters = new ArrayList<List<Step>>();
    var today = day.at(0, LocalTime.MIDNIGHT);
    Step before = null;
    for (var step : steps) {
      var goesOn = before != null
          && day.isSame(before.at(), step.at())
          && (step.at().isBefore(today) || !Stage.sendsLetters(before));
      if (!goesOn) chapters.add(new ArrayList<>());
      chapters.getLast().add(step);
      before = step;
    }
    return chapters;
  }

  private void play(List<Step> chapter, Stage stage) {
    doors.database().useTransaction(tx -> {
      for (var step : chapter) {
        walkTo(step.at());
        stage.play(step);
        letters |= Stage.sendsLetters(step);
        if (Stage.setsAlarms(step)) nextAlarm = doors.alarms().fireWhatIsDue();
      }
      doors.resolution().lapseSilent();
    });
    sendLetters();
  }

  /// Alarms on the way fire at their own time.
  private void walkTo(Instant at) {
    while (nextAlarm != null && !nextAlarm.isAfter(at)) {
      clock.standAt(nextAlarm);
      nextAlarm = doors.alarms().fireWhatIsDue();
      letters = true;
    }
    clock.standAt(at);
  }

  private void sendLetters() {
    if (letters) doors.deliveries().sendWhatIsDue();
    letters = false;
  }

  private Instant lastMoment() {
    return doors
        .database()
        .read(tx ->
            tx.createQuery("select max(at) from event").mapTo(Instant.class).one());
  }

  private String linkTo(String name) {
    var customer = doors.customers().search(name, 1).getFirst();
    var matter = doors.conversations().list(Which.of(customer.id()), null, 1).getFirst();
    return doors.pageLinks().mint(matter.conversation().id(), "");
  }
}
