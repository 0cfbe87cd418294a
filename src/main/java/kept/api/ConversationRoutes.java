package kept.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import kept.conversations.Channel;
import kept.conversations.Conversation;
import kept.conversations.ConversationId;
import kept.conversations.Draft;
import kept.conversations.Listing;
import kept.conversations.Message;
import kept.conversations.MessageId;
import kept.conversations.State;
import kept.customers.CustomerId;
import kept.customers.Customers;
import kept.customers.IdentityKind;
import kept.customers.VerificationLevel;
import kept.platform.NotFound;
import kept.platform.Refusal;
import kept.team.MailAddress;

/// Conversations and what is said in them.
record ConversationRoutes(Doors doors) {
  private static final String SOURCE = "Given to us by a program";

  List<Route> all() {
    return List.of(
        Route.get("/conversations", this::list),
        Route.post("/conversations", this::open),
        Route.get("/conversations/{id}", call -> Answer.ok(whole(asked(call)))),
        Route.get("/conversations/{id}/messages", this::messages),
        Route.post("/conversations/{id}/messages", this::say),
        Route.post("/conversations/{id}/recap", this::recap),
        Route.post("/conversations/{id}/asking", this::ask),
        Route.post("/conversations/{id}/handing-over", this::handOver));
  }

  private Answer list(Call call) {
    var query = call.query("q", "state", "customer");
    var filter = new Listing.Filter(
        query.oneOf("state", State.values(), State::word),
        query.id("customer", CustomerId::new),
        query.text("q"));
    var after = Optional.ofNullable(query.after("conversations"))
        .map(ConversationId::new)
        .orElse(null);
    var page = Page.of(
        "conversations",
        query.limit(),
        Conversation::id,
        limit -> doors.listing().conversations(filter, after, limit));
    return Answer.ok(page.map(rows -> rows.stream().map(ConversationShape::of).toList()));
  }

  private Answer open(Call call) {
    var body = call.body("email", "name", "matter", "words");
    var email = body.line("email");
    if (!MailAddress.looksRight(email))
      throw new Refusal("No mail can be sent to \"" + email + "\". Look at the address again.");
    var name = body.optionalLine("name");
    var customer = doors
        .customers()
        .recognise(new Customers.Approach(
            IdentityKind.EMAIL,
            email,
            name == null ? null : Customers.name(name),
            SOURCE,
            VerificationLevel.RECOGNISED,
            false));
    var matter = body.line("matter");
    var words = body.optionalText("words");
    if (matter.isBlank()) throw new Refusal("Say what it is about.");
    var opened = doors.conversations().open(call.by(), customer.id(), matter, Channel.EMAIL);
    if (words != null) doors.messages().write(call.by(), opened.id(), Draft.of(words));
    var whole = whole(doors.conversations().get(opened.id()));
    return Answer.made(whole, Api.PREFIX + "/conversations/" + opened.id());
  }

  private Answer messages(Call call) {
    var conversation = asked(call).id();
    var query = call.query();
    var cursor = Optional.ofNullable(query.after("messages")).map(MessageId::new);
    var after = cursor.map(this::behind).orElse(null);
    var page = Page.of(
        "messages",
        query.limit(),
        Message::id,
        limit -> doors.listing().messages(conversation, after, limit));
    return Answer.ok(page.map(this::shapes));
  }

  private Answer say(Call call) {
    var conversation = asked(call).id();
    var body = call.body("words", "kind");
    var draft = Draft.of(body.text("words"));
    var message = body.oneOf("kind", List.of("reply", "note")).equals("note")
        ? doors.messages().note(call.by(), conversation, draft)
        : doors.messages().write(call.by(), conversation, draft);
    return said(message);
  }

  private Answer recap(Call call) {
    var conversation = asked(call).id();
    var understood = call.body("understood").text("understood");
    return said(doors.recaps().send(call.by(), conversation, understood));
  }

  private Answer ask(Call call) {
    var conversation = asked(call).id();
    var words = call.body("words").optionalText("words");
    var question = words == null ? doors.recaps().question(call.by(), conversation) : words;
    return said(doors.recaps().ask(call.by(), conversation, Draft.of(question)));
  }

  private Answer handOver(Call call) {
    var conversation = asked(call).id();
    var to = Colleagues.here(doors.team(), call.body("agent"), "agent");
    doors.conversations().handOver(call.by(), conversation, to);
    return Answer.ok(whole(doors.conversations().get(conversation)));
  }

  private Conversation asked(Call call) {
    return doors.conversations().get(call.id(ConversationId::parse));
  }

  private ConversationShape.Whole whole(Conversation conversation) {
    var cost = doors.efforts().costOf(conversation.id());
    return new ConversationShape.Whole(
        ConversationShape.of(conversation), ConversationShape.CostShape.of(cost));
  }

  private Message behind(MessageId id) {
    try {
      return doors.messages().get(id);
    } catch (NotFound e) {
      throw Cursor.unknown();
    }
  }

  private Answer.Said said(Message message) {
    return Answer.made(shapes(List.of(message)).getFirst(), null);
  }

  private List<MessageShape> shapes(List<Message> messages) {
    var ids = messages.stream().map(Message::id).toList();
    var files = doors.messages().attachmentsOf(ids);
    var states = ids.isEmpty()
        ? Map.<java.util.UUID, kept.platform.DeliveryState>of()
        : doors.deliveries().statesAbout(ids.stream().map(MessageId::value).toList());
    return messages.stream()
        .map(message -> MessageShape.of(message, files, states.get(message.id().value())))
        .toList();
  }
}
