package kept.desk;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.List;
import java.util.function.BiConsumer;
import kept.conversations.Draft;
import kept.phone.CallId;
import kept.phone.PhoneCall;
import kept.phone.Talks;
import kept.platform.Id;
import kept.platform.Refusal;
import kept.platform.http.Pages;
import kept.platform.http.WebRoutes;
import kept.team.Access;
import kept.team.AgentId;
import kept.team.Who;

/// A call in hand, on whichever phone: its page, and everything that can be done with it.
public final class InCallPages implements WebRoutes {
  private final Pages pages;
  private final Frames frames;
  private final Doors doors;
  private final Talks talks;
  private final ConversationPages conversations;
  private final Replying replying;

  public InCallPages(Pages pages, Frames frames, Doors doors, Talks talks) {
    this.pages = pages;
    this.frames = frames;
    this.doors = doors;
    this.talks = talks;
    this.conversations = new ConversationPages(doors, frames);
    this.replying = new Replying(doors);
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.get("/call/{id}", this::show, Access.AGENT);
    routes.get("/call/{id}/handset", this::handset, Access.AGENT);
    act(routes, "muting", (by, id) -> talks.mute(by, id, true));
    act(routes, "unmuting", (by, id) -> talks.mute(by, id, false));
    act(routes, "hold", (by, id) -> talks.hold(by, id, true));
    act(routes, "resuming", (by, id) -> talks.hold(by, id, false));
    act(routes, "completion", talks::complete);
    act(routes, "backing-out", talks::backOut);
    act(routes, "joining", talks::join);
    act(routes, "leaving", talks::leave);
    act(routes, "recording", talks::record);
    act(routes, "recording/pause", (by, id) -> talks.pauseRecording(by, id, true));
    act(routes, "recording/resuming", (by, id) -> talks.pauseRecording(by, id, false));
    act(routes, "ring-back", talks::ringBackInstead);
    act(routes, "end", talks::end);
    act(routes, "taking", talks::take);
    act(routes, "soon", (by, id) -> doors.talk().calls().ringsSoon(by, id));
    routes.post("/call/{id}/passing", this::pass, Access.AGENT);
    routes.post("/call/{id}/keys", this::press, Access.AGENT);
    routes.post("/call/{id}/hand-over", this::handOver, Access.AGENT);
    routes.post("/call/{id}/notes", this::note, Access.AGENT);
  }

  private void act(
      JavalinDefaultRoutingApi routes, String noun, BiConsumer<AgentId, CallId> doing) {
    routes.post(
        "/call/{id}/" + noun,
        request -> {
          doing.accept(Who.agent(request).id(), id(request));
          back(request);
        },
        Access.AGENT);
  }

  private void press(Context request) {
    talks.press(Who.agent(request).id(), id(request), new Form(request).text("keys"));
    back(request);
  }

  /// A colleague's phone rings too, for a call that nobody took yet.
  private void pass(Context request) {
    var second = Who.agent(request).second();
    if (second == null) throw new Refusal("You have nobody second to whom it could go.");
    talks.take(second, id(request));
    request.redirect("/call/" + id(request), HttpStatus.SEE_OTHER);
  }

  /// To a colleague, or to the number that was written.
  private void handOver(Context request) {
    var form = new Form(request);
    var warm = !form.text("how").equals("straight");
    var me = Who.agent(request).id();
    if (!form.text("number").isEmpty())
      talks.handOverOutside(me, id(request), form.text("number"), warm);
    else if (!form.text("agent").isEmpty())
      talks.handOver(me, id(request), AgentId.parse(form.text("agent")), warm);
    else throw new Refusal("Say who takes it on.");
    back(request);
  }

  /// What is written in a call is a note of the team's; a promise in it is made as anywhere else.
  private void note(Context request) {
    var call = doors.talk().calls().get(id(request));
    var form = ReplyForm.in(request);
    var me = Who.agent(request).id();
    switch (replying.reply(me, call.conversation(), form, List.<Draft.NewFile>of())) {
      case Replying.Outcome.Done done -> request.redirect(page(call), HttpStatus.SEE_OTHER);
      case Replying.Outcome.Newer newer -> request.redirect(page(call), HttpStatus.SEE_OTHER);
      case Replying.Outcome.Mistaken(var sentences) ->
        throw new Refusal(String.join(" ", sentences.values()));
      case Replying.Outcome.Unsettled(var heard) -> {
        request.status(HttpStatus.UNPROCESSABLE_CONTENT);
        var part = new HeardPart(call.conversation().toString(), heard, true);
        show(request, call, part, form.words());
      }
    }
  }

  private void back(Context request) {
    if (Htmx.asks(request)) handset(request);
    else request.redirect("/call/" + id(request), HttpStatus.SEE_OTHER);
  }

  private void handset(Context request) {
    var call = doors.talk().calls().get(id(request));
    var seen = conversations.see(request, call.conversation());
    pages.show(request, "call/handset.jte", handset(call, seen));
  }

  private InCall.Handset handset(PhoneCall call, ConversationPages.Seen seen) {
    var state = talks.of(call.id()).orElse(null);
    return new InCallWords(call, seen.story(), seen.telling())
        .handset(state, talks.isOutside(call));
  }

  private void show(Context request) {
    var call = doors.talk().calls().get(id(request));
    if (call.isOver()) {
      var mine = Who.agent(request).id().equals(call.agent());
      var there =
          mine && !call.isWrappedUp() ? page(call) + "/wrap-up" : "/c/" + call.conversation();
      request.redirect(there, HttpStatus.SEE_OTHER);
      return;
    }
    show(request, call, new HeardPart(call.conversation().toString(), List.of(), false), "");
  }

  private void show(Context request, PhoneCall call, HeardPart heard, String words) {
    var seen = conversations.see(request, call.conversation());
    var story = seen.story();
    var composer = conversations.composers().empty(story, seen.telling());
    var page = new InCall(
        frames.around(request, story.customer().name(), null),
        handset(call, seen),
        new ContextWords(story, seen.telling()).context(),
        story.conversation().matter(),
        new InCallWords(call, story, seen.telling()).said(),
        new InCall.Note(
            call.id().toString(),
            call.conversation().toString(),
            Id.fresh().toString(),
            words,
            heard,
            composer.promise()));
    pages.show(request, "call/page.jte", page);
  }

  private static String page(PhoneCall call) {
    return "/call/" + call.id();
  }

  private static CallId id(Context request) {
    return CallId.parse(request.pathParam("id"));
  }
}
