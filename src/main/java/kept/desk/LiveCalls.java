package kept.desk;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import kept.conversations.Channel;
import kept.conversations.Conversations;
import kept.customers.Customer;
import kept.customers.Customers;
import kept.customers.VerificationLevel;
import kept.phone.Calls;
import kept.phone.PhoneCall;
import kept.phone.TalkState;
import kept.phone.Talks;
import kept.platform.http.Pages;
import kept.platform.http.WebRoutes;
import kept.platform.pages.Face;
import kept.promises.Promise;
import kept.promises.Promises;
import kept.team.Access;
import org.jspecify.annotations.Nullable;

/// Who rings now, on every open page.
public final class LiveCalls implements WebRoutes {
  /// How long the others see who has it.
  private static final Duration JUST_TAKEN = Duration.ofSeconds(4);
  /// Whoever hears music for longer is everybody's business.
  private static final Duration FORGOTTEN = Duration.ofSeconds(59);

  private final Pages pages;
  private final Onlookers onlookers;
  private final Doors doors;

  public record Doors(
      Calls calls,
      Talks talks,
      Customers customers,
      Conversations conversations,
      Promises promises) {}

  public LiveCalls(Pages pages, Onlookers onlookers, Doors doors) {
    this.pages = pages;
    this.onlookers = onlookers;
    this.doors = doors;
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.get("/calls/now", this::now, Access.AGENT);
  }

  private void now(Context request) {
    var onlooker = onlookers.of(request);
    var talking = doors.talks().with(onlooker.me().id()).isPresent();
    var pops = doors.calls().live().stream()
        .filter(call -> isOfInterest(call, onlooker))
        .map(call -> pop(call, onlooker, talking))
        .toList();
    var mayRing = pops.isEmpty() && !talking && onlooker.me().takingCalls();
    pages.show(request, "call/now.jte", new Now(pops, mayRing ? next(onlooker) : null));
  }

  /// Who rings, whom the reader talks with, who was just taken by a colleague, and who has been
  /// listening to music for too long.
  private boolean isOfInterest(PhoneCall call, Onlooker onlooker) {
    if (call.talkedAt() == null) return call.isInbound();
    if (doors.talks().isOutside(call)) return false;
    if (call.agent() != null && onlooker.is(call.agent())) return true;
    return isJustTaken(call, onlooker) || isForgotten(call, onlooker);
  }

  private static boolean isJustTaken(PhoneCall call, Onlooker onlooker) {
    return call.agent() != null
        && call.talkedAt() != null
        && call.talkedAt().plus(JUST_TAKEN).isAfter(onlooker.now());
  }

  private boolean isForgotten(PhoneCall call, Onlooker onlooker) {
    return doors
        .talks()
        .of(call.id())
        .map(TalkState::heldSince)
        .filter(since -> since.plus(FORGOTTEN).isBefore(onlooker.now()))
        .isPresent();
  }

  /// Everybody who rings, the longest first; where nobody does, whose turn it is.
  public record Now(List<CallPop> pops, @Nullable Next next) {}

  /// Who waited while everybody talked, hung up and kept their place.
  ///
  /// @param since when they rang
  public record Next(
      String customer, String name, String number, String promise, String href, String since) {}

  private @Nullable Next next(Onlooker onlooker) {
    return doors
        .calls()
        .places()
        .next(onlooker.now())
        .map(call -> new Next(
            call.customer().toString(),
            doors.customers().get(call.customer()).firstName(),
            String.valueOf(call.number()),
            String.valueOf(call.promise()),
            "/c/" + call.conversation(),
            onlooker.time().time(call.beganAt())))
        .orElse(null);
  }

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
        second(onlooker),
        call.agent() == null ? null : onlooker.name(call.agent()),
        since,
        InCallWords.clock(since, onlooker.now()));
  }

  private CallPop.State state(PhoneCall call, Onlooker onlooker, boolean talking) {
    if (call.talkedAt() == null || call.agent() == null)
      return talking ? CallPop.State.SECOND : CallPop.State.RINGING;
    if (onlooker.is(call.agent())) return CallPop.State.MINE;
    return isForgotten(call, onlooker) ? CallPop.State.FORGOTTEN : CallPop.State.TAKEN;
  }

  private static @Nullable String second(Onlooker onlooker) {
    var second = onlooker.me().second();
    return second == null ? null : onlooker.name(second);
  }

  private static String how(PhoneCall call, boolean isNew) {
    if (call.number() == null) return "number withheld";
    if (call.sureness() == VerificationLevel.UNKNOWN) return "may not be their number";
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
}
