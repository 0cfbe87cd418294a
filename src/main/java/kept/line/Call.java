package kept.line;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import kept.line.rtp.Source;
import kept.line.sip.Ending;
import kept.line.sip.Invitation;
import kept.line.sip.SipEvent;
import kept.line.sip.SipHandler;
import kept.line.sip.SipLeg;
import org.jspecify.annotations.Nullable;

/// A call and everybody in it.
///
/// Commands may be given by any thread and are carried out in the call's mailbox, in their
/// order, mixed with what the parties do; what came of them is told to the [LineHandler]. A
/// command that comes too late does nothing.
public final class Call implements SipHandler.Arrival {
  private final String id = UUID.randomUUID().toString();
  private final Mailbox mailbox = new Mailbox("call " + id);
  private final Line line;
  private final @Nullable Invitation invitation;
  private final long startedNanos = System.nanoTime();
  private final List<Leg> legs = new CopyOnWriteArrayList<>();
  private final Conversing conversing;
  final Transfers transfers;
  private final Consulting consulting;
  private final Taping taping;
  private final News news;
  private volatile @Nullable Ending ending;

  Call(Line line, @Nullable Invitation invitation) {
    this.line = line;
    this.invitation = invitation;
    conversing = new Conversing(this, line);
    transfers = new Transfers(this, line, conversing);
    consulting = new Consulting(this, line, conversing);
    taping = new Taping(this, line);
    news = new News(this, line, conversing, transfers, consulting, taping);
  }

  public String id() {
    return id;
  }

  /// What the INVITE said; null where the call began with us.
  public @Nullable Invitation invitation() {
    return invitation;
  }

  /// Everybody who is in it or was.
  public List<Leg> legs() {
    return legs;
  }

  /// Whoever made it; null where it began with us.
  public @Nullable Leg caller() {
    return legs.stream().filter(Leg::isCaller).findFirst().orElse(null);
  }

  public boolean isOver() {
    return ending != null;
  }

  /// The caller hears that it rings (180).
  public void ringing() {
    post(conversing::ringing);
  }

  /// Takes the caller's call ourselves: what they hear is what [#play] plays.
  public void answer() {
    post(conversing::answer);
  }

  /// No, with a status of 400 or more (486 busy, 603 declined).
  public void refuse(int code) {
    post(() -> {
      var caller = caller();
      if (caller != null) caller.sip().refuse(code, 0);
    });
  }

  /// Rings all of them at once.
  public void ring(List<Target> targets) {
    post(() -> targets.forEach(target -> Ringing.ring(this, line, target)));
  }

  /// This party of those who ring gets the call: the caller and they hear each other, the
  /// others stop ringing. The first one wins; a later one is hung up on as taken elsewhere.
  public void connect(Leg leg) {
    post(() -> conversing.connect(leg));
  }

  /// Two parties hear each other, whoever they heard before.
  public void bridge(Leg one, Leg other) {
    post(() -> conversing.bridge(one, other));
  }

  /// This party hears something else. A peer of theirs hears silence.
  public void play(Leg leg, Source source) {
    post(() -> conversing.play(leg, source));
  }

  /// This party hears something aside, until [#back]; whom they talk with stays theirs.
  public void aside(Leg leg, Source source) {
    post(() -> leg.play(source));
  }

  /// What this party heard aside is over: it hears again what is due to it.
  public void back(Leg leg) {
    post(() -> consulting.back(leg));
  }

  /// The other party hears music until [#resume].
  public void hold(Leg by) {
    post(() -> conversing.hold(by));
  }

  public void resume(Leg by) {
    post(() -> conversing.resume(by));
  }

  /// Nobody hears this party until [#unmute], whoever they talk with meanwhile: in place of
  /// its voice there is silence, also on a recording. It hears on, and its keys still count.
  public void mute(Leg by) {
    post(() -> by.mute(true));
  }

  public void unmute(Leg by) {
    post(() -> by.mute(false));
  }

  /// A third or a fourth party who has answered joins the two that hear each other, and each
  /// hears all the others. Nothing comes of it where no two talk, while one of them is being
  /// passed on, or where four are in already.
  public void confer(Leg third) {
    post(() -> {
      if (!transfers.areUnderWay()) conversing.confer(third);
    });
  }

  /// Digits for the party's own menu (RFC 4733).
  public void press(Leg leg, String digits) {
    post(() -> {
      if (!leg.isOver()) leg.media().press(digits);
    });
  }

  /// Somebody else takes the place of this party once they answer; until then the other hears
  /// it ring.
  ///
  /// @param otherwise tried one after another where the way to these fails
  public void transfer(Leg from, List<Target> to, List<Target> otherwise) {
    post(() -> transfers.begin(from, to, otherwise));
  }

  /// Passing the call on after talking about it first.
  public Consulting consulting() {
    return consulting;
  }

  /// Writes down what this party says (left) and hears (right).
  public void record(Leg leg, Path file) {
    post(() -> taping.start(leg, file));
  }

  /// Nothing is written until [#resumeRecording]; the gap is logged with who wanted it.
  public void pauseRecording(String who) {
    post(() -> taping.pause(who));
  }

  public void resumeRecording(String who) {
    post(() -> taping.resume(who));
  }

  public void stopRecording() {
    post(taping::stop);
  }

  /// One party leaves.
  public void hangUp(Leg leg) {
    post(() -> leg.sip().hangUp());
  }

  /// Everybody leaves.
  public void hangUp() {
    post(() -> {
      for (var leg : legs) if (!leg.isOver()) leg.sip().hangUp();
      endIfEmpty(new Ending(Ending.Cause.HUNG_UP, 0, false));
    });
  }

  /// As JSON, for whoever looks after the machine: who is in it, since when, what they hear,
  /// how it sounds.
  public String describe() {
    return Description.of(this, startedNanos);
  }

  @Override
  public void post(Runnable work) {
    mailbox.post(work);
  }

  @Override
  public boolean admit() {
    return line.handler().admit(this);
  }

  @Override
  public void turnedAway() {
    end(new Ending(Ending.Cause.REFUSED, 503, false));
  }

  @Override
  public void arrived(SipLeg sip) {
    if (invitation == null) throw new IllegalStateException("Nobody called.");
    news.arrived(sip, invitation);
  }

  @Override
  public void tell(SipLeg sip, SipEvent event) {
    for (var leg : legs) if (leg.sip() == sip) news.of(leg, event);
  }

  News news() {
    return news;
  }

  void endIfEmpty(Ending why) {
    if (legs.stream().allMatch(Leg::isOver)) end(why);
  }

  private void end(Ending why) {
    if (ending != null) return;
    ending = why;
    line.over(this);
    happened(new CallEvent.Ended(why, System.nanoTime()));
  }

  void happened(CallEvent event) {
    line.tell(this, event);
  }

  /// Nothing more of this party is told.
  void forget(Leg leg) {
    leg.sip().adopt(new Afterwards(mailbox));
  }
}
