package kept.desk;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import kept.conversations.Attachment;
import kept.conversations.Conversation;
import kept.conversations.Cost;
import kept.conversations.Message;
import kept.conversations.MessageId;
import kept.conversations.Row;
import kept.customers.Customer;
import kept.customers.Knowledge;
import kept.phone.PhoneCall;
import kept.platform.DeliveryState;
import kept.platform.StoredEvent;
import kept.promises.Promise;
import kept.promises.PromiseId;
import kept.recaps.Recaps.Recap;
import kept.recaps.SaidWord;

/// Everything that is known of one matter, as the rooms tell it. `promises` are all that were ever
/// made to this customer, `matters` their conversations, this one among them.
record Story(
    Conversation conversation,
    Customer customer,
    Knowledge knowledge,
    Cost cost,
    List<Promise> promises,
    List<Row> matters,
    Told told) {

  /// What was said and what happened; `files` in the order of their messages.
  record Told(
      List<Message> messages,
      boolean cut,
      Map<MessageId, List<Attachment>> files,
      Map<UUID, DeliveryState> sent,
      List<StoredEvent> facts,
      List<Recap> recaps,
      List<SaidWord> said,
      List<PhoneCall> calls) {
    static final Told NOTHING = ofWords(List.of(), false);

    /// What was said, and nothing else.
    static Told ofWords(List<Message> messages, boolean cut) {
      return new Told(
          messages, cut, Map.of(), Map.of(), List.of(), List.of(), List.of(), List.of());
    }
  }

  /// The promises of this matter.
  List<Promise> promisedHere() {
    return promises.stream()
        .filter(promise -> promise.conversation().equals(conversation.id()))
        .toList();
  }

  /// Open promises of this matter, the one that is due first in front.
  List<Promise> owed() {
    return promisedHere().stream()
        .filter(Promise::isOpen)
        .sorted(java.util.Comparator.comparing(Promise::dueAt))
        .toList();
  }

  java.util.Optional<Promise> promise(PromiseId id) {
    return promises.stream().filter(promise -> promise.id().equals(id)).findFirst();
  }

  /// The last thing they said, as a form remembers it.
  String lastFromThem() {
    return told.messages.reversed().stream()
        .filter(message -> message.direction() == kept.conversations.Direction.INBOUND)
        .findFirst()
        .map(message -> message.id().toString())
        .orElse("");
  }
}
