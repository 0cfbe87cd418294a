package kept.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import kept.conversations.Channel;
import kept.conversations.Conversation;
import kept.conversations.ConversationId;
import kept.conversations.Draft;
import kept.conversations.Effort;
import kept.conversations.Incoming;
import kept.customers.IdentityKind;
import kept.promises.Commitment;
import kept.promises.Kind;
import kept.promises.PromiseId;
import kept.team.AgentId;

/// Performs the steps of the story through the doors, as the shop's people and customers would.
final class Stage {
  private static final Set<String> SETS_ALARMS = Set.of("promise", "risk", "notyet");
  private static final Set<String> SENDS_LETTERS =
      Set.of("email", "recap", "ask", "notyet", "sorted");

  private final Doors doors;
  private final Script script;
  private final SampleDay day;
  private final Cast cast;
  private final Map<String, Conversation> opened = new HashMap<>();
  private final Map<String, PromiseId> promised = new HashMap<>();

  Stage(Doors doors, Script script, SampleDay day, Cast cast) {
    this.doors = doors;
    this.script = script;
    this.day = day;
    this.cast = cast;
  }

  void play(Step step) {
    if (cast.isAgent(step.who())) agentDoes(step, cast.agent(step.who()));
    else customerDoes(step);
  }

  /// Whether a letter is on its way after this step.
  static boolean sendsLetters(Step step) {
    return SENDS_LETTERS.contains(step.verb());
  }

  /// Whether another alarm may be the next one after this step.
  static boolean setsAlarms(Step step) {
    return SETS_ALARMS.contains(step.verb());
  }

  private void customerDoes(Step step) {
    switch (step.verb()) {
      case "meet" -> cast.meet(step);
      case "reach" -> cast.reach(step);
      case "know" -> cast.know(step);
      case "own" -> cast.own(step, step.at());
      case "open" -> open(step);
      case "sorted" -> doors.confirmations().sorted(matter(step), step.words());
      case "notyet" ->
        promised.put(
            "answer",
            doors.confirmations().notYet(matter(step), null, step.words()).id());
      case "repeat" -> doors.confirmations().hadToRepeat(matter(step));
      case "spend" ->
        doors
            .efforts()
            .spend(matter(step), Effort.valueOf(step.with(0)), Integer.parseInt(step.with(1)));
      default -> says(step, Channel.of(step.verb()));
    }
  }

  private void agentDoes(Step step, AgentId by) {
    switch (step.verb()) {
      case "promise" -> promise(step, by);
      case "keep" -> doors.promises().keep(by, promised(step));
      case "risk" -> doors.promises().atRisk(by, promised(step), step.words());
      case "recap" -> doors.recaps().send(by, matter(step), step.words());
      case "ask" -> doors.recaps().ask(by, matter(step), Draft.of(question(step, by)));
      case "take" -> doors.conversations().handOver(by, matter(step), cast.agent(step.with(0)));
      case "note" -> doors.messages().note(by, matter(step), Draft.of(step.words()));
      case "email" -> doors.messages().write(by, matter(step), Draft.of(step.words()));
      default ->
        doors.messages().told(by, matter(step), Channel.of(step.verb()), Draft.of(step.words()));
    }
  }

  /// The step's conversation, opened by whoever speaks in it first.
  private ConversationId matter(Step step) {
    return opened.computeIfAbsent(step.matter(), this::open).id();
  }

  private Conversation open(String key) {
    var matter = script.matter(key);
    return doors
        .conversations()
        .open(null, cast.customer(matter.customer()), matter.title(), matter.channel());
  }

  /// Words said `aside` do not put anybody among those who wait.
  private void says(Step step, Channel channel) {
    var files = step.has("with") ? List.of(picture(step.with(step.with().size() - 1))) : null;
    var draft =
        new Draft(step.words(), null, null, files == null ? List.<Draft.NewFile>of() : files);
    doors
        .messages()
        .receive(matter(step), new Incoming(channel, step.at(), null, !step.has("aside"), draft));
  }

  private void promise(Step step, AgentId by) {
    var due = day.at(Integer.parseInt(step.with(4)), Script.time(step.with(5)));
    var commitment = new Commitment(
        matter(step),
        step.words(),
        Kind.of(step.with(2)),
        cast.agent(step.with(1)),
        null,
        due,
        Channel.of(step.with(3)));
    promised.put(step.with(0), doors.promises().make(by, commitment).id());
  }

  private PromiseId promised(Step step) {
    return Objects.requireNonNull(promised.get(step.with(0)), step::toString);
  }

  private String question(Step step, AgentId by) {
    if (!step.words().isEmpty()) return step.words();
    return doors.recaps().question(by, matter(step));
  }

  /// They open their page by the link that we sent, which also proves the address to be theirs.
  private void open(Step step) {
    var customer = cast.customer(step.who());
    var address = cast.email(customer);
    var token = doors.pageLinks().mint(matter(step), address);
    doors.pageLinks().find(token).ifPresent(doors.pageLinks()::opened);
    doors.customers().confirm(customer, IdentityKind.EMAIL, address);
  }

  private Draft.NewFile picture(String name) {
    try (var in = Objects.requireNonNull(Stage.class.getResourceAsStream("/sample/" + name))) {
      var bytes = in.readAllBytes();
      var hash = doors.blobs().store(bytes);
      return new Draft.NewFile(hash, name, "image/png", null, bytes.length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
