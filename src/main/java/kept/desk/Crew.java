package kept.desk;

import io.javalin.http.Context;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import kept.platform.pages.Face;
import kept.team.Agent;
import kept.team.AgentId;
import kept.team.Invitation;
import kept.team.Invitations;
import kept.team.Role;
import kept.team.Shop;
import kept.team.Team;
import kept.team.Who;
import org.jspecify.annotations.Nullable;

/// The team as the settings show it to whoever looks: the owner may change it, others see it.
public final class Crew {
  private final Frames frames;
  private final Shop shop;
  private final Team team;
  private final Whereabouts whereabouts;
  private final Invitations invitations;
  private final PasskeyRows passkeys;
  private final ToIntFunction<AgentId> openPromises;
  private final InstantSource clock;

  public Crew(
      Frames frames, People people, ToIntFunction<AgentId> openPromises, InstantSource clock) {
    this.frames = frames;
    this.shop = people.shop;
    this.team = people.team;
    this.whereabouts = people.whereabouts;
    this.invitations = people.invitations;
    this.passkeys = people.passkeys;
    this.openPromises = openPromises;
    this.clock = clock;
  }

  /// The doors of the room below.
  public record People(
      Shop shop,
      Team team,
      Whereabouts whereabouts,
      Invitations invitations,
      PasskeyRows passkeys) {}

  /// The whole page, with what the invitation's form holds.
  SettingsPage.OfTeam page(Context request, SettingsPage.Invite form) {
    var here = team.here();
    var mayChange = Who.agent(request).role() == Role.OWNER;
    return new SettingsPage.OfTeam(
        frames.around(request, "Team", Place.SETTINGS),
        sentence(here.size()),
        saved(request, here),
        mayChange ? gap(here) : null,
        members(here, mayChange),
        mayChange ? invitations.open().stream().map(this::invited).toList() : List.of(),
        mayChange ? form : null);
  }

  /// The owner names a second for anybody, and who is on the team for themselves.
  static boolean mayNameSecond(Agent me, Agent keeper) {
    return me.role() == Role.OWNER || (me.role() == Role.AGENT && me.id().equals(keeper.id()));
  }

  SettingsPage.Naming naming(Agent agent) {
    var here = team.here();
    var chosen = secondAmong(agent, here).or(() -> standIn(agent, here)).map(Agent::id);
    var choices = seconds(agent, here).stream()
        .filter(choice -> !choice.value().isEmpty())
        .map(choice -> new Choice(
            choice.value(),
            choice.words(),
            chosen.filter(id -> id.toString().equals(choice.value())).isPresent()))
        .toList();
    return new SettingsPage.Naming(
        agent.id().toString(),
        "A second for " + agent.firstName(),
        "Whoever is second hears next, before it breaks, of what " + agent.firstName()
            + " keeps now and from now on.",
        secondMark(agent.second()),
        choices);
  }

  /// Which state of a second somebody saw.
  static String secondMark(@Nullable AgentId second) {
    return second == null ? SettingsPage.NOBODY : second.toString();
  }

  SettingsPage.SecondSaved secondSaved(Agent changed) {
    var here = team.here();
    return new SettingsPage.SecondSaved(
        secondDoes(changed, here),
        changed.id().toString(),
        secondMark(changed.second()),
        gap(here));
  }

  static SettingsPage.RoleSaved roleSaved(Agent changed) {
    return new SettingsPage.RoleSaved(
        RoleWords.does(changed.firstName(), changed.role()),
        changed.id().toString(),
        changed.role().name());
  }

  /// For whoever sent a plain form: what naming a second did.
  private @Nullable String saved(Context request, List<Agent> here) {
    var changed = request.queryParam("second");
    return here.stream()
        .filter(agent -> agent.id().toString().equals(changed))
        .map(agent -> secondDoes(agent, here))
        .findFirst()
        .orElse(null);
  }

  private static String secondDoes(Agent agent, List<Agent> here) {
    var next = secondAmong(agent, here).orElse(here.getFirst());
    if (next.id().equals(agent.id())) return "Nobody hears after " + agent.firstName() + ".";
    return "When " + agent.firstName() + " can’t keep a promise, "
        + (agent.second() == null
            ? "only " + next.firstName() + " hears of it."
            : next.firstName() + " hears next, and the customer needn’t ask again.");
  }

