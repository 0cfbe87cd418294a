package kept.desk;

import static java.util.stream.Collectors.joining;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import kept.conversations.ConversationId;
import kept.conversations.Conversations;
import kept.customers.Customer;
import kept.customers.CustomerId;
import kept.customers.Customers;
import kept.customers.Customers.Approach;
import kept.customers.IdentityKind;
import kept.customers.VerificationLevel;
import kept.platform.Database;
import kept.platform.FormKeys;
import kept.platform.Refusal;
import kept.promises.Promise;
import kept.promises.Promises;
import kept.team.MailAddress;
import kept.team.Shop;
import org.jspecify.annotations.Nullable;

/// Makes a promise by hand: reads its words, finds whom it is made to and about which matter,
/// opens a conversation with them where none is open, and writes both down together or not at
/// all. Threads may share this object.
public final class PromiseByHand {
  private static final int MOST_NAMESAKES = 8;
  /// So many people may share a word with what is said before some are overlooked.
  private static final int MOST_NAMED = 100;

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

  Doors doors() {
    return doors;
  }

  /// What the words say; nothing of words that are too many.
  PromiseRead read(Onlooker onlooker, PromiseForm form) {
    String words;
    try {
      words = form.words();
    } catch (Refusal tooLong) {
      return PromiseRead.NOTHING;
    }
    var reader =
        new PromiseReader(onlooker, doors.shop.hours(onlooker.time().zone()), named(form.to()));
    var read = reader.read(words);
    return form.what().isEmpty()
        ? read
        : read.ofKind(reader.read(form.what()).what().kind());
  }

  /// The promise; nothing when something has to be put right first, or when this form was sent
  /// before.
  Optional<Promise> make(Onlooker onlooker, PromiseForm sent, Mistakes mistakes) {
    var typed = sent.withoutUnknown(onlooker.team(), mistakes);
    if (mistakes.on("words", typed::words) == null) return Optional.empty();
    var read = read(onlooker, typed);
    var form = typed.filled(read);
    if (form.what().isEmpty()) mistakes.add("what", "Say what you are promising.");
    doubts(onlooker, form, read, mistakes);
    matter(form.to())
        .filter(PromiseMatter::isUnsure)
        .ifPresent(unsure -> mistakes.add("matter", unsure.question()));
    if (mistakes.none()) changes(onlooker, typed, read, mistakes);
    return doors.database.inTransaction(tx -> {
      // Tried on some conversation first, so that none is opened for a promise that cannot be made.
      form.commitment(ConversationId.next(), times(onlooker), onlooker.me().id(), mistakes);
      if (!mistakes.none()) return Optional.empty();
      var to = conversation(onlooker, form, mistakes);
      if (to == null) return Optional.empty();
      var first = mistakes.on("what", () -> doors.formKeys.use(typed.key(), typed));
      if (first == null || !first) return Optional.empty();
      var meant = form.commitment(to.get(), times(onlooker), onlooker.me().id(), mistakes);
      if (meant == null) return Optional.empty();
      return Optional.of(doors.promises.make(onlooker.me().id(), meant));
    });
  }

  /// Whoever was chosen, or has the conversation that was.
  Customer chosen(PromiseForm.To to) {
    var conversation = to.conversation();
    var id = conversation.startsWith(PromiseForm.PERSON)
        ? CustomerId.parse(conversation.substring(PromiseForm.PERSON.length()))
        : doors.conversations.get(ConversationId.parse(conversation)).customer();
    doors.customers.refuseForgotten(id);
    return doors.customers.get(id);
  }

  List<Customer> namesakes(String whom) {
    return doors.customers.search(whom, MOST_NAMESAKES);
  }

  ReadyTimes times(Onlooker onlooker) {
    return new ReadyTimes(
        doors.shop.hours(onlooker.time().zone()), onlooker.time(), onlooker.now());
  }

  /// Whoever was put right, if it is known by now who that is.
  Optional<Customer> known(PromiseForm.To to) {
    if (to.isEmpty()) return Optional.empty();
    if (to.whom().isEmpty()) return Optional.of(chosen(to));
    var namesakes = namesakes(to.whom());
    return namesakes.size() == 1 ? Optional.of(namesakes.getFirst()) : Optional.empty();
  }

