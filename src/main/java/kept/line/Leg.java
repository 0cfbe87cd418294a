package kept.line;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import kept.line.rtp.Agreement;
import kept.line.rtp.Direction;
import kept.line.rtp.MediaEvents;
import kept.line.rtp.MediaLeg;
import kept.line.rtp.Quality;
import kept.line.rtp.Source;
import kept.line.sdp.Negotiation;
import kept.line.sip.SipLeg;
import kept.line.speech.Recording;
import org.jspecify.annotations.Nullable;

/// One party of a call: its signalling and its sound. Owned by the call's mailbox.
public final class Leg {
  /// How far a party is.
  public enum State {
    ARRIVING,
    RINGING,
    TALKING,
    OVER
  }

  private final String id = UUID.randomUUID().toString();
  private final String party;
  private final @Nullable Target target;
  private final boolean caller;
  private final InetAddress signalling;
  private volatile Call call;
  private volatile State state;
  private @Nullable SipLeg sip;
  private @Nullable MediaLeg media;
  private @Nullable Negotiation negotiation;
  private @Nullable Leg peer;
  private @Nullable Conference conference;
  private @Nullable Recording tape;
  private boolean holding;
  private String ready = "";

  /// Whoever calls.
  Leg(Call call, String party, InetAddress signalling) {
    this(call, party, null, signalling);
  }

  /// Whoever is called.
  Leg(Call call, Target target, InetAddress signalling) {
    this(call, target.to().user(), target, signalling);
  }

  private Leg(Call call, String party, @Nullable Target target, InetAddress signalling) {
    this.call = call;
    this.party = party;
    this.target = target;
    this.caller = target == null;
    this.signalling = signalling;
    state = caller ? State.ARRIVING : State.RINGING;
  }

  public String id() {
    return id;
  }

  /// The number or name that was called, or that calls.
  public String party() {
    return party;
  }

  /// What was rung to reach this party; null for whoever made the call.
  public @Nullable Target target() {
    return target;
  }

  /// Whether this party made the call.
  public boolean isCaller() {
    return caller;
  }

  public State state() {
    return state;
  }

  public boolean isOver() {
    return state == State.OVER;
  }

  public boolean isHolding() {
    return holding;
  }

  /// Whether nobody is to hear this party.
  public boolean isMuted() {
    return media != null && media.isMuted();
  }

  /// How it sounds, as far as numbers can say.
  public Quality quality() {
    return media().quality();
  }

  Call call() {
    return call;
  }

  void moveTo(Call another) {
    call = another;
    sip().adopt(another);
  }

  void wire(SipLeg dialog) {
    sip = dialog;
  }

  void wire(MediaLeg sound, Negotiation agreeing) {
    media = sound;
    negotiation = agreeing;
  }

  SipLeg sip() {
    if (sip == null) throw new IllegalStateException("This leg has no dialog.");
    return sip;
  }

  MediaLeg media() {
    if (media == null) throw new IllegalStateException("This leg has no sound.");
    return media;
  }

  Negotiation negotiation() {
    if (negotiation == null) throw new IllegalStateException("This leg has no sound.");
    return negotiation;
  }

  boolean hasSound() {
    return media != null;
  }

  @Nullable
  Leg peer() {
    return peer;
  }

  void pairWith(@Nullable Leg other) {
    peer = other;
  }

  /// Where it hears more than one other; null else.
  @Nullable
  Conference conference() {
    return conference;
  }

  void confersIn(@Nullable Conference joined) {
    conference = joined;
  }

  /// Whom it talks with.
  List<Leg> company() {
    if (conference != null) return conference.othersThan(this);
    return peer == null ? List.of() : List.of(peer);
  }

  /// What is written of this party; null where nothing is.
  @Nullable
  Recording tape() {
    return tape;
  }

  void tape(@Nullable Recording written) {
    tape = written;
  }

  void holding(boolean holds) {
    holding = holds;
  }

  void mute(boolean muted) {
    if (media != null) media.mute(muted);
  }

  void state(State next) {
    state = next;
  }

  /// Our answer to their first offer, written when it came and sent when they are taken.
  void ready(String sdp) {
    ready = sdp;
  }

  String ready() {
    return ready;
  }

  void agree(Agreement agreement) {
    media().agree(agreement, signalling);
  }

  boolean hears() {
    return negotiation()
        .agreement()
        .map(Agreement::direction)
        .filter(Direction::sends)
        .isPresent();
  }

  void play(Source source) {
    if (media != null && !isOver()) media.play(source);
  }

  /// Plays it, unless that is what this party hears already.
  void hear(Source source) {
    if (media != null && !source.equals(media.source())) play(source);
  }

  void close() {
    state = State.OVER;
    peer = null;
    conference = null;
    if (media != null) media.close();
  }

  /// Posts what the media threads tell to whichever call the leg is in.
  MediaEvents events() {
    return new MediaEvents() {
      @Override
      public void pressed(char digit) {
        call.post(() -> call.news().pressed(Leg.this, digit));
      }

      @Override
      public void played(Source.Clip clip) {
        call.post(() -> call.news().played(Leg.this));
      }

      @Override
      public void silent(Duration since) {
        call.post(() -> call.news().silent(Leg.this));
      }
    };
  }
}
