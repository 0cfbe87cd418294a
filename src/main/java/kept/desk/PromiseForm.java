package kept.desk;

import io.javalin.http.Context;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import kept.conversations.Channel;
import kept.conversations.ConversationId;
import kept.platform.Limit;
import kept.platform.Refusal;
import kept.promises.Commitment;
import kept.promises.Kind;
import kept.team.Agent;
import kept.team.AgentId;
import org.jspecify.annotations.Nullable;

/// A promise made by hand, as it was typed: its plain words, and whichever of its parts somebody
/// put right. A part that is empty follows the words.
record PromiseForm(
    String key, Plain plain, String what, To to, Manner manner, Due due, Keepers keepers) {
  static final String PERSON = "person:";
  /// The choice of the time that the words say.
  static final String AS_WRITTEN = "written";

  /// How something may have been said that nobody wrote down here.
  static final List<Channel> WAYS =
      List.of(Channel.IN_PERSON, Channel.CALL, Channel.EMAIL, Channel.TEXT);

  /// More than the sentence of one promise ever needs, and little enough to be read at every pause.
  private static final Limit WORDS =
      new Limit(2_000, "That is too long for one promise. Say it in fewer words.");

  /// The words; those that the sentence was read from that somebody has before them; and what it
  /// stood for, as [PromiseShown] holds it.
  record Plain(String words, String read, String shown) {}

  /// A conversation's id or `person:` and a customer's, or else a name or an address; and which
  /// matter of theirs, as [PromiseMatter] knows it.
  record To(String conversation, String whom, String matter) {
    static final To NOBODY = new To("", "", "");

    boolean isEmpty() {
      return conversation.isEmpty() && whom.isEmpty();
    }

    /// A conversation that was picked is a matter by that.
    String chosenMatter() {
      if (!matter.isEmpty() || !whom.isEmpty()) return matter;
      return conversation.startsWith(PERSON) ? "" : conversation;
    }
  }

  record Manner(String kind, String said) {}

  /// One of the ready times, `other` or `written`; and a local date and time.
  record Due(String when, String at) {
    /// Whether it is when the words say.
    boolean followsWords() {
      return when.equals(AS_WRITTEN) || (when.isEmpty() && at.isEmpty());
    }

    boolean isOther() {
      return when.equals("other") || (when.isEmpty() && !at.isEmpty());
    }

    /// The time that was put right, if any.
    String fixed() {
      if (followsWords()) return "";
      return isOther() ? at : when;
    }
  }

  record Keepers(String keeper, String second) {}

  static PromiseForm in(Form form) {
    var what = form.text("what");
    return new PromiseForm(
        form.text("key"),
        new Plain(form.text("words"), form.text("read"), form.text("shown")),
        what.equals(form.text("what_read")) ? "" : what,
        new To(form.text("conversation"), form.text("whom"), form.text("matter")),
        new Manner(form.text("kind"), form.text("said")),
        new Due(form.text("when"), form.text("due")),
        new Keepers(form.text("keeper"), form.text("second")));
  }

  /// What a link prepared: "/promises?words=Call%20her%20by%204&to=…".
  static PromiseForm linked(Context request) {
    var to = Form.inAddress(request, "to");
    var conversation = to.isEmpty() ? Form.inAddress(request, "conversation") : PERSON + to;
    return new PromiseForm(
        "",
        new Plain(Form.inAddress(request, "words"), "", ""),
        "",
        new To(conversation, "", ""),
        new Manner("", ""),
        new Due("", ""),
        new Keepers("", ""));
  }

  /// The same before it was put right to whom.
  PromiseForm toWhomTheWordsSay() {
    return new PromiseForm(key, plain, what, To.NOBODY, manner, due, keepers);
  }

  boolean isEmpty() {
    return plain.words.isEmpty()
        && what.isEmpty()
        && to.isEmpty()
        && due.fixed().isEmpty();
  }

  /// Whether the sentence that somebody has before them says what they typed.
  boolean isRead() {
    return plain.words.equals(plain.read);
  }

  String words() {
    return WORDS.check(plain.words);
  }

  /// The same with what was read out of its words, where nothing was put right.
  PromiseForm filled(PromiseRead read) {
    var whom = read.whom();
    var one =
        whom.namesakes().size() == 1 ? PERSON + whom.namesakes().getFirst().id() : "";
    var at = read.when().at();
    var keeper = read.keepers().size() == 1 ? read.keepers().getFirst().id().toString() : "";
    var written = at == null ? "" : at.truncatedTo(ChronoUnit.MINUTES).toString();
    return new PromiseForm(
        key,
        plain,
        what.isEmpty() ? read.what().words() : what,
        to.isEmpty() ? new To(one, whom.address(), to.matter) : to,
        manner.kind.isEmpty() ? new Manner(read.what().kind().word(), manner.said) : manner,
        new Due("", due.followsWords() ? written : due.fixed()),
        keepers.keeper.isEmpty() ? new Keepers(keeper, keepers.second) : keepers);
  }

  Channel saidBy() {
    if (manner.said.isEmpty()) return WAYS.getFirst();
    return WAYS.stream()
        .filter(way -> way.word().equals(manner.said))
        .findFirst()
        .orElseThrow(() -> new Refusal("Choose how you said it."));
  }

  AgentId keeperOr(AgentId me) {
    return keepers.keeper.isEmpty() ? me : AgentId.parse(keepers.keeper);
  }

  /// The same without what no list offers, each told to its field.
  PromiseForm withoutUnknown(Map<AgentId, Agent> team, Mistakes mistakes) {
    var keeper = mistakes.on("keeper", () -> here(keepers.keeper, team));
    var second = mistakes.on("second", () -> here(keepers.second, team));
    var kind = mistakes.on(
        "kind", () -> manner.kind.isEmpty() ? "" : Kind.of(manner.kind).word());
    var said = mistakes.on("said", () -> manner.said.isEmpty() ? "" : saidBy().word());
    return new PromiseForm(
        key,
        plain,
        what,
        to,
        new Manner(orEmpty(kind), orEmpty(said)),
        due,
        new Keepers(orEmpty(keeper), orEmpty(second)));
  }

  private static String here(String id, Map<AgentId, Agent> team) {
    if (id.isEmpty()) return id;
    var agent = team.values().stream()
        .filter(one -> one.id().toString().equals(id))
        .findFirst()
        .orElseThrow(() -> new Refusal("Choose somebody who is on the team."));
    if (!agent.isHere()) throw new Refusal(agent.name() + " is no longer on the team.");
    return id;
  }

  private static String orEmpty(@Nullable String value) {
    return value == null ? "" : value;
  }

  /// The commitment that was meant; what is wrong with it is told to its field.
  @Nullable
  Commitment commitment(ConversationId to, ReadyTimes times, AgentId by, Mistakes mistakes) {
    var dueAt = mistakes.on("due", () -> times.meant("other", due.fixed()));
    if (dueAt == null) return null;
    return mistakes.on(
        "what",
        () -> new Commitment(
            to,
            what,
            manner.kind.isEmpty() ? Kind.OTHER : Kind.of(manner.kind),
            keeperOr(by),
            keepers.second.isEmpty() ? null : AgentId.parse(keepers.second),
            dueAt,
            saidBy()));
  }
}
