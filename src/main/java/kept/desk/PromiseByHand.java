package kept.desk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import kept.conversations.Channel;
import kept.conversations.Conversation;
import kept.conversations.ConversationId;
import kept.conversations.Conversations;
import kept.conversations.Row;
import kept.conversations.Which;
import kept.customers.Customer;
import kept.customers.CustomerId;
import kept.customers.Customers;
import kept.customers.Customers.Approach;
import kept.customers.IdentityKind;
import kept.customers.VerificationLevel;
import kept.platform.Database;
import kept.platform.FormKeys;
import kept.promises.Promise;
import kept.promises.Promises;
import kept.team.Agent;
import kept.team.MailAddress;
import kept.team.Role;
import kept.team.Shop;
import org.jspecify.annotations.Nullable;

/// Makes a promise by hand: finds whom it is made to, opens a conversation with them where none is
/// open, and writes both down together or not at all. Threads may share this object.
public final class PromiseByHand {
  private static final int MOST_CONVERSATIONS = 40;
  private static final int MOST_NAMESAKES = 8;

  private final Doors doors;

  /// The rooms it goes through.
  public record Doors(
      Database database,
      Shop shop,
      Customers customers,
      Conversations conversations,
      Promises promises,
      FormKeys formKeys) {}

  public PromiseByHand(Doors doors) {
    this.doors = doors;
  }

  /// The promise; nothing when something has to be put right first, or when this form was sent
  /// before.
  Optional<Promise> make(Onlooker onlooker, PromiseForm form, Mistakes mistakes) {
    if (form.what().isEmpty()) mistakes.add("what", "Say what you are promising.");
    return doors.database.inTransaction(tx -> {
      // Tried on some conversation first, so that none is opened for a promise that cannot be made.
      form.commitment(ConversationId.next(), times(onlooker), onlooker.me().id(), mistakes);
      if (!mistakes.none()) return Optional.empty();
      var to = conversation(onlooker, form, mistakes);
      if (to == null) return Optional.empty();
      var first = mistakes.on("what", () -> doors.formKeys.use(form.keyOrFresh(), form));
      if (first == null || !first) return Optional.empty();
      var meant = form.commitment(to.get(), times(onlooker), onlooker.me().id(), mistakes);
      if (meant == null) return Optional.empty();
      return Optional.of(doors.promises.make(onlooker.me().id(), meant));
    });
  }

  /// The form, as it was typed or linked to, with what is wrong with it.
  AddPromise shown(Onlooker onlooker, PromiseForm form, Map<String, String> mistakes) {
    var kind = form.manner().kind();
    return new AddPromise(
        doors.formKeys.fresh().toString(),
        form.what(),
        new AddPromise.To(whom(form), form.whom()),
        new AddPromise.Manner(KindWords.choices(kind), ways(form.saidBy())),
        form.due().isEmpty() ? firstTime(onlooker) : form.due(),
        people(onlooker, form),
        mistakes);
  }

  /// Where it is to stand, opened once it is asked for.
  private @Nullable Supplier<ConversationId> conversation(
      Onlooker onlooker, PromiseForm form, Mistakes mistakes) {
    if (form.whom().isEmpty() && form.conversation().isEmpty()) {
      mistakes.add("conversation", "Say whom you promise it to.");
      return null;
    }
    if (form.whom().isEmpty() && !form.conversation().startsWith(PromiseForm.PERSON)) {
      var open =
          doors.conversations.get(ConversationId.parse(form.conversation())).id();
      return () -> open;
    }
    var customer = form.whom().isEmpty() ? chosen(form) : called(form.whom(), mistakes);
    return customer == null ? null : () -> openWith(onlooker, customer, form);
  }

  private Customer chosen(PromiseForm form) {
    var id = form.conversation().substring(PromiseForm.PERSON.length());
    return doors.customers.get(CustomerId.parse(id));
  }

