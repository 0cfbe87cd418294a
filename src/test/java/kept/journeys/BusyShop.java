package kept.journeys;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.function.Supplier;
import kept.Rooms;
import kept.conversations.Channel;
import kept.conversations.ConversationId;
import kept.customers.Customers.Approach;
import kept.customers.IdentityKind;
import kept.customers.VerificationLevel;
import kept.promises.Commitment;
import kept.promises.Kind;
import kept.team.Agent;
import kept.team.AgentId;
import kept.team.Business;
import kept.team.OpeningHours;
import kept.team.OpeningHours.Span;
import kept.team.Role;
import org.jspecify.annotations.Nullable;

/// Marlow & Daughter, open day and night, where Priya promises more than anybody could keep.
final class BusyShop {
  /// How many are made in one transaction.
  static final int AT_ONCE = 50;

  private final Rooms rooms;
  private final AgentId priya;
  private final ConversationId crackedTv;

  BusyShop(Rooms rooms) {
    this.rooms = rooms;
    var dana = join("Dana Marlow", Role.OWNER, null);
    priya = join("Priya Nair", Role.AGENT, dana);
    var business = new Business(
        "Marlow & Daughter", ZoneId.of("America/New_York"), "hello@marlow.example.com", null, 255);
    rooms.shop.set(dana, business, new OpeningHours(business.zone(), dayAndNight()));
    var chuck = rooms.customers.recognise(new Approach(
        IdentityKind.EMAIL,
        "chuck@example.com",
        "Chuck Alvarez",
        "wrote to us",
        VerificationLevel.RECOGNISED,
        false));
    crackedTv =
        rooms.conversations.open(null, chuck.id(), "Cracked TV", Channel.EMAIL).id();
  }

  ConversationId crackedTv() {
    return crackedTv;
  }

  void promise(int count, Supplier<Instant> due) {
    rooms.database.useTransaction(tx -> {
      for (int i = 0; i < count; i++) {
        rooms.promises.make(
            priya,
            new Commitment(
                crackedTv,
                "Swap the cracked TV",
                Kind.REPLACEMENT,
                priya,
                null,
                due.get(),
                Channel.EMAIL));
      }
    });
  }

  private AgentId join(String name, Role role, @Nullable AgentId second) {
    var email = name.substring(0, name.indexOf(' ')) + "@example.com";
    return rooms.team.join(
        new Agent(AgentId.next(), name, email, role, second, 165, true, "", null), null);
  }

  private static EnumMap<DayOfWeek, List<Span>> dayAndNight() {
    var spans = new EnumMap<DayOfWeek, List<Span>>(DayOfWeek.class);
    for (var day : DayOfWeek.values()) {
      spans.put(day, List.of(new Span(LocalTime.MIN, LocalTime.MAX)));
    }
    return spans;
  }
}
