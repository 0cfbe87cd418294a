package kept.desk;

import kept.customers.Identity;
import kept.customers.VerificationLevel;
import kept.desk.PersonPage.Side;

/// What stands beside a person: how sure we are, how they reach us, what it cost them. Pure.
record SideWords(Story story) {
  Side side(ConversationContext context) {
    return new Side(
        level(),
        context.sure().why(),
        story.knowledge().identities().stream().map(SideWords::identity).toList(),
        context.costs(),
        context.owns());
  }

  private int level() {
    return switch (story.knowledge().level()) {
      case UNKNOWN -> 1;
      case RECOGNISED, ATTESTED -> 2;
      case VERIFIED -> 3;
    };
  }

  private static PersonPage.Identity identity(Identity identity) {
    return new PersonPage.Identity(
        ChannelWords.icon(identity.kind()),
        identity.words(),
        identity.source(),
        identity.level() == VerificationLevel.VERIFIED);
  }
}
