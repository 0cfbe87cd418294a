package kept.sample;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import kept.line.Call;
import kept.line.CallEvent;
import kept.line.rtp.Source;
import kept.line.sip.Credentials;
import kept.platform.Refusal;
import org.jspecify.annotations.Nullable;

/// A phone on somebody's desk that rings until it is picked up on the page. Threads may share it.
final class PretendPhone {
  private static final int BUSY_HERE = 486;

  /// What it does now.
  enum State {
    RESTS,
    RINGS,
    TALKS;

    @JsonValue
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final String name;
  private final Credentials credentials;
  private @Nullable Call call; // guarded by this
  private State state = State.RESTS; // guarded by this

  /// @param name the first name of whoever sits there
  PretendPhone(String name, Credentials credentials) {
    this.name = name;
    this.credentials = credentials;
  }

  String name() {
    return name;
  }

  Credentials credentials() {
    return credentials;
  }

  /// What people call it by: its user name, or whose it is.
  boolean isCalled(String word) {
    return credentials.user().equals(word) || name.equalsIgnoreCase(word);
  }

  synchronized State state() {
    return state;
  }

  /// Who rings or talks there, as the phone shows it; empty while it rests.
  synchronized String caller() {
    var invitation = call == null ? null : call.invitation();
    return invitation == null ? "" : invitation.caller();
  }

  /// It rings; a second call finds it busy.
  synchronized Part ring(Call arriving, Exchange exchange) {
    if (state != State.RESTS) {
      arriving.refuse(BUSY_HERE);
      return event -> {};
    }
    call = arriving;
    state = State.RINGS;
    arriving.ringing();
    return event -> happened(arriving, event, exchange);
  }

  private void happened(Call in, CallEvent event, Exchange exchange) {
    if (event instanceof CallEvent.Answered answer)
      in.play(answer.leg(), new Source.Clip(exchange.say("Marlow and Daughter, hello."), false));
    else if (event instanceof CallEvent.Ended) rest();
  }

  private synchronized void rest() {
    call = null;
    state = State.RESTS;
  }

  synchronized void pickUp() {
    if (call == null || state != State.RINGS)
      throw new Refusal(name + "’s phone does not ring now.");
    state = State.TALKS;
    call.answer();
  }

  synchronized void hangUp() {
    if (call == null) throw new Refusal("Nobody is on " + name + "’s phone.");
    call.hangUp();
  }
}
