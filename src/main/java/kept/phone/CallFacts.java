package kept.phone;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import kept.conversations.Effort;
import kept.conversations.Efforts;
import kept.phone.CallChanged.What;
import kept.platform.Database;
import kept.platform.Events;
import org.jdbi.v3.core.Handle;

/// What a call asks of the customer, written when it happens, on the call and with all the
/// effort of its matter. What is written stays right when we die the moment after. Threads
/// may share this object.
final class CallFacts {
  private final Database database;
  private final Events events;
  private final Efforts efforts;
  private final InstantSource clock;

  CallFacts(Database database, Events events, Efforts efforts, InstantSource clock) {
    this.database = database;
    this.events = events;
    this.efforts = efforts;
    this.clock = clock;
  }

  /// They pressed a key before they heard a person.
  void pressed(PhoneCall call) {
    database.useTransaction(tx -> {
      more(tx, call.id(), "update call set keys = keys + 1 where id = :id");
      efforts.spend(call.conversation(), Effort.KEY, 1);
    });
  }

  /// Everybody talks with somebody else, and they were told so.
  void queued(PhoneCall call) {
    changes(
        call, What.QUEUED, "update call set queued_at = coalesce(queued_at, :now) where id = :id");
  }

  void held(PhoneCall call) {
    changes(
        call,
        What.HELD,
        "update call set held_since = :now, holds = holds + 1 where id = :id and held_since is null");
  }

  void resumed(PhoneCall call) {
    database.useTransaction(tx -> {
      resumed(tx, call, clock.instant());
      events.publish(null, new CallChanged(call.id(), What.RESUMED));
    });
  }

  /// A hold that ran until a moment: told twice, it counts once.
  void resumed(Handle tx, PhoneCall call, Instant until) {
    tx.createQuery("""
            with before as (select id, held_since from call where id = :id and held_since is not null for update)
            update call c
               set held_since = null,
                   hold_seconds = hold_seconds
                     + greatest(0, extract(epoch from :until::timestamptz - before.held_since))::int
              from before
             where c.id = before.id
            returning greatest(0, extract(epoch from :until::timestamptz - before.held_since))::int
            """)
        .bind("id", call.id())
        .bind("until", until)
        .mapTo(Integer.class)
        .findOne()
        .ifPresent(seconds -> efforts.spend(call.conversation(), Effort.HOLD, seconds));
  }

  /// Somebody else talks with them now. Warm is who heard the story first.
  void handedOver(PhoneCall call, boolean warm) {
    database.useTransaction(tx -> {
      more(
          tx,
          call.id(),
          warm
              ? "update call set warm_hand_overs = warm_hand_overs + 1 where id = :id"
              : "update call set hand_overs = hand_overs + 1 where id = :id");
      efforts.spend(call.conversation(), warm ? Effort.WARM_HAND_OVER : Effort.HAND_OVER, 1);
    });
  }

  void toAPerson(PhoneCall call, Duration waited) {
    var seconds = Math.toIntExact(Math.max(0, waited.toSeconds()));
    efforts.spend(call.conversation(), Effort.SECONDS_TO_A_PERSON, seconds);
  }

  void dropped(PhoneCall call) {
    efforts.spend(call.conversation(), Effort.DROP, 1);
  }

  void notHandedOver(PhoneCall call, CallNotHandedOver.Why why) {
    database.useTransaction(tx -> events.publish(null, new CallNotHandedOver(call.id(), why)));
  }

  /// Something that pages show.
  void changed(PhoneCall call, What what) {
    database.useTransaction(tx -> events.publish(null, new CallChanged(call.id(), what)));
  }

  private void changes(PhoneCall call, What what, String sql) {
    database.useTransaction(tx -> {
      tx.createUpdate(sql).bind("id", call.id()).bind("now", clock.instant()).execute();
      events.publish(null, new CallChanged(call.id(), what));
    });
  }

  private static void more(Handle tx, CallId id, String sql) {
    tx.createUpdate(sql).bind("id", id).execute();
  }
}
