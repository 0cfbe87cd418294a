package kept.desk;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.function.Supplier;
import kept.conversations.ConversationId;
import kept.conversations.Message;
import kept.conversations.MessageId;
import kept.platform.NotFound;
import kept.platform.http.Pages;
import kept.platform.http.SecurityHeaders;
import kept.platform.http.WebRoutes;
import kept.team.Access;
import org.jspecify.annotations.Nullable;

/// Conversations to look at. Looking changes nothing.
public final class ConversationRoutes implements WebRoutes {
  private final Pages pages;
  private final Doors doors;
  private final ConversationPages conversations;

  public ConversationRoutes(Pages pages, Frames frames, Doors doors) {
    this.pages = pages;
    this.doors = doors;
    this.conversations = new ConversationPages(doors, frames);
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.get("/c", this::list, Access.AGENT);
    routes.get("/c/list", this::listAlone, Access.AGENT);
    routes.get("/c/{id}", this::one, Access.AGENT);
    routes.get("/c/{id}/head", request -> part(request, "conversation/head.jte"), Access.AGENT);
    routes.get("/c/{id}/events", request -> part(request, "conversation/events.jte"), Access.AGENT);
    routes.get("/c/{id}/messages/{message}/as-sent", this::asSent, Access.AGENT);
  }

  private void list(Context request) {
    pages.show(
        request, "conversation/page.jte", reading(request, () -> conversations.alone(request)));
  }

  private void listAlone(Context request) {
    pages.show(
        request, "conversation/list.jte", reading(request, () -> conversations.list(request)));
  }

  private void one(Context request) {
    pages.show(request, "conversation/page.jte", reading(request, () -> page(request, null)));
  }

  private void part(Context request, String template) {
    var thread = reading(
        request, () -> conversations.thread(request, conversations.see(request, id(request))));
    pages.show(request, template, thread);
  }

  /// Pictures from elsewhere are fetched by the reader's browser, only when asked for and only on
  /// this one answer: the server never goes to a stranger's address.
  private void asSent(Context request) {
    var message = message(request);
    var pictures = request.queryParam("pictures") != null;
    var files = doors.talk().messages().attachmentsOf(java.util.List.of(message.id()));
    var opened = new AsSent(message, files, pictures).opened();
    if (pictures) SecurityHeaders.allowPictures(request);
    pages.show(request, "conversation/page.jte", reading(request, () -> page(request, opened)));
  }

  private ConversationPage page(Context request, @Nullable OpenedMessage opened) {
    var seen = conversations.see(request, id(request));
    var composer = conversations.composers().empty(seen.story(), seen.telling());
    return conversations.page(request, seen, composer, opened);
  }

  /// The best way to some words is another for each of them.
  private <T> T reading(Context request, Supplier<T> questions) {
    var database = doors.ground().database();
    return ListQuery.in(request).words().isBlank()
        ? database.together(questions)
        : database.inTransaction(tx -> questions.get());
  }

  private Message message(Context request) {
    var message = doors.talk().messages().get(MessageId.parse(request.pathParam("message")));
    if (!message.conversation().equals(id(request)) || message.html() == null)
      throw new NotFound("There is no such message.");
    return message;
  }

  private static ConversationId id(Context request) {
    return ConversationId.parse(request.pathParam("id"));
  }
}
