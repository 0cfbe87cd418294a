package kept.phone;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import kept.conversations.Channel;
import kept.conversations.Contacts;
import kept.conversations.Conversation;
import kept.conversations.ConversationId;
import kept.conversations.Conversations;
import kept.conversations.Direction;
import kept.conversations.Draft;
import kept.conversations.Messages;
import kept.customers.CustomerId;
import kept.customers.Customers;
import kept.customers.Identity;
import kept.customers.IdentityKind;
import kept.customers.VerificationLevel;
import kept.platform.Database;
import kept.platform.Events;
import kept.platform.Limit;
import kept.platform.Refusal;
import kept.team.AgentId;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Calls that were had on an ordinary phone, written down by whoever had them. Threads may share
/// this object.
public final class HandCalls {
  private static final Limit NOTE = new Limit(2_000, "Write a shorter note.");
  private static final Duration LONGEST = Duration.ofHours(12);

  private final Database database;
  private final Events events;
  private final House house;
  private final InstantSource clock;
  private final CallStore store = new CallStore();

  /// What such a call needs to know of the house.
  public record House(
      Customers customers, Conversations conversations, Contacts contacts, Messages messages) {}

  /// A call that is just over, with somebody we know.
  ///
  /// @param note what was said, for the team; empty where nothing is to be said
  public record Had(Direction direction, Duration lasted, String note) {
    public Had {
      if (lasted.isNegative() || lasted.compareTo(LONGEST) > 0)
        throw new Refusal("A call lasts from 0 minutes to 12 hours.");
      note = NOTE.check(note);
    }
  }

  public HandCalls(Database database, Events events, House house, InstantSource clock) {
    this.database = database;
    this.events = events;
    this.house = house;
    this.clock = clock;
  }

  /// In this matter.
  public PhoneCall log(AgentId by, ConversationId id, Had had) {
    return database.inTransaction(tx -> log(tx, by, house.conversations().get(id), had));
  }

  /// In the matter of theirs that moved last, or in a new one.
  public PhoneCall log(AgentId by, CustomerId id, Had had) {
    return database.inTransaction(tx -> {
      house.customers().get(id);
      var matter = house
          .contacts()
          .likelyMatter(id)
          .orElseGet(
              () -> house.conversations().open(by, id, Callers.UNKNOWN_MATTER, Channel.CALL));
      return log(tx, by, matter, had);
    });
  }

  private PhoneCall log(Handle tx, AgentId by, Conversation matter, Had had) {
    var ended = clock.instant();
    var began = ended.minus(had.lasted());
    var contact = house.contacts().begin(matter.id(), Channel.CALL, had.direction());
    var number = number(matter.customer());
    var call = new PhoneCall(
        CallId.next(),
        had.direction(),
        null,
        number,
        number == null ? VerificationLevel.UNKNOWN : VerificationLevel.RECOGNISED,
        matter.customer(),
        matter.id(),
        contact,
        by,
        began,
        null,
        began,
        null,
        began,
        ended,
        Outcome.TALKED,
        null,
        null,
        null,
        0,
        ended,
        Carrier.HAND,
        PhoneCall.Tape.NONE);
    store.insertHad(tx, call);
    house.contacts().lasted(contact, had.lasted());
    house.contacts().talks(matter.id(), by);
    if (!had.note().isBlank()) house.messages().note(by, matter.id(), Draft.of(had.note()));
    events.publish(by, new CallEnded(call.id(), matter.id(), Outcome.TALKED));
    return call;
  }

  /// The one they used last.
  private @Nullable String number(CustomerId customer) {
    return house.customers().knowledgeOf(customer).identities().stream()
        .filter(identity -> identity.kind() == IdentityKind.PHONE)
        .max(Comparator.comparing(Identity::lastUsedAt))
        .map(Identity::value)
        .orElse(null);
  }
}
