package kept.frontdoor;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import kept.team.AgentId;
import org.jspecify.annotations.Nullable;

/// What happens to whoever rings while the shop is open: waves of people whose phones ring, one
/// after another, each joining those before; then what is left when nobody could. Phones ring
/// while the greeting is heard, and keys only shorten the way: whoever presses nothing reaches a
/// person (law 6).
///
/// @param knownFirst whoever talked with this customer last rings alone for the first five seconds,
/// if they are free
/// @param elsewhere the number that is rung when nobody could (E.164), with [Overflow#NUMBER]
/// @param direct whose callers ring one person alone before anybody else
public record Plan(
    boolean knownFirst,
    List<Wave> waves,
    Overflow overflow,
    @Nullable String elsewhere,
    Greetings greetings,
    List<Key> keys,
    Screening screening,
    @Nullable Direct direct) {
  public Plan {
    waves = List.copyOf(waves);
    keys = List.copyOf(keys);
    if (overflow != Overflow.NUMBER) elsewhere = null;
  }

  /// Nothing is said, asked or pressed: phones ring.
  public Plan(boolean knownFirst, List<Wave> waves, Overflow overflow) {
    this(knownFirst, waves, overflow, null, Greetings.NONE, List.of(), Screening.NONE, null);
  }

  /// How long the waves ring, all told.
  Duration rings() {
    return waves.stream().map(Wave::rings).reduce(Duration.ZERO, Duration::plus);
  }

  /// The same without these people; a wave or a key that named nobody else goes with them.
  Plan without(Set<AgentId> gone) {
    var ringing = waves.stream()
        .map(wave -> new Wave(others(wave.agents(), gone), wave.rings()))
        .filter(wave -> !wave.isEveryone() || waves.contains(wave))
        .toList();
    var pressed = keys.stream()
        .map(key -> new Key(key.digit(), key.act(), others(key.agents(), gone)))
        .filter(key -> key.act() != KeyAct.PEOPLE || !key.agents().isEmpty())
        .toList();
    var known = direct != null && gone.contains(direct.agent()) ? null : direct;
    return waves(ringing).keys(pressed).direct(known);
  }

  private static List<AgentId> others(List<AgentId> agents, Set<AgentId> gone) {
    return agents.stream().filter(id -> !gone.contains(id)).toList();
  }

  public Plan knownFirst(boolean other) {
    return new Plan(other, waves, overflow, elsewhere, greetings, keys, screening, direct);
  }

  public Plan waves(List<Wave> other) {
    return new Plan(knownFirst, other, overflow, elsewhere, greetings, keys, screening, direct);
  }

  public Plan overflow(Overflow other, @Nullable String number) {
    return new Plan(knownFirst, waves, other, number, greetings, keys, screening, direct);
  }

  public Plan greetings(Greetings other) {
    return new Plan(knownFirst, waves, overflow, elsewhere, other, keys, screening, direct);
  }

  public Plan keys(List<Key> other) {
    return new Plan(knownFirst, waves, overflow, elsewhere, greetings, other, screening, direct);
  }

  public Plan screening(Screening other) {
    return new Plan(knownFirst, waves, overflow, elsewhere, greetings, keys, other, direct);
  }

  public Plan direct(@Nullable Direct other) {
    return new Plan(knownFirst, waves, overflow, elsewhere, greetings, keys, screening, other);
  }
}
