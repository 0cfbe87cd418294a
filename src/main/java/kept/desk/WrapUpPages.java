package kept.desk;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import kept.conversations.Direction;
import kept.conversations.Draft;
import kept.conversations.Message;
import kept.phone.CallId;
import kept.phone.PhoneCall;
import kept.platform.Refusal;
import kept.platform.http.Pages;
import kept.platform.http.WebRoutes;
import kept.promises.Kind;
import kept.promises.Promise;
import kept.promises.PromiseId;
import kept.team.Access;
import kept.team.AgentId;
import kept.team.ShopTime;
import kept.team.Who;
import org.jspecify.annotations.Nullable;

/// After a call: what it was about, what was promised, and the recap, written already. One
/// tap sends it; a second tap finds it sent.
public final class WrapUpPages implements WebRoutes {
  /// A mailbox is reached in less.
  private static final Duration WITH_A_PERSON = Duration.ofSeconds(40);

  private final Pages pages;
  private final Frames frames;
  private final Doors doors;
  private final ConversationPages conversations;

  public WrapUpPages(Pages pages, Frames frames, Doors doors) {
    this.pages = pages;
    this.frames = frames;
    this.doors = doors;
    this.conversations = new ConversationPages(doors, frames);
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.get("/call/{id}/wrap-up", request -> show(request, null), Access.AGENT);
    routes.post("/call/{id}/wrap-up", this::send, Access.AGENT);
  }

  private void show(Context request, @Nullable String mistake) {
    var call = over(request);
    var seen = conversations.see(request, call.conversation());
    var story = seen.story();
    var composer = conversations.composers().empty(story, seen.telling());
    var customer = story.customer();
    var typed = mistake == null ? null : new Form(request);
    pages.show(
        request,
        "call/wrap-up.jte",
        new WrapUp(
            frames.around(request, "After the call with " + customer.firstName(), null),
            call.id().toString(),
            customer.name(),
            customer.firstName(),
            ShopTime.length(call.talked(seen.telling().now())),
            typed == null ? story.conversation().matter() : typed.text("matter"),
            promised(call, story, seen.telling()),
            owed(call, story)
                .map(promise -> kept(call, promise, seen.telling()))
                .orElse(null),
            typed == null ? understood(call, story) : typed.text("understood"),
            goesTo(composer.to()),
            !doors.writing().recaps().isAsked(call.conversation()),
            mistake));
  }

  /// By text where no letter reaches them.
  private static @Nullable String goesTo(Composer.To to) {
    return to.address() == null ? to.number() : to.address();
  }

  private static List<String> promised(PhoneCall call, Story story, Telling telling) {
    var settled = owed(call, story);
    return story.owed().stream()
        .filter(promise -> settled.filter(promise::equals).isEmpty())
        .map(promise -> promise.what() + ", " + telling.due(promise.dueAt()) + ", "
            + telling.nameOrYou(promise.keeper()))
        .toList();
  }

  /// What this call was about, else the ring-back that it makes needless.
  private static Optional<Promise> owed(PhoneCall call, Story story) {
    return story.promises().stream()
        .filter(promise -> promise.isOpen() && promise.madeAt().isBefore(call.beganAt()))
        .filter(promise -> promise.id().equals(call.about()) || promise.kind() == Kind.CALLBACK)
        .findFirst();
  }

  private static WrapUp.Kept kept(PhoneCall call, Promise promise, Telling telling) {
    var likely = call.isInbound() || call.talked(telling.now()).compareTo(WITH_A_PERSON) >= 0;
    return new WrapUp.Kept(promise.id().toString(), promise.what(), likely);
  }

  /// What was noted during the call.
  private static String understood(PhoneCall call, Story story) {
    return story.told().messages().stream()
        .filter(message -> message.direction() == Direction.NOTE)
        .filter(message -> !message.at().isBefore(call.beganAt()))
        .map(Message::words)
        .collect(Collectors.joining("\n"));
  }

  private void send(Context request) {
    var call = over(request);
    var me = Who.agent(request).id();
    var form = new Form(request);
    try {
      doors.ground().database().useTransaction(tx -> {
        if (!doors.talk().calls().wrapUp(me, call.id())) return;
        settle(me, call, form);
      });
    } catch (Refusal refused) {
      request.status(HttpStatus.UNPROCESSABLE_CONTENT);
      show(request, refused.sentence());
      return;
    }
    request.redirect("/c/" + call.conversation(), HttpStatus.SEE_OTHER);
  }

  private void settle(AgentId me, PhoneCall call, Form form) {
    var id = call.conversation();
    if (!form.text("matter").isBlank())
      doors.talk().conversations().rename(me, id, form.text("matter"));
    if (!form.text("kept").isEmpty()) doors.promises().keep(me, PromiseId.parse(form.text("kept")));
    var understood = form.text("understood").replace("\r\n", "\n");
    var recaps = doors.writing().recaps();
    switch (form.text("then")) {
      case "send" -> recaps.send(me, id, understood);
      case "ask" -> recaps.ask(me, id, Draft.of(recaps.question(me, id)));
      default -> {}
    }
  }

  private PhoneCall over(Context request) {
    var call = doors.talk().calls().get(CallId.parse(request.pathParam("id")));
    if (!call.isOver()) throw new Refusal("This call is not over yet.");
    if (call.talkedAt() == null) throw new Refusal("Nobody talked in this call.");
    return call;
  }
}
