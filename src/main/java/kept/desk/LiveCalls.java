package kept.desk;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import kept.conversations.Channel;
import kept.conversations.Conversations;
import kept.customers.Customer;
import kept.customers.Customers;
import kept.phone.CallHeard;
import kept.phone.CallId;
import kept.phone.Calls;
import kept.phone.PhoneCall;
import kept.phone.TalkState;
import kept.phone.Talks;
import kept.platform.Database;
import kept.platform.Events;
import kept.platform.NotFound;
import kept.platform.http.Pages;
import kept.platform.http.WebRoutes;
import kept.platform.pages.Face;
import kept.promises.Promise;
import kept.promises.Promises;
import kept.team.Access;
import kept.team.Who;
import org.jspecify.annotations.Nullable;

/// Who rings now, on every open page, and what they left for us to hear.
public final class LiveCalls implements WebRoutes {
  /// How long the others see who has it.
  private static final Duration JUST_TAKEN = Duration.ofSeconds(4);
  /// Whoever hears music for longer is everybody's business.
  private static final Duration FORGOTTEN = Duration.ofSeconds(59);

  private final Pages pages;
  private final Onlookers onlookers;
  private final Doors doors;
  private final Path recordings;

  /// @param events where it is written who heard a recording
  public record Doors(
      Database database,
      Events events,
      Calls calls,
      Talks talks,
      Customers customers,
      Conversations conversations,
      Promises promises) {}

  public LiveCalls(Pages pages, Onlookers onlookers, Doors doors, Path recordings) {
    this.pages = pages;
    this.onlookers = onlookers;
    this.doors = doors;
    this.recordings = recordings;
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.get("/calls/now", this::now, Access.AGENT);
    routes.get("/calls/{id}/recording", this::recording, Access.AGENT);
  }

  private void now(Context request) {
    var onlooker = onlookers.of(request);
    var talking = doors.talks().with(onlooker.me().id()).isPresent();
    var pops = doors.calls().live().stream()
        .filter(call -> isOfInterest(call, onlooker))
        .map(call -> pop(call, onlooker, talking))
        .toList();
    pages.show(request, "call/now.jte", new Now(pops));
  }

  /// Who rings, whom the reader talks with, who was just taken by a colleague, and who has been
  /// listening to music for too long.
  private boolean isOfInterest(PhoneCall call, Onlooker onlooker) {
    if (call.talkedAt() == null) return call.isInbound();
    if (call.agent() != null && onlooker.is(call.agent())) return true;
    return isJustTaken(call, onlooker) || isForgotten(call, onlooker);
  }

  private static boolean isJustTaken(PhoneCall call, Onlooker onlooker) {
    return call.talkedAt() != null && call.talkedAt().plus(JUST_TAKEN).isAfter(onlooker.now());
  }

  private boolean isForgotten(PhoneCall call, Onlooker onlooker) {
    return doors
        .talks()
        .of(call.id())
        .map(TalkState::heldSince)
        .filter(since -> since.plus(FORGOTTEN).isBefore(onlooker.now()))
        .isPresent();
  }

  /// Everybody who rings, the longest first.
  public record Now(List<CallPop> pops) {}

  private CallPop pop(PhoneCall call, Onlooker onlooker, boolean talking) {
    var customer = doors.customers().get(call.customer());
    var matter = doors.conversations().get(call.conversation());
    // Whoever is met by this call has no matter but it.
    var isNew = matter.channel() == Channel.CALL && call.isFirst(customer.since());
    var since = call.talkedAt() == null ? call.beganAt() : call.talkedAt();
    return new CallPop(
        call.id().toString(),
        isNew ? Face.unknown() : Face.of(customer.name()),
        customer.name(),
        how(call, isNew),
        isNew ? "Not met before." : matter.matter() + ".",
        owed(customer, onlooker),
        "/c/" + call.conversation(),
        state(call, onlooker, talking),
        call.agent() == null ? null : onlooker.name(call.agent()),
        since,
        InCallWords.clock(since, onlooker.now()));
  }

  private CallPop.State state(PhoneCall call, Onlooker onlooker, boolean talking) {
    if (call.agent() == null) return talking ? CallPop.State.SECOND : CallPop.State.RINGING;
    if (onlooker.is(call.agent())) return CallPop.State.MINE;
    return isForgotten(call, onlooker) ? CallPop.State.FORGOTTEN : CallPop.State.TAKEN;
  }

  private static String how(PhoneCall call, boolean isNew) {
    if (call.number() == null) return "number withheld";
    return isNew ? "new number" : "known number";
  }

  private @Nullable String owed(Customer customer, Onlooker onlooker) {
    return doors.promises().to(customer.id()).stream()
        .filter(Promise::isOpen)
        .min(Comparator.comparing(Promise::dueAt))
        .map(promise ->
            promise.what() + ", " + onlooker.time().due(promise.dueAt(), onlooker.now()) + ".")
        .orElse(null);
  }

  /// Hearing what somebody left is written down.
  private void recording(Context request) {
    var call = doors.calls().get(CallId.parse(request.pathParam("id")));
    if (call.recording() == null) throw new NotFound("Nothing was recorded in this call.");
    var file = recordings.resolve(call.recording());
    try {
      var bytes = Files.newInputStream(file);
      doors
          .database()
          .useTransaction(
              tx -> doors.events().publish(Who.agent(request).id(), new CallHeard(call.id())));
      request.header("Cache-Control", "private, no-store");
      request.contentType("audio/wav");
      request.result(bytes);
    } catch (NoSuchFileException gone) {
      throw new NotFound("This recording is gone.");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
