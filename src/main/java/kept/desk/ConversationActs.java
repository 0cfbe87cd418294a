package kept.desk;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.List;
import java.util.Map;
import kept.conversations.ConversationId;
import kept.conversations.Draft;
import kept.conversations.MessageId;
import kept.customers.Identity;
import kept.platform.NotFound;
import kept.platform.Refusal;
import kept.platform.http.Pages;
import kept.platform.http.WebRoutes;
import kept.team.Access;
import kept.team.AgentId;
import kept.team.Who;
import org.jspecify.annotations.Nullable;

/// What can be done in a conversation: answer, note, hand over, ask if it is sorted.
public final class ConversationActs implements WebRoutes {
  private final Pages pages;
  private final Doors doors;
  private final ConversationPages conversations;
  private final Replying replying;

  public ConversationActs(Pages pages, Frames frames, Doors doors) {
    this.pages = pages;
    this.doors = doors;
    this.conversations = new ConversationPages(doors, frames);
    this.replying = new Replying(doors);
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.post("/c/{id}/messages", this::reply, Access.AGENT);
    routes.post("/c/{id}/messages/{message}/sending", this::sendAgain, Access.AGENT);
    routes.post("/c/{id}/hand-over", this::handOver, Access.AGENT);
    routes.post("/c/{id}/question", this::ask, Access.AGENT);
    routes.post("/c/{id}/matter", this::rename, Access.AGENT);
    routes.post("/c/{id}/links/revoking", this::revokeLinks, Access.AGENT);
  }

  private void reply(Context request) {
    var id = id(request);
    doors.talk().conversations().get(id);
    var form = ReplyForm.in(request);
    var mistakes = new Mistakes();
    var files = mistakes.on(
        "files", () -> Uploads.stored(request, "files", doors.ground().blobs()));
    if (files == null) {
      showAgain(request, form, mistakes.byField(), null);
      return;
    }
    switch (replying.reply(me(request), id, form, files)) {
      case Replying.Outcome.Done() -> done(request);
      case Replying.Outcome.Newer(var unseen) -> showAgain(request, form, Map.of(), unseen);
      case Replying.Outcome.Mistaken(var sentences) -> showAgain(request, form, sentences, null);
      case Replying.Outcome.Unsettled(var heard) -> askOnce(request, form, heard);
    }
  }

  private void sendAgain(Context request) {
    var message = doors.talk().messages().get(MessageId.parse(request.pathParam("message")));
    if (!message.conversation().equals(id(request)))
      throw new NotFound("There is no such message.");
    doors.talk().messages().sendAgain(message.id(), otherAddress(request));
    done(request);
  }

  /// `to` is an identity of theirs; none is the one they used last.
  private @Nullable String otherAddress(Context request) {
    var wanted = request.queryParam("to");
    if (wanted == null) return null;
    var customer = doors.talk().conversations().get(id(request)).customer();
    return doors.customers().knowledgeOf(customer).identities().stream()
        .filter(identity -> identity.id().toString().equals(wanted))
        .map(Identity::value)
        .findFirst()
        .orElseThrow(() -> new NotFound("They have no such address."));
  }

  private void handOver(Context request) {
    var form = new Form(request);
    if (form.text("agent").isEmpty()) throw new Refusal("Say who takes it on.");
    var to = AgentId.parse(form.text("agent"));
    doors.ground().database().useTransaction(tx -> {
      doors.talk().conversations().handOver(me(request), id(request), to);
      if (!form.text("words").isEmpty())
        doors.talk().messages().note(me(request), id(request), Draft.of(form.text("words")));
    });
    done(request);
  }

  /// The one-tap question in the shop's own words. A second tap finds it asked.
  private void ask(Context request) {
    var recaps = doors.writing().recaps();
    doors.ground().database().useTransaction(tx -> {
      if (recaps.isAsked(id(request))) return;
      var words = recaps.question(me(request), id(request));
      recaps.ask(me(request), id(request), Draft.of(words));
    });
    done(request);
  }

  private void rename(Context request) {
    var matter = new Form(request).text("matter");
    if (matter.isEmpty()) throw new Refusal("Say what it is about.");
    doors.talk().conversations().rename(me(request), id(request), matter);
    done(request);
  }

  private void revokeLinks(Context request) {
    doors.talk().conversations().get(id(request));
    doors.writing().links().revokeAll(me(request), id(request));
    done(request);
  }

  /// Nothing was sent: the same page, with every word that was typed.
  private void showAgain(
      Context request, ReplyForm form, Map<String, String> sentences, @Nullable MessageId unseen) {
    var seen = conversations.see(request, id(request));
    var composers = conversations.composers();
    var composer = unseen == null
        ? composers.mistaken(seen.story(), seen.telling(), form, sentences)
        : composers.overtaken(seen.story(), seen.telling(), form, unseen);
    showAgain(request, seen, composer);
  }

  /// Nothing was sent: their words promise something, and it is not said whether they mean to.
  private void askOnce(Context request, ReplyForm form, List<HeardRow> heard) {
    var seen = conversations.see(request, id(request));
    var composer = conversations
        .composers()
        .mistaken(seen.story(), seen.telling(), form, Map.of())
        .hearing(new HeardPart(id(request).toString(), heard, true));
    showAgain(request, seen, composer);
  }

  private void showAgain(Context request, ConversationPages.Seen seen, Composer composer) {
    request.status(HttpStatus.UNPROCESSABLE_CONTENT);
    if (Htmx.asks(request)) {
      pages.show(
          request, "conversation/thread.jte", conversations.thread(request, seen, composer, null));
    } else {
      pages.show(
          request, "conversation/page.jte", conversations.page(request, seen, composer, null));
    }
  }

  private void done(Context request) {
    if (Htmx.asks(request)) {
      var seen = conversations.see(request, id(request));
      pages.show(request, "conversation/thread.jte", conversations.thread(request, seen));
    } else {
      request.redirect("/c/" + id(request) + "#composer", HttpStatus.SEE_OTHER);
    }
  }

  private static AgentId me(Context request) {
    return Who.agent(request).id();
  }

  private static ConversationId id(Context request) {
    return ConversationId.parse(request.pathParam("id"));
  }
}
