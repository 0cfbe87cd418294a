package kept.line.sip;

import gov.nist.javax.sip.message.SIPRequest;
import java.text.ParseException;
import java.util.Optional;
import javax.sip.Dialog;
import javax.sip.InvalidArgumentException;
import javax.sip.SipException;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;

/// One side of a call: a dialog (RFC 3261, section 12) from its INVITE to its end.
///
/// Everything is called, and every event told, in the mailbox of its owner. After
/// [SipEvent.Ended] nothing more is told and commands do nothing.
public final class SipLeg {
  enum State {
    EARLY,
    UP,
    OVER
  }

  private final Signalling signalling;
  private final Transport transport;
  private final String localTag = Messages.tag();
  private final SessionTimer session;
  private final Reoffers reoffers;
  private final Refers refers;
  private final Inside inside;
  private final LegTraffic traffic;
  private volatile LegOwner owner;
  private State state = State.EARLY;
  private @Nullable Uas uas;
  private @Nullable Uac uac;
  private volatile @Nullable Dialog dialog;
  private String said = "";

  private SipLeg(Signalling signalling, LegOwner owner, Transport transport) {
    this.signalling = signalling;
    this.owner = owner;
    this.transport = transport;
    session = new SessionTimer(this, signalling);
    reoffers = new Reoffers(this, signalling, session);
    refers = new Refers(this, signalling);
    inside = new Inside(this, signalling);
    traffic = new LegTraffic(this, reoffers, refers);
  }

  /// They call us.
  static SipLeg arriving(
      Signalling signalling, LegOwner owner, Transport transport, SIPRequest invite) {
    var leg = new SipLeg(signalling, owner, transport);
    leg.uas = new Uas(leg, signalling, transport, invite);
    return leg;
  }

  /// We call them.
  static SipLeg placing(Signalling signalling, LegOwner owner, Destination to) {
    var leg = new SipLeg(signalling, owner, to.transport());
    leg.uac = new Uac(leg, signalling, to);
    return leg;
  }

  /// False for a retransmission of what is taken up already.
  boolean open() throws SipException, InvalidArgumentException, ParseException {
    return uas != null && uas.open();
  }

  public LegOwner owner() {
    return owner;
  }

  /// From now on it belongs to another call.
  public void adopt(LegOwner by) {
    owner = by;
  }

  public boolean isUp() {
    return state == State.UP;
  }

  /// Who it is to the other side, once there is a dialog.
  public Optional<DialogId> dialogId() {
    var known = dialog;
    return known == null ? Optional.empty() : DialogId.of(known);
  }

  /// Places the call; what happens is told.
  public void invite(Identity from, String sdp) {
    if (uac == null) return;
    said = sdp;
    if (uac.mayDial()) uac.invite(from, sdp);
    else over(Ending.ours(Ending.Cause.BARRED));
  }

  /// 180, with a promise that it arrives where they know how (RFC 3262).
  public void ringing() {
    if (uas != null && state == State.EARLY) uas.ringing();
  }

  /// 200: their call is taken.
  public void answer(String sdp) {
    if (uas == null || state != State.EARLY) return;
    said = sdp;
    state = State.UP;
    uas.answer(sdp);
  }

  /// No, with a status of 300 or more and, above zero, the seconds until they may try again.
  public void refuse(int code, int retryAfterSeconds) {
    if (uas == null || state != State.EARLY) return;
    state = State.OVER;
    uas.refuse(code, retryAfterSeconds);
    tell(new SipEvent.Ended(new Ending(Ending.Cause.REFUSED, code, false)));
  }

  /// Yes to [SipEvent.Offered].
  public void accept(String sdp) {
    if (state == State.UP) reoffers.accept(sdp);
    said = sdp;
  }

  /// No to [SipEvent.Offered]: all stays as it was.
  public void decline(int code) {
    if (state == State.UP) reoffers.decline(code);
  }

  /// How far the call that they referred us to has come: the status it got (RFC 3515, section
  /// 2.4.5).
  public void referred(int code) {
    if (state == State.UP) refers.tell(code);
  }

  /// Ends it in the way that fits: CANCEL, BYE or a refusal.
  public void hangUp() {
    end(Ending.Cause.HUNG_UP);
  }

  /// Ends it since somebody else took the call: no phone shows it as missed (RFC 3326).
  public void takenElsewhere() {
    if (uac != null) uac.takenElsewhere();
    hangUp();
  }

  /// Ends it since nobody can be there any more.
  public void lost() {
    end(Ending.Cause.SILENT);
  }

  void end(Ending.Cause cause) {
    if (state == State.OVER) return;
    var before = state;
    state = State.OVER;
    session.stop();
    signalling.tolls().end(this);
    if (before == State.UP) attempt(inside::bye);
    else if (uac != null) uac.cancel();
    else if (uas != null) uas.refuse(Response.TEMPORARILY_UNAVAILABLE, 0);
    var told =
        before == State.EARLY && cause == Ending.Cause.HUNG_UP ? Ending.Cause.CANCELLED : cause;
    tell(new SipEvent.Ended(Ending.ours(told)));
  }

  /// They ended it, or it broke.
  void over(Ending ending) {
    if (state == State.OVER) return;
    state = State.OVER;
    session.stop();
    signalling.tolls().end(this);
    tell(new SipEvent.Ended(ending));
  }

  void up() {
    state = State.UP;
  }

  State state() {
    return state;
  }

  String localTag() {
    return localTag;
  }

  Transport transport() {
    return transport;
  }

  SessionTimer session() {
    return session;
  }

  @Nullable
  Uas uas() {
    return uas;
  }

  @Nullable
  Uac uac() {
    return uac;
  }

  @Nullable
  Dialog dialog() {
    return dialog;
  }

  void dialog(@Nullable Dialog found) {
    dialog = found;
    if (found != null) found.setApplicationData(this);
  }

  void tell(SipEvent event) {
    owner.tell(this, event);
  }

  /// The session is half over: the same once more.
  void refresh() {
    if (state == State.UP) reoffers.refresh(said);
  }

  LegTraffic traffic() {
    return traffic;
  }

  Inside inside() {
    return inside;
  }

  /// What cannot be sent ends the leg: nobody can be talked to over it.
  void attempt(Sending sending) {
    sending.sendOrEnd(this);
  }
}
