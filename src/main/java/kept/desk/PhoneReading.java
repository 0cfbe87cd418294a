package kept.desk;

import io.javalin.http.Context;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import kept.desk.PhonePage.Entered;
import kept.desk.PhonePage.Once;
import kept.desk.PhonePage.Outside;
import kept.desk.PhonePage.Providers;
import kept.frontdoor.FrontDoor;
import kept.frontdoor.FrontDoorId;
import kept.line.sip.Trunks;
import kept.phone.HelpCalls.HelpCall;
import kept.phone.Keeping;
import kept.phone.Phone;
import kept.phone.ShopLine;
import kept.phone.ShopTrunk;
import kept.phone.TrunkId;
import kept.phone.TrunkVerdict;
import kept.platform.Refusal;
import kept.team.AgentId;
import org.jspecify.annotations.Nullable;

/// Reads what is set up about the phone, in words. Threads may share this object.
public final class PhoneReading {
  private static final int HELP_SHOWN = 5;

  private final Frames frames;
  private final PhoneDoors doors;

  public PhoneReading(Frames frames, PhoneDoors doors) {
    this.frames = frames;
    this.doors = doors;
  }

  public PhoneDoors doors() {
    return doors;
  }

  /// With what could not be saved, what is shown once, and what came of trying providers.
  PhonePage page(Context request, Entered entered, Once once, Map<TrunkId, TrunkVerdict> verdicts) {
    var lines = doors.lines().list();
    var fronts = doors.frontDoors().list();
    var saved = request.queryParam("saved") == null ? null : "Saved.";
    return new PhonePage(
        frames.around(request, "Phone", Place.SETTINGS),
        PhoneWords.sentence(lines),
        entered.errors().isEmpty() ? saved : null,
        entered,
        doors.line().address(),
        lines.stream().map(line -> number(line, fronts)).toList(),
        choices(fronts, null),
        providers(entered, verdicts),
        doors.phones().list().stream().map(this::phone).toList(),
        team(entered.value("agent")),
        once,
        outside(),
        keeping(),
        doors.helpCalls().latest(HELP_SHOWN).stream().map(this::help).toList());
  }

  /// Tries a provider now; that it can't be tried yet is a verdict too.
  TrunkVerdict tried(TrunkId id) {
    try {
      return doors.line().test(id);
    } catch (Refusal refused) {
      return new TrunkVerdict(false, 0, refused.sentence(), 0, null);
    }
  }

  private static PhonePage.OurNumber number(ShopLine line, List<FrontDoor> fronts) {
    return new PhonePage.OurNumber(
        line.id().toString(), line.words(), line.name(), choices(fronts, line.frontDoor()));
  }

  private static List<Choice> choices(List<FrontDoor> fronts, @Nullable FrontDoorId chosen) {
    return fronts.stream()
        .map(door -> new Choice(door.id().toString(), door.name(), door.id().equals(chosen)))
        .toList();
  }

  Providers providers(Entered entered, Map<TrunkId, TrunkVerdict> verdicts) {
    var health = doors.line().health();
    var rows = doors.trunks().list().stream()
        .map(trunk -> provider(trunk, entered, verdicts, health))
        .toList();
    return new Providers(rows, ProviderForm.shown(entered, null));
  }

  private static PhonePage.Provider provider(
      ShopTrunk trunk,
      Entered entered,
      Map<TrunkId, TrunkVerdict> verdicts,
      Map<String, Trunks.Health> health) {
    var verdict = verdicts.get(trunk.id());
    return new PhonePage.Provider(
        trunk.id().toString(),
        trunk.name(),
        PhoneWords.provider(trunk),
        verdict == null ? PhoneWords.state(health.get(trunk.name())) : PhoneWords.verdict(verdict),
        ProviderForm.shown(entered, trunk));
  }

  private PhonePage.Phone phone(Phone phone) {
    var agent = doors.people().team().get(phone.agent());
    return new PhonePage.Phone(
        phone.id().toString(),
        Faces.of(agent),
        agent.firstName(),
        phone.name(),
        phone.userName(),
        phone.location(),
        seen(phone));
  }

  PhonePage.Telling seen(Phone phone) {
    return PhoneWords.seen(
        doors.line().isRegistered(phone),
        phone.seenAt(),
        doors.people().shop().time(),
        doors.people().clock().instant());
  }

  private List<Choice> team(String chosen) {
    return doors.people().team().here().stream()
        .map(agent -> new Choice(
            agent.id().toString(), agent.name(), agent.id().toString().equals(chosen)))
        .toList();
  }

  private Outside outside() {
    var time = doors.people().shop().time();
    var now = doors.people().clock().instant();
    return doors
        .pbxKeys()
        .find()
        .map(key -> new Outside(
            key.heardAt() == null
                ? "An address was made " + time.near(key.madeAt(), now) + ". Nothing was heard yet."
                : "Last heard " + time.near(key.heardAt(), now) + ".",
            true))
        .orElse(new Outside("No other phone system tells us of its calls.", false));
  }

  private List<Choice> keeping() {
    var kept = doors.recordings().kept();
    return Arrays.stream(Keeping.values())
        .map(each -> new Choice(each.mark(), each.words(), each == kept))
        .toList();
  }

  private String help(HelpCall call) {
    var time = doors.people().shop().time();
    return PhoneWords.help(
        call, name(call.agent()), time.due(call.at(), doors.people().clock().instant()));
  }

  private String name(AgentId agent) {
    return doors.people().team().get(agent).firstName();
  }
}
