package kept.phone;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import kept.line.Call;
import kept.line.CallEvent;
import kept.team.AgentId;

/// What is being done with each call that this process carries. Threads may share this object.
final class Conducts {
  private final Map<String, Conduct> conducts = new ConcurrentHashMap<>();

  /// This is done with the call from now on.
  void put(Call call, Conduct conduct) {
    conducts.put(call.id(), conduct);
  }

  /// A call that begins with us.
  void begin(Call call, Conduct conduct) {
    put(call, conduct);
    call.post(() -> arrived(call));
  }

  /// In the call's mailbox, as all that follows but for what only reads.
  void arrived(Call call) {
    of(call).ifPresent(conduct -> guarded(call, conduct::begin));
  }

  void happened(Call call, CallEvent event) {
    of(call).ifPresent(conduct -> guarded(call, () -> conduct.happened(event)));
  }

  /// Does something in the mailbox of a call later, if it is not over then.
  void after(Duration delay, Call call, Runnable work) {
    CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS, Runnable::run)
        .execute(() -> call.post(() -> {
          if (!call.isOver()) guarded(call, work);
        }));
  }

  /// Where something of ours fails, nobody is to wait in silence for what does not come.
  private void guarded(Call call, Runnable work) {
    try {
      work.run();
    } catch (RuntimeException broken) {
      of(call).ifPresent(Conduct::failed);
      throw broken;
    }
  }

  void over(Call call) {
    conducts.remove(call.id());
  }

  private Optional<Conduct> of(Call call) {
    return Optional.ofNullable(conducts.get(call.id()));
  }

  /// What goes on with this call here; empty where it is over or another process carries it.
  Optional<Conduct> carrying(CallId id) {
    return conducts.values().stream()
        .filter(conduct -> id.equals(conduct.callId()))
        .findFirst();
  }

  /// The calls that this process carries.
  Set<CallId> carried() {
    return conducts.values().stream()
        .map(Conduct::callId)
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }

  /// Who of us is in a call.
  Set<AgentId> busy() {
    return conducts.values().stream()
        .flatMap(conduct -> conduct.talking().stream())
        .collect(Collectors.toSet());
  }

  /// Whoever takes a second call has the first one wait.
  void holdOther(AgentId agent, CallId taking) {
    for (var conduct : conducts.values())
      if (conduct.talking().filter(agent::equals).isPresent() && !taking.equals(conduct.callId()))
        conduct.talk().ifPresent(talk -> talk.call().post(() -> talk.hold(true)));
  }

  /// Beeps to whoever has forgotten somebody in music; says when to look again, `longest` from
  /// now at the latest.
  Instant remind(Instant now, Duration longest) {
    var next = now.plus(longest);
    for (var conduct : conducts.values()) {
      var talk = conduct.talk();
      var due = talk.map(Talk::reminder).flatMap(HoldReminder::due);
      if (due.isEmpty()) continue;
      if (!due.get().isAfter(now)) talk.get().call().post(talk.get()::remind);
      else if (due.get().isBefore(next)) next = due.get();
    }
    return next;
  }
}
