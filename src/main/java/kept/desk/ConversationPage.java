package kept.desk;

import org.jspecify.annotations.Nullable;

/// Conversations in three panes: the list, the story of one, and what we know about the person.
///
/// Without a thread it is the list alone, and asks to pick somebody.
public record ConversationPage(
    Frame frame,
    ConversationList list,
    @Nullable ConversationThread thread,
    @Nullable ConversationContext context) {

  public ConversationPage {
    if ((thread == null) != (context == null))
      throw new IllegalStateException("A thread and what we know of the person come together.");
  }
}
