package kept.sample;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import kept.line.Call;
import kept.line.CallEvent;
import kept.line.Leg;
import kept.line.LineHandler;
import kept.line.Target;
import kept.line.rtp.Sound;
import kept.line.speech.Voice;
import kept.phone.Calls;

/// Who plays which part in the calls of the pretend network: what its line asks is answered here.
/// Threads may share this object.
final class Exchange implements LineHandler {
  /// Nobody talks longer with somebody who is not there.
  private static final Duration LONGEST_CALL = Duration.ofMinutes(10);

  private final Calls calls;
  private final List<PretendPhone> phones;
  private final Voice voice = new Voice();
  private final Map<String, Part> parts = new ConcurrentHashMap<>();

  Exchange(Calls calls, List<PretendPhone> phones) {
    this.calls = calls;
    this.phones = List.copyOf(phones);
  }

  /// The shop's book of calls.
  Calls calls() {
    return calls;
  }

  List<PretendPhone> phones() {
    return phones;
  }

  /// Who rings or talks, in no order.
  List<PretendCaller> callers() {
    return parts.values().stream()
        .filter(PretendCaller.class::isInstance)
        .map(PretendCaller.class::cast)
        .toList();
  }

  PretendCaller caller(Call call, Ringer who, Does does) {
    var caller = new PretendCaller(this, call, who, does);
    parts.put(call.id(), caller);
    after(LONGEST_CALL, call, call::hangUp);
    return caller;
  }

  @Override
  public boolean admit(Call call) {
    return call.invitation() != null;
  }

  @Override
  public void arrived(Call call) {
    var invitation = call.invitation();
    if (invitation == null) return;
    after(LONGEST_CALL, call, call::hangUp);
    var phone = phones.stream()
        .filter(each -> each.credentials().user().equals(invitation.dialled()))
        .findFirst();
    if (phone.isPresent()) {
      parts.put(call.id(), phone.get().ring(call, this));
      callers().forEach(PretendCaller::settle);
      return;
    }
    var called = new Called(call, this);
    parts.put(call.id(), called);
    called.begin(invitation.dialled());
  }

  @Override
  public void happened(Call call, CallEvent event) {
    Optional.ofNullable(parts.get(call.id())).ifPresent(part -> part.happened(event));
    if (event instanceof CallEvent.Ended) parts.remove(call.id());
  }

  /// Nobody here passes a call on.
  @Override
  public List<Target> route(Call call, Leg by, String number) {
    return List.of();
  }

  /// Does something in the mailbox of a call later, if it is not over then.
  void after(Duration delay, Call call, Runnable work) {
    CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS, Runnable::run)
        .execute(() -> call.post(() -> {
          if (!call.isOver()) work.run();
        }));
  }

  /// In the line's own voice, as everybody here has it.
  Sound say(String sentence) {
    return voice.say(sentence);
  }
}
