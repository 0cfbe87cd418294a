package kept.visitor;

import java.util.List;
import kept.conversations.ConversationId;
import kept.promises.Promise;

/// Reads what one customer's page is made of, and only of the matter that their link opens.
final class PageStories {
  private final VisitorDoors doors;

  PageStories(VisitorDoors doors) {
    this.doors = doors;
  }

  PageStory of(ConversationId id) {
    var conversation = doors.conversations().get(id);
    var promises = doors.promises().in(List.of(id));
    var confirmations = doors.writing().confirmations();
    var house = new PageStory.House(
        doors.shop().business(),
        doors.team().everyone(),
        confirmations.whoKnowsTheStory(conversation),
        doors.ground().clock().instant());
    return new PageStory(
        doors.customers().get(conversation.customer()),
        conversation,
        promises,
        doors.promises().newTimesOf(promises.stream().map(Promise::id).toList()),
        doors.writing().recaps().of(id),
        confirmations.of(id),
        house);
  }
}
