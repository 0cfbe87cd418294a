package kept.phone;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import kept.line.Target;
import kept.platform.Database;
import kept.platform.Deliveries;
import kept.platform.Events;
import kept.platform.Outgoing;
import kept.platform.Rows;
import kept.team.AgentId;
import kept.team.PushNote;
import kept.team.Pushes;
import kept.team.Team;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Calls to emergency numbers from our phones: written down with where the phone stands, and told
/// to the owner at once. Threads may share this object.
public final class HelpCalls {
  /// How long whoever was called for help may ring back past everything that holds calls up.
  private static final Duration RING_BACK = Duration.ofHours(2);

  private static final Logger LOG = LoggerFactory.getLogger(HelpCalls.class);
  private static final String PATH = "/settings/phone#help";

  private final Database database;
  private final Events events;
  private final Tidings tidings;
  private final InstantSource clock;

  /// What the owner is told through.
  public record Tidings(Team team, Deliveries deliveries, Pushes pushes) {}

  /// @param location where the phone stood, as its owner wrote it then
  /// @param way the trunk that it was sent over; null where none could carry it
  public record HelpCall(
      HelpCallId id,
      PhoneId phone,
      AgentId agent,
      String number,
      String location,
      Instant at,
      @Nullable String way,
      String outcome) {}

  public HelpCalls(Database database, Events events, Tidings tidings, InstantSource clock) {
    this.database = database;
    this.events = events;
    this.tidings = tidings;
    this.clock = clock;
  }

  /// A phone dials for help now, over the first of these trunks. The owner knows before anybody
  /// answers; and a call for help goes out whether or not it could be written down.
  void called(Phone phone, String number, List<Target> ways) {
    try {
      write(phone, number, ways.isEmpty() ? null : ways.getFirst().to().trunk());
    } catch (RuntimeException e) {
      LOG.error("phone={} called for help, and it could not be written down", phone.id(), e);
    }
  }

  private void write(Phone phone, String number, @Nullable String way) {
    var id = HelpCallId.next();
    database.useTransaction(tx -> {
      var now = clock.instant();
      tx.createUpdate("""
              insert into help_call (id, phone, agent, number, location, at, way, outcome)
              values (:id, :phone, :agent, :number, :location, :at, :way, :outcome)
              """)
          .bind("id", id)
          .bind("phone", phone.id())
          .bind("agent", phone.agent())
          .bind("number", number)
          .bind("location", phone.location())
          .bind("at", now)
          .bind("way", way)
          .bind("outcome", way == null ? "no_way" : "sent")
          .execute();
      events.publish(phone.agent(), new CalledForHelp(id, phone.id(), phone.agent()));
      tell(id, phone, number, way == null, now);
    });
  }

  private void tell(HelpCallId id, Phone phone, String number, boolean noWay, Instant now) {
    var owner = tidings.team().owner();
    var who = tidings.team().get(phone.agent()).firstName();
    var headline = who + "’s phone “" + phone.name() + "” just called " + number + ".";
    var line =
        place(phone) + (noWay ? " No trunk could carry it: they were told to use a mobile." : "");
    var letter = Map.of(
        "subject",
        headline,
        "words",
        headline + "\n" + line + "\nIf they ring back, the call gets through whatever is set up.",
        "path",
        PATH);
    tidings
        .deliveries()
        .queue(List.of(Outgoing.of(Deliveries.LETTER, owner.email(), id.value(), letter, now)));
    var push = PushNote.of(headline, line, PATH, id.toString());
    tidings.deliveries().queue(tidings.pushes().to(owner.id(), push, id.value(), now));
  }

  private static String place(Phone phone) {
    return phone.location().isEmpty()
        ? "Nobody wrote down where it stands."
        : "Its place: " + phone.location() + ".";
  }

  /// Somebody there took the last call for help of this one's.
  void answered(AgentId agent) {
    became(agent, "answered");
  }

  /// No trunk got it through after all.
  void failed(AgentId agent) {
    became(agent, "no_way");
  }

  private void became(AgentId agent, String outcome) {
    database.useTransaction(
        tx -> tx.createUpdate("""
            update help_call set outcome = :outcome
             where id = (select id from help_call where agent = :agent order by at desc, id desc limit 1)
            """).bind("agent", agent).bind("outcome", outcome).execute());
  }

  /// Whether somebody called for help so lately that a call may be help ringing back.
  public boolean isExpected(Instant now) {
    return database.read(tx -> tx.createQuery(
            "select exists (select 1 from help_call where at > :since and at <= :now)")
        .bind("since", now.minus(RING_BACK))
        .bind("now", now)
        .mapTo(Boolean.class)
        .one());
  }

  /// The latest first.
  public List<HelpCall> latest(int most) {
    return database.read(tx -> tx.createQuery(
            "select * from help_call order by at desc limit :most")
        .bind("most", most)
        .map((row, context) -> new HelpCall(
            Rows.id(row, "id", HelpCallId::new),
            Rows.id(row, "phone", PhoneId::new),
            Rows.id(row, "agent", AgentId::new),
            row.getString("number"),
            row.getString("location"),
            Rows.time(row, "at"),
            row.getString("way"),
            row.getString("outcome")))
        .list());
  }
}