  /// Which matter of theirs it is about, once it is known who they are.
  Optional<PromiseMatter> matter(PromiseForm.To to) {
    return known(to).map(customer -> PromiseMatter.of(doors.conversations, customer.id(), to));
  }

  /// Once somebody was put right, the words can name nobody else.
  private Function<List<String>, List<Customer>> named(PromiseForm.To to) {
    if (to.isEmpty()) return words -> doors.customers.called(words, MOST_NAMED);
    var known = known(to).stream().toList();
    return words -> known;
  }

  /// What the words leave open is asked, in the order of the sentence.
  private static void doubts(
      Onlooker onlooker, PromiseForm form, PromiseRead read, Mistakes mistakes) {
    if (form.keepers().keeper().isEmpty() && read.keepers().size() > 1)
      mistakes.add("keeper", which(read.keepers().size()));
    if (form.to().isEmpty() && read.whom().namesakes().size() > 1)
      mistakes.add("conversation", which(read.whom().namesakes().size()));
    if (!form.due().at().isEmpty()) return;
    var said = "“" + read.when().words() + "”";
    switch (read.when().timing()) {
      case VAGUE -> mistakes.add("due", said + " is no time yet. By when?");
      case OVER, PAST -> mistakes.add("due", said + " is not ahead of us. By when?");
      case EITHER ->
        mistakes.add("due", said + " " + mayBe(onlooker, read.when().either()));
      case UNSAID, TIME -> mistakes.add("due", "Say by when.");
    }
  }

  /// Nothing else is recorded than the sentence said that was sent; a form that was sent before has
  /// been recorded as it was.
  private void changes(Onlooker onlooker, PromiseForm typed, PromiseRead read, Mistakes mistakes) {
    if (!doors.formKeys.stillGood(typed.key()).equals(typed.key())) return;
    var sentence = new PromiseSentence(this, onlooker, typed, read, PromiseSentence.Asked.NOTHING);
    if (!sentence.shown().isStill(typed.plain().shown(), typed))
      mistakes.add("words", "Read it again: it changed meanwhile.");
  }

  /// "may be Dec 1 or Jan 12, 2027. Which day is it?"
  private static String mayBe(Onlooker onlooker, List<LocalDateTime> either) {
    var days = either.stream()
        .map(at -> at.atZone(onlooker.time().zone()).toInstant())
        .map(at -> onlooker.time().date(at, onlooker.now()))
        .collect(joining(" or "));
    return "may be " + days + ". Which day is it?";
  }

  private static String which(int several) {
    return "There are " + Counted.words(several) + ". Which one is it?";
  }

  /// Where it is to stand, opened once it is asked for.
  private @Nullable Supplier<ConversationId> conversation(
      Onlooker onlooker, PromiseForm form, Mistakes mistakes) {
    var to = form.to();
    if (to.isEmpty()) {
      mistakes.add("conversation", "Say whom you promise it to.");
      return null;
    }
    var customer = to.whom().isEmpty() ? chosen(to) : called(to.whom(), mistakes);
    if (customer == null) return null;
    var matter = PromiseMatter.of(doors.conversations, customer.id(), to);
    if (matter.isNew()) return () -> opened(onlooker, customer, form);
    var here = matter.here().filter(one -> isStillOpen(one.id()));
    if (here.isPresent()) return () -> here.get().id();
    mistakes.add("matter", matter.question());
    return null;
  }

  /// Nobody calls it sorted before the promise stands in it.
  private boolean isStillOpen(ConversationId id) {
    doors.conversations.lock(id);
    return doors.conversations.get(id).isOpen();
  }

  /// Whoever has this name or address; an address that nobody has is somebody new.
  private @Nullable Customer called(String whom, Mistakes mistakes) {
    var known = namesakes(whom);
    if (known.size() == 1) return known.getFirst();
    if (known.size() > 1) {
      mistakes.add("conversation", which(known.size()));
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

  private ConversationId opened(Onlooker onlooker, Customer customer, PromiseForm form) {
    var matter = Conversations.MATTER.cut(form.what());
    return doors
        .conversations
        .open(onlooker.me().id(), customer.id(), matter, form.saidBy())
        .id();
  }
}
