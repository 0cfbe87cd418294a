package kept.bench;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import kept.Rooms;
import kept.team.Agent;
import kept.team.AgentId;
import kept.team.Business;
import kept.team.OpeningHours;
import kept.team.Role;

/// A shop that has been busy for years, written straight into its database: only reading it is
/// measured.
final class FullShop {
  private static final String[] ROWS = {"""
    insert into customer (id, name, since)
    select uuidv7(), (array['Ana','Ben','Carla','Dev','Elsa','Finn','Gita','Hugo','Ines','Jon'])[1 + i % 10]
           || ' ' || (array['Abbott','Brook','Castro','Dunn','Egan','Frey','Gold','Hart','Ibsen','Jain'])[1 + (i / 10) % 10]
           || ' ' || i, :now::timestamptz - interval '900 days'
      from generate_series(1, :customers) i
    """, """
    insert into identity (id, customer, kind, value, source, level, created_at, last_used_at)
    select uuidv7(), id, 'EMAIL', 'p' || row_number() over () || '@example.com', 'wrote to us', 'RECOGNISED', since, since
      from customer
    """, """
    insert into conversation (id, customer, matter, state, address_token, agent, channel, opened_at, moved_at,
                              waiting_since, resolved_at, confirmed_at)
    select uuidv7(), c.id, 'Matter ' || i, case when i <= :open then 'open' else 'confirmed' end, 'token' || i, :agent, 'email',
           at, at + interval '4 hours', case when i <= :open / 4 then at end, null,
           case when i > :open then at + interval '1 day' end
      from (select i, :now::timestamptz - i * interval '12 minutes' as at from generate_series(1, :conversations) i) g
      join (select id, row_number() over () as n from customer) c on c.n = 1 + g.i % :customers
    """, """
    insert into message (id, conversation, direction, channel, author, at, words)
    select uuidv7(), c.id, case when k % 2 = 0 then 'inbound' else 'outbound' end, 'email',
           case when k % 2 = 1 then :agent::uuid end, c.opened_at + k * interval '47 minutes',
           'Hello, about the ' || (array['dryer','fridge','television','washer','oven'])[1 + k] || ' with the number '
           || 'n' || (random() * 1000000)::int || ': could somebody look at it this week? It stops after ten minutes.'
      from conversation c, generate_series(0, 4) k
    """, """
    insert into contact (id, conversation, channel, direction, at)
    select uuidv7(), conversation, 'email', direction, at from message
    """, """
    insert into promise (id, conversation, customer, what, kind, keeper, second, made_by, made_at, made_on, due_at, nudge_at, state, ended_at, ended_by)
    select uuidv7(), c.id, c.customer, 'Look at it', 'fix', :agent, null, :agent, c.opened_at, 'email', due, due - interval '1 hour',
           case when c.state = 'open' then 'open' else 'kept' end,
           case when c.state = 'open' then null else c.opened_at + interval '5 hours' end,
           case when c.state = 'open' then null else :agent::uuid end
      from (select *, case when state = 'open'
                           then :now::timestamptz + (row_number() over () % 9000) * interval '1 minute' + interval '1 minute'
                           else opened_at + interval '6 hours' end as due
              from conversation, generate_series(1, 2)) c
    """, """
    insert into alarm (id, promise, step, at, cause, run_from, cancelled_at)
    select uuidv7(), p.id, s, p.due_at - interval '30 seconds', 'clock', p.made_at,
           case when p.state = 'open' then null else p.ended_at end
      from promise p, unnest(array['nudge','second','owner']) s
    """, """
    insert into event (at, kind, subject, facts)
    select at, 'message_received', conversation, '{}' from message
    """};

  private FullShop() {}

  /// Fills a new shop and gives the token of a signed-in owner's session.
  static String fill(Rooms rooms, int conversations) {
    var owner = owner(rooms);
    rooms.database.useTransaction(tx -> {
      for (var sql : ROWS) {
        tx.createUpdate(sql)
            .bind("now", rooms.clock.instant())
            .bind("customers", conversations * 2 / 5)
            .bind("conversations", conversations)
            .bind("open", 400)
            .bind("agent", owner)
            .execute();
      }
    });
    rooms.database.read(tx -> tx.execute("vacuum analyze"));
    return rooms.sessions.start(owner, "bench");
  }

  /// Of a shop that is open day and night, whenever it is measured.
  static AgentId owner(Rooms rooms) {
    var id = AgentId.next();
    rooms.team.join(
        new Agent(id, "Dana Marlow", "dana@example.com", Role.OWNER, null, 345, true, "", null),
        null);
    var zone = ZoneId.of("America/New_York");
    var spans = new EnumMap<DayOfWeek, List<OpeningHours.Span>>(DayOfWeek.class);
    for (var day : DayOfWeek.values()) {
      spans.put(day, List.of(new OpeningHours.Span(LocalTime.MIN, LocalTime.MAX)));
    }
    rooms.shop.set(
        id,
        new Business("Marlow & Daughter", zone, "hello@marlow.example.com", null, 255),
        new OpeningHours(zone, spans));
    return id;
  }

  /// The newest of these, by which a page can be asked for.
  static String newest(Rooms rooms, String table) {
    return rooms.database.read(
        tx -> tx.createQuery("select id::text from " + table + " order by id limit 1")
            .mapTo(String.class)
            .one());
  }
}
