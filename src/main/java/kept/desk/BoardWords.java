package kept.desk;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import kept.desk.PromisesPage.Board;
import kept.desk.PromisesPage.Broken;
import kept.desk.PromisesPage.Heading;
import kept.desk.PromisesPage.Load;
import kept.desk.PromisesPage.More;
import kept.desk.PromisesPage.Section;
import kept.desk.PromisesPage.Whose;
import kept.promises.Horizons.Span;
import kept.promises.Item;
import kept.promises.Kind;
import kept.promises.Tallies;
import kept.team.Agent;
import kept.team.AgentId;
import org.jspecify.annotations.Nullable;

/// The board of promises in words: its head, its sections, who carries what. Pure.
record BoardWords(BoardFacts facts, PromiseWords words) {
  private static final String KEPT = "kept";
  private static final String NOTHING_KEPT =
      "Nothing is kept yet today. What you mark as kept is listed here for the rest of the day.";
  private static final int KEPT_SHOWN = 3;

  static BoardWords of(BoardFacts facts) {
    return new BoardWords(facts, new PromiseWords(facts.onlooker()));
  }

  static String id(Span span) {
    return span.name().toLowerCase(Locale.ROOT);
  }

  Heading heading() {
    var time = onlooker().time();
    var where = "Promises · " + time.weekday(onlooker().now()) + " "
        + time.clock(onlooker().now());
    var danger = words.danger(words.endangered(facts.all()), facts.in(Span.LATE));
    return new Heading(where, new BoardSentence(facts).words(), danger, ways());
  }

  Board board() {
    var byPerson = facts.query().byPerson();
    var now = byPerson ? people() : pressing();
    var later = byPerson ? List.<Section>of() : later();
    var broken = byPerson ? null : broken();
    return new Board(facts.query().src(), now, broken, later, loads(), whose(), kinds());
  }

  private @Nullable Broken broken() {
    return new BrokenWords(onlooker()).of(facts.broke(), facts.query()).orElse(null);
  }

  /// Who carries how much, beside the fullest hands; not for a helper.
  List<Load> loads() {
    var most = facts.loads().stream().mapToInt(Tallies.Load::open).max().orElse(1);
    return facts.loads().stream().map(load -> load(load, most)).toList();
  }

  private List<Whose> ways() {
    var query = facts.query();
    if (onlooker().isHelper()) return List.of();
    return List.of(
        new Whose("By when", query.by(false).href(), !query.byPerson()),
        new Whose("By person", query.by(true).href(), query.byPerson()));
  }

  private List<Section> pressing() {
    return Stream.of(late(), section(Span.TODAY, "Today"), kept())
        .flatMap(Optional::stream)
        .toList();
  }

