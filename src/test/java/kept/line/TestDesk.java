package kept.line;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import kept.line.rtp.Source;
import kept.line.sip.Ending;
import kept.line.sip.Identity;
import org.jspecify.annotations.Nullable;

/// What a small business might do with its line: `7…` plays a prompt and hangs up at a key,
/// `8…` rings the phones whose numbers follow (`8101102`) and connects the first, `5…` is
/// never admitted.
public final class TestDesk implements LineHandler {
  public static final Source.Clip PROMPT = new Source.Clip(TestLine.tone(440, 1), true);
  public final List<CallEvent> events = new CopyOnWriteArrayList<>();
  public final List<Call> admitted = new CopyOnWriteArrayList<>();
  /// Whether somebody who answers when two talk already joins them.
  public volatile boolean confers;

  private volatile @Nullable Line line;

  void line(Line opened) {
    line = opened;
  }

  @Override
  public boolean admit(Call call) {
    admitted.add(call);
    return !dialled(call).startsWith("5");
  }

  private static String dialled(Call call) {
    var invitation = call.invitation();
    return invitation == null ? "" : invitation.dialled();
  }

  @Override
  public void arrived(Call call) {
    var number = dialled(call);
    if (number.startsWith("7")) {
      call.ringing();
      call.answer();
      call.play(call.caller(), PROMPT);
    } else if (number.startsWith("8")) {
      call.ringing();
      var targets = phones(number.substring(1));
      if (targets.isEmpty()) call.refuse(480);
      else call.ring(targets);
    } else if (number.startsWith("9")) {
      call.ringing(); // and nobody comes
    } else {
      call.refuse(404);
    }
  }

  List<Target> phones(String users) {
    var targets = new ArrayList<Target>();
    for (int i = 0; i + 3 <= users.length(); i += 3) {
      for (var phone : line.phonesOf(users.substring(i, i + 3)))
        targets.add(new Target(phone, new Identity("Chuck", "+15550100")));
    }
    return targets;
  }

  @Override
  public void happened(Call call, CallEvent event) {
    events.add(event);
    if (event instanceof CallEvent.Answered(var leg, var at) && !leg.isCaller()) {
      if (confers && !all(CallEvent.Connected.class).isEmpty()) call.confer(leg);
      else call.connect(leg);
    }
    if (event instanceof CallEvent.Left(var leg, var why, var at)) left(call, leg, why);
    if (event instanceof CallEvent.Pressed && dialled(call).startsWith("7")) call.hangUp();
  }

  /// Where nobody takes it the caller hears the same.
  private static void left(Call call, Leg leg, Ending why) {
    boolean waits = call.legs().stream().allMatch(each -> each.isCaller() || each.isOver());
    if (!leg.isCaller() && why.code() >= 400 && waits) call.refuse(why.code());
  }

  @Override
  public List<Target> route(Call call, Leg by, String number) {
    return phones(number);
  }

  public <E extends CallEvent> List<E> all(Class<E> kind) {
    return events.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /// Whether this is the party of that number: a phone's own name for itself may go on after
  /// it.
  public static boolean is(Leg leg, String number) {
    return leg.party().equals(number) || leg.party().startsWith(number + "-");
  }

  /// The party that talks, by its number; waits for it.
  public Leg talking(String party) throws InterruptedException {
    var found = new AtomicReference<Leg>();
    await(
        party + " talking",
        desk -> admitted.stream()
            .flatMap(call -> call.legs().stream())
            .filter(leg -> is(leg, party) && leg.state() == Leg.State.TALKING)
            .peek(found::set)
            .findFirst()
            .isPresent());
    return found.get();
  }

  /// Waits until this has happened.
  public void await(String what, Predicate<TestDesk> happened) throws InterruptedException {
    var until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (System.nanoTime() < until) {
      if (happened.test(this)) return;
      Thread.sleep(20);
    }
    throw new AssertionError("Waited in vain for " + what + ": " + events);
  }
}
