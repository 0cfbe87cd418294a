package kept.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import kept.conversations.Attachment;
import kept.conversations.Channel;
import kept.conversations.Conversation;
import kept.conversations.ConversationId;
import kept.conversations.Message;
import kept.conversations.State;
import kept.conversations.Which;
import kept.customers.Customer;
import kept.customers.CustomerId;
import kept.promises.Promise;

/// Reads everything about one matter, each kind of thing with one question to the database.
final class Stories {
  private static final int SHOWN = 200;
  private static final int WHOLE = 5_000;
  static final int MATTERS = 20;
  private static final int LAST = 3;

  private final Doors doors;

  Stories(Doors doors) {
    this.doors = doors;
  }

  /// The story of a matter; `whole` of a very long one everything that was ever said.
  Story of(ConversationId id, boolean whole) {
    var conversation = doors.talk().conversations().get(id);
    var customer = doors.customers().get(conversation.customer());
    var promises = doors.promises().to(customer.id());
    var matters = doors.talk().conversations().list(Which.of(customer.id()), null, MATTERS);
    return new Story(
        conversation,
        customer,
        doors.customers().knowledgeOf(customer.id()),
        doors.talk().efforts().costOf(id),
        promises,
        matters,
        told(conversation, promises, whole ? WHOLE : SHOWN));
  }

  /// Everything about one person: told along the matter that moved last.
  Story ofPerson(CustomerId id) {
    var customer = doors.customers().get(id);
    var matters = doors.talk().conversations().list(Which.of(customer.id()), null, MATTERS);
    var ids = matters.stream().map(row -> row.conversation().id()).toList();
    return new Story(
        matters.isEmpty() ? silence(customer) : matters.getFirst().conversation(),
        customer,
        doors.customers().knowledgeOf(customer.id()),
        doors.talk().efforts().costOf(ids),
        doors.promises().to(customer.id()),
        matters,
        matters.isEmpty() ? Story.Told.NOTHING : lastWords(ids.getFirst()));
  }

  private Story.Told told(Conversation conversation, List<Promise> promises, int limit) {
    var messages = doors.talk().messages().in(conversation.id(), limit);
    var files =
        doors.talk().messages().attachmentsOf(messages.stream().map(Message::id).toList());
    return new Story.Told(
        messages,
        messages.size() == limit,
        files.stream().collect(Collectors.groupingBy(Attachment::message)),
        doors.ground().deliveries().statesAbout(ids(messages)),
        doors.ground().events().about(subjects(conversation, promises)),
        doors.writing().recaps().of(conversation.id()),
        doors.writing().confirmations().of(conversation.id()),
        doors.talk().calls().in(List.of(conversation.id())));
  }

  private Story.Told lastWords(ConversationId id) {
    var messages = doors.talk().messages().in(id, LAST);
    return Story.Told.ofWords(messages, true);
  }

  /// Stands for the matter of somebody with whom we never talked; it is in no table.
  private static Conversation silence(Customer customer) {
    return new Conversation(
        new ConversationId(customer.id().value()),
        customer.id(),
        "",
        State.OPEN,
        "",
        null,
        Channel.EMAIL,
        customer.since(),
        customer.since(),
        null,
        null,
        null,
        null,
        null);
  }

  /// Only what we wrote was ever sent.
  private static List<UUID> ids(List<Message> messages) {
    return messages.stream()
        .filter(message -> message.author() != null)
        .map(message -> message.id().value())
        .toList();
  }

  private static List<UUID> subjects(Conversation conversation, List<Promise> promises) {
    var subjects = new ArrayList<UUID>();
    subjects.add(conversation.id().value());
    promises.stream()
        .filter(promise -> promise.conversation().equals(conversation.id()))
        .forEach(promise -> subjects.add(promise.id().value()));
    return subjects;
  }
}