  private List<Section> later() {
    return Stream.of(
            section(Span.TOMORROW, "Tomorrow"),
            section(Span.WEEK, "This week"),
            section(Span.LATER, "Later"))
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<Section> late() {
    return section(Span.LATE, "Late")
        .map(late -> new Section(
            late.id(), late.title(), late.count(), late.rows(), told(facts.told()), late.more()));
  }

  private Optional<Section> section(Span span, String title) {
    var items = facts.in(span);
    if (items.isEmpty()) return Optional.empty();
    var left = facts.count(span) - items.size();
    var more = left <= 0 ? null : more(left, id(span));
    var count = String.valueOf(facts.count(span));
    return Optional.of(
        new Section(id(span), title, count, items.stream().map(words::row).toList(), null, more));
  }

  private More more(int left, String section) {
    return new More(
        "and " + left + " more", facts.query().showing(section).href() + "#" + section + "-title");
  }

  private Optional<Section> kept() {
    var kept = facts.kept();
    var show = facts.query().show();
    if (kept.isEmpty() && show.equals(KEPT))
      return Optional.of(Section.empty(KEPT, "Kept today", NOTHING_KEPT));
    if (kept.isEmpty() || !(show.isEmpty() || show.equals(KEPT))) return Optional.empty();
    var shown = show.equals(KEPT) ? kept : kept.subList(0, Math.min(KEPT_SHOWN, kept.size()));
    var left = kept.size() - shown.size();
    return Optional.of(new Section(
        KEPT,
        "Kept today",
        keptCount(kept),
        shown.stream().map(words::quietRow).toList(),
        null,
        left == 0 ? null : more(left, KEPT)));
  }

  /// "6, all in time", "6, one late".
  private static String keptCount(List<Item> kept) {
    var late = kept.stream().filter(item -> item.promise().brokenAt() != null).count();
    var many = kept.size() >= BoardReading.MOST_KEPT ? "the last " : "";
    return many
        + kept.size()
        + (late == 0 ? ", all in time" : ", " + Counted.words((int) late) + " late");
  }

  private String told(Collection<AgentId> told) {
    if (told.isEmpty()) return "Nobody has been told yet.";
    var names = new ArrayList<>(told.stream()
        .filter(agent -> !onlooker().is(agent))
        .map(onlooker()::name)
        .sorted()
        .toList());
    if (told.stream().anyMatch(onlooker()::is)) names.add(names.isEmpty() ? "You" : "you");
    return Counted.list(names)
        + (names.size() == 1 && !names.contains("You") ? " knows." : " know.");
  }

  private List<Section> people() {
    var byKeeper = new LinkedHashMap<AgentId, List<Item>>();
    facts.loads().forEach(load -> byKeeper.put(load.keeper(), new ArrayList<>()));
    facts
        .all()
        .forEach(item -> byKeeper
            .computeIfAbsent(item.promise().keeper(), none -> new ArrayList<>())
            .add(item));
    return byKeeper.entrySet().stream()
        .filter(entry -> !entry.getValue().isEmpty())
        .map(entry -> person(entry.getKey(), entry.getValue()))
        .toList();
  }

  private Section person(AgentId keeper, List<Item> items) {
    var all = facts.loads().stream()
        .filter(load -> load.keeper().equals(keeper) && facts.query().kind() == null)
        .mapToInt(Tallies.Load::open)
        .max()
        .orElse(items.size());
    var left = all - items.size();
    var more = left <= 0
        ? null
        : new More(
            "and " + left + " more", facts.query().keptBy(keeper).by(false).href());
    return new Section(
        keeper.toString(),
        onlooker().name(keeper),
        String.valueOf(all),
        items.stream().map(words::row).toList(),
        null,
        more);
  }

  private List<Whose> whose() {
    if (onlooker().isHelper()) return List.of();
    var me = onlooker().me().id();
    var others = onlooker().team().values().stream()
        .filter(agent -> agent.isHere() && !agent.id().equals(me))
        .sorted(Comparator.comparing(Agent::name))
        .map(agent -> whose(agent.firstName(), agent.id()));
    var own = Stream.of(whose("Everyone", null), whose("Mine", me));
    return Stream.concat(own, others).toList();
  }

  private Whose whose(String name, @Nullable AgentId keeper) {
    var query = facts.query();
    return new Whose(name, query.keptBy(keeper).href(), Objects.equals(query.keeper(), keeper));
  }

  /// The kinds among what is listed; with one only there is nothing to choose.
  private List<Whose> kinds() {
    var query = facts.query();
    var kinds = facts.all().stream()
        .map(item -> item.promise().kind())
        .distinct()
        .sorted()
        .toList();
    if (query.kind() == null && kinds.size() < 2) return List.of();
    var all = Stream.of(new Whose("Any kind", query.ofKind(null).href(), query.kind() == null));
    return Stream.concat(all, kinds.stream().map(this::kind)).toList();
  }

  private Whose kind(Kind kind) {
    var query = facts.query();
    return new Whose(KindWords.words(kind), query.ofKind(kind).href(), kind == query.kind());
  }

  private Load load(Tallies.Load load, int most) {
    var risk = load.atRisk() == 0 ? "" : ", " + load.atRisk() + " at risk";
    return new Load(
        onlooker().face(load.keeper()),
        onlooker().name(load.keeper()),
        100 * load.open() / most,
        load.atRisk() > 0,
        load.open() + risk);
  }

  private Onlooker onlooker() {
    return facts.onlooker();
  }
}
