package kept.desk;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import kept.conversations.ConversationId;
import kept.conversations.Direction;
import kept.conversations.Message;
import kept.conversations.Row;
import kept.desk.ConversationList.Chip;
import kept.desk.ConversationList.Item;
import kept.desk.ConversationList.Last;
import kept.platform.pages.Face;
import kept.promises.Promise;
import kept.promises.Standing;
import org.jspecify.annotations.Nullable;

/// A conversation as an item of the list: with whom, the last words, what is owed. Pure.
record ListWords(Telling telling, Map<ConversationId, List<Promise>> promises) {
  private static final Pattern BLANK = Pattern.compile("\\s+");
  private static final int LONGEST = 90;
  private static final int LONGEST_CHIP = 30;

  /// `current` is the one that is open beside the list; `query` keeps the list's narrowing.
  Item item(Row row, @Nullable ConversationId current, String query) {
    var conversation = row.conversation();
    return new Item(
        conversation.id().toString(),
        "/c/" + conversation.id() + query,
        Face.of(row.customerName()),
        row.customerName(),
        last(row),
        conversation.waitingSince() != null,
        conversation.id().equals(current),
        chip(promises.getOrDefault(conversation.id(), List.of())));
  }

  private Last last(Row row) {
    var message = row.last();
    if (message == null) {
      var opened = row.conversation().openedAt();
      return new Last("note-pencil", row.conversation().matter(), opened, telling.ago(opened));
    }
    return new Last(icon(message), words(message, row), message.at(), telling.ago(message.at()));
  }

  private static String icon(Message message) {
    return message.direction() == Direction.NOTE
        ? "note-pencil"
        : ChannelWords.icon(message.channel());
  }

  /// "Edie: board’s on the bench now"; what the customer said stands by itself.
  private String words(Message message, Row row) {
    var words = shortened(message.words(), LONGEST);
    if (words.isEmpty()) words = row.conversation().matter();
    return message.author() == null ? words : telling.nameOrYou(message.author()) + ": " + words;
  }

  /// The open promise that presses most.
  @Nullable
  Chip chip(List<Promise> owed) {
    return owed.stream()
        .filter(Promise::isOpen)
        .min(Comparator.comparing(Promise::dueAt))
        .map(this::chip)
        .orElse(null);
  }

  /// A promise starts with a verb, and beside the person's name that is enough: "Swap by 5:00 pm".
  private Chip chip(Promise promise) {
    var tone = new Standing(promise, telling.now()).tone();
    var what = shortened(promise.what().split(" ", 2)[0], LONGEST_CHIP);
    if (promise.isLate(telling.now())) return new Chip(what + ": broke", "risk");
    return new Chip(what + " by " + telling.due(promise.dueAt()), tone == null ? "kept" : tone);
  }

  static String shortened(String words, int most) {
    var line = BLANK.matcher(words.strip()).replaceAll(" ");
    return line.codePointCount(0, line.length()) <= most
        ? line
        : line.substring(0, line.offsetByCodePoints(0, most - 1)).stripTrailing() + "…";
  }
}
