package kept.desk;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.List;
import java.util.Map;
import kept.conversations.ConversationId;
import kept.platform.http.Pages;
import kept.platform.http.WebRoutes;
import kept.team.Access;
import kept.team.Who;

/// Offers the promises that are heard in a reply or a note while it is written, and takes "not a
/// promise" for an answer. Nothing is recorded before it is sent.
public final class HearingActs implements WebRoutes {
  private static final String PROMISE = "promise:";
  private static final String NOT = "not:";

  private final Pages pages;
  private final Doors doors;
  private final ConversationPages conversations;
  private final Hearings hearings;

  public HearingActs(Pages pages, Frames frames, Doors doors) {
    this.pages = pages;
    this.doors = doors;
    this.conversations = new ConversationPages(doors, frames);
    this.hearings = new Hearings(doors);
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.post("/c/{id}/hearing", this::hear, Access.AGENT);
  }

  /// A script asks for the offers alone; a form gets its page again, with every word in it.
  private void hear(Context request) {
    var id = ConversationId.parse(request.pathParam("id"));
    doors.talk().conversations().get(id);
    var form = new Form(request);
    var words = form.secret("words");
    var chosen = form.text("heard");
    if (chosen.startsWith(NOT))
      hearings.dismiss(Who.agent(request).id(), id, words, chosen.substring(NOT.length()));
    if (!Htmx.asks(request)) showPage(request, id, chosen);
    else showOffers(request, id, form);
  }

  private void showOffers(Context request, ConversationId id, Form form) {
    var words = form.secret("words");
    var rows = form.text("promise_what").isEmpty() ? hearings.in(id, words) : List.<HeardRow>of();
    var parts = form.text("channel").equals("text") ? TextParts.words(words) : null;
    var part = new HeardPart(id.toString(), rows, false, parts);
    pages.show(request, "conversation/heard.jte", part);
  }

  private void showPage(Context request, ConversationId id, String chosen) {
    var form = ReplyForm.in(request);
    var rows = form.promise().isThere() ? List.<HeardRow>of() : hearings.in(id, form.words());
    var taken = rows.stream().filter(row -> chosen.equals(PROMISE + row.name())).findFirst();
    var filled = taken.map(row -> form.promising(row)).orElse(form);
    var left = taken.isPresent() ? List.<HeardRow>of() : rows;
    var seen = conversations.see(request, id);
    var composer = conversations
        .composers()
        .mistaken(seen.story(), seen.telling(), filled, Map.of())
        .hearing(new HeardPart(id.toString(), left, !left.isEmpty()));
    pages.show(request, "conversation/page.jte", conversations.page(request, seen, composer, null));
  }
}