  /// Whoever has this name or address; an address that nobody has is somebody new.
  private @Nullable Customer called(String whom, Mistakes mistakes) {
    var known = doors.customers.search(whom, MOST_NAMESAKES);
    if (known.size() == 1) return known.getFirst();
    if (known.size() > 1) {
      mistakes.add(
          "conversation", "There are " + Counted.words(known.size()) + ". Which one is it?");
      return null;
    }
    if (MailAddress.looksRight(whom)) {
      return doors.customers.recognise(new Approach(
          IdentityKind.EMAIL, whom, null, "promised to", VerificationLevel.UNKNOWN, false));
    }
    mistakes.add(
        "whom", "We don’t know anybody called " + whom + " yet. Give their e-mail address.");
    return null;
  }

  private ConversationId openWith(Onlooker onlooker, Customer customer, PromiseForm form) {
    var matter = Conversations.MATTER.cut(form.what());
    var open = new Which(Which.Group.OPEN, null, customer.id(), null);
    return doors.conversations.list(open, null, 1).stream()
        .findFirst()
        .map(Row::conversation)
        .map(Conversation::id)
        .orElseGet(() -> doors
            .conversations
            .open(onlooker.me().id(), customer.id(), matter, form.saidBy())
            .id());
  }

  /// Namesakes when a name was typed, else the matters that moved last.
  private List<Choice> whom(PromiseForm form) {
    var namesakes = form.whom().isEmpty()
        ? List.<Customer>of()
        : doors.customers.search(form.whom(), MOST_NAMESAKES);
    var choices = new ArrayList<Choice>();
    choices.add(new Choice("", "Choose somebody", false));
    namesakes.forEach(customer -> choices.add(person(customer, false)));
    var rows = doors.conversations.list(Which.OPEN, null, MOST_CONVERSATIONS);
    rows.forEach(row -> choices.add(matter(row.conversation(), row.customerName(), form)));
    if (choices.stream().noneMatch(Choice::chosen)) linked(form).ifPresent(choices::add);
    return choices;
  }

  private Optional<Choice> linked(PromiseForm form) {
    if (form.conversation().isEmpty()) return Optional.empty();
    if (form.conversation().startsWith(PromiseForm.PERSON))
      return Optional.of(person(chosen(form), true));
    var conversation = doors.conversations.get(ConversationId.parse(form.conversation()));
    var name = doors.customers.get(conversation.customer()).name();
    return Optional.of(matter(conversation, name, form));
  }

  private static Choice person(Customer customer, boolean chosen) {
    return new Choice(PromiseForm.PERSON + customer.id(), customer.name(), chosen);
  }

  private static Choice matter(Conversation conversation, String name, PromiseForm form) {
    var id = conversation.id().toString();
    return new Choice(id, name + ": " + conversation.matter(), id.equals(form.conversation()));
  }

  private static List<Choice> ways(Channel said) {
    return Stream.of(Channel.IN_PERSON, Channel.CALL, Channel.EMAIL, Channel.TEXT)
        .map(way -> new Choice(way.word(), ChannelWords.by(way), way == said))
        .toList();
  }

  private static AddPromise.People people(Onlooker onlooker, PromiseForm form) {
    var here = onlooker.team().values().stream()
        .filter(Agent::isHere)
        .sorted(Comparator.comparing((Agent agent) -> !onlooker.is(agent.id()))
            .thenComparing(agent -> agent.role() == Role.HELPER)
            .thenComparing(Agent::name))
        .toList();
    var seconds = new ArrayList<Choice>();
    seconds.add(new Choice("", "Whoever stands in for them", form.second().isEmpty()));
    here.forEach(agent -> seconds.add(choice(onlooker, agent, form.second())));
    var keepers =
        here.stream().map(agent -> choice(onlooker, agent, form.keeper())).toList();
    return new AddPromise.People(keepers, seconds);
  }

  private static Choice choice(Onlooker onlooker, Agent agent, String chosen) {
    var id = agent.id().toString();
    return new Choice(id, onlooker.name(agent.id()), id.equals(chosen));
  }

  private String firstTime(Onlooker onlooker) {
    return times(onlooker).choices("").stream().findFirst().map(Choice::value).orElse("");
  }

  private ReadyTimes times(Onlooker onlooker) {
    return new ReadyTimes(
        doors.shop.hours(onlooker.time().zone()), onlooker.time(), onlooker.now());
  }
}