  /// What can be changed about one member.
  SettingsPage.Change change(Agent agent, PasskeyPlace place) {
    return new SettingsPage.Change(
        agent.id().toString(),
        agent.firstName(),
        RoleWords.choices(agent.role()),
        leavingWords(agent.id()),
        passkeys.of(agent.id(), place));
  }

  static SettingsPage.Invite empty() {
    return new SettingsPage.Invite(RoleWords.choices(Role.AGENT), "", "", null, null);
  }

  static SettingsPage.Invite made(String link) {
    return new SettingsPage.Invite(RoleWords.choices(Role.AGENT), "", "", link, null);
  }

  private String leavingWords(AgentId leaving) {
    var open = openPromises.applyAsInt(leaving);
    if (open == 0) return "No promise waits on them, so nothing moves.";
    var heir = team.secondOf(leaving).map(team::get).map(Agent::firstName).orElse("the owner");
    return open == 1
        ? "Their promise moves to " + heir + " at once."
        : "Their " + open + " promises move to " + heir + " at once.";
  }

  private static String sentence(int people) {
    if (people == 1) return "One person keeps the promises here.";
    return Counted.atStart(people) + " people keep the promises here.";
  }

  private static SettingsPage.@Nullable Gap gap(List<Agent> here) {
    var owner = here.getFirst();
    return here.stream()
        .filter(agent -> agent.role() != Role.OWNER && agent.second() == null)
        .flatMap(agent -> stream(standIn(agent, here)).map(other -> gap(agent, other, owner)))
        .findFirst()
        .orElse(null);
  }

  private static SettingsPage.Gap gap(Agent alone, Agent other, Agent owner) {
    return new SettingsPage.Gap(
        alone.firstName() + " has nobody second.",
        "When " + alone.firstName() + " can’t keep a promise, only " + owner.firstName()
            + " hears of it.",
        alone.id().toString(),
        other.id().toString(),
        other.firstName());
  }

  private static Optional<Agent> standIn(Agent alone, List<Agent> here) {
    return here.stream()
        .filter(agent -> agent.role() == Role.AGENT && !agent.id().equals(alone.id()))
        .findFirst();
  }

  private static <T> Stream<T> stream(Optional<T> one) {
    return one.stream();
  }

  private List<SettingsPage.Member> members(List<Agent> here, boolean mayChange) {
    var now = whereabouts.now();
    return here.stream()
        .map(agent -> now.team().getOrDefault(agent.id(), agent))
        .map(agent -> {
          var face = Faces.of(agent, now.absences().get(agent.id()));
          return member(agent, face, here, mayChange);
        })
        .toList();
  }

  private static SettingsPage.Member member(
      Agent agent, Face face, List<Agent> here, boolean mayChange) {
    return new SettingsPage.Member(
        agent.id().toString(),
        face,
        agent.firstName(),
        RoleWords.of(agent.role()),
        agent.email(),
        here(agent, here),
        mayChange ? seconds(agent, here) : List.of(),
        mayChange && agent.role() != Role.OWNER);
  }

  private static SettingsPage.Here here(Agent agent, List<Agent> here) {
    var calls = agent.takingCalls() ? "Taking calls" : "Not taking calls";
    var doing = agent.doing().isEmpty() ? calls : agent.doing();
    var second = secondAmong(agent, here);
    var nobody = second.isEmpty() && agent.role() != Role.OWNER;
    var words = second
        .map(other -> other.firstName() + " is second")
        .orElse(nobody ? "Nobody is second" : "Hears last");
    return new SettingsPage.Here(doing, words, nobody);
  }

  private static Optional<Agent> secondAmong(Agent agent, List<Agent> here) {
    return here.stream().filter(other -> other.id().equals(agent.second())).findFirst();
  }

  private static List<Choice> seconds(Agent agent, List<Agent> here) {
    var nobody = new Choice("", "Nobody is second", agent.second() == null);
    var others = here.stream()
        .filter(other -> !other.id().equals(agent.id()))
        .filter(other -> other.role() != Role.HELPER || other.id().equals(agent.second()))
        .map(other -> new Choice(
            other.id().toString(),
            other.firstName() + " is second",
            Objects.equals(other.id(), agent.second())));
    return Stream.concat(Stream.of(nobody), others).toList();
  }

  private SettingsPage.Invited invited(Invitation invitation) {
    var when = shop.time().past(invitation.createdAt(), clock.instant());
    return new SettingsPage.Invited(
        invitation.id().toString(),
        invitation.name(),
        RoleWords.of(invitation.role()),
        "Invited " + when + ", not here yet");
  }
}
