package kept.phone;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import kept.frontdoor.FrontDoorId;
import kept.frontdoor.FrontDoors;
import kept.platform.Database;
import kept.platform.Events;
import kept.platform.Limit;
import kept.platform.NotFound;
import kept.platform.PhoneNumbers;
import kept.platform.Rows;
import kept.team.AgentId;

/// The numbers that people dial to reach the shop. Threads may share this object.
public final class ShopLines {
  private static final Limit NAME = new Limit(60, "Give the line a shorter name.");
  /// How a trunk may write our number when it leaves the country or the plus away.
  private static final int LEAST_TAIL = 6;

  private final Database database;
  private final Events events;
  private final FrontDoors doors;
  private final InstantSource clock;

  public ShopLines(Database database, Events events, FrontDoors doors, InstantSource clock) {
    this.database = database;
    this.events = events;
    this.doors = doors;
    this.clock = clock;
  }

  /// Adds a number, or says anew where it leads.
  public ShopLine set(AgentId by, String number, String name, FrontDoorId door) {
    var ours = PhoneNumbers.ours(number);
    var called = NAME.check(name);
    return database.inTransaction(tx -> {
      doors.get(door);
      var id = tx.createQuery("""
              insert into line (id, number, name, front_door, made_at)
              values (:id, :number, :name, :door, :now)
                  on conflict (number) do update set name = :name, front_door = :door, removed_at = null
              returning id
              """)
          .bind("id", LineId.next())
          .bind("number", ours)
          .bind("name", called)
          .bind("door", door)
          .bind("now", clock.instant())
          .map((row, context) -> Rows.id(row, "id", LineId::new))
          .one();
      events.publish(by, new PhoneSetUpChanged(id));
      return new ShopLine(id, ours, called, door);
    });
  }

  public ShopLine get(LineId id) {
    return list().stream()
        .filter(line -> line.id().equals(id))
        .findFirst()
        .orElseThrow(ShopLines::none);
  }

  /// Calls to it are no longer ours to take. What came over it stays.
  public void remove(AgentId by, LineId id) {
    database.useTransaction(tx -> {
      var removed = tx.createUpdate(
              "update line set removed_at = :now where id = :id and removed_at is null")
          .bind("id", id)
          .bind("now", clock.instant())
          .execute();
      if (removed == 0) throw none();
      events.publish(by, new PhoneSetUpChanged(id));
    });
  }

  private static NotFound none() {
    return new NotFound("There is no such number of ours.");
  }

  public List<ShopLine> list() {
    return database.read(tx -> tx.createQuery(
            "select * from line where removed_at is null order by made_at, id")
        .map((row, context) -> new ShopLine(
            Rows.id(row, "id", LineId::new),
            row.getString("number"),
            row.getString("name"),
            Rows.id(row, "front_door", FrontDoorId::new)))
        .list());
  }

  public List<String> numbers() {
    return list().stream().map(ShopLine::number).toList();
  }

  /// The line that a trunk means by what was dialled. What fits none is the first one's: a call is
  /// never lost to the way a number is written.
  Optional<ShopLine> dialled(String written) {
    var lines = list();
    var digits = written.replaceAll("\\D", "").replaceFirst("^0+", "");
    return lines.stream()
        .filter(line -> digits.length() >= LEAST_TAIL && line.number().endsWith(digits))
        .findFirst()
        .or(() -> lines.stream().findFirst());
  }

  /// The number that the called see, and the country we are in.
  public Optional<ShopLine> first() {
    return list().stream().findFirst();
  }
}
