package kept.desk;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kept.conversations.Channel;
import kept.conversations.ConversationId;
import kept.conversations.Conversations;
import kept.conversations.Draft;
import kept.conversations.Ways;
import kept.customers.Customer;
import kept.customers.CustomerId;
import kept.customers.Customers.Approach;
import kept.customers.IdentityKind;
import kept.customers.VerificationLevel;
import kept.platform.PhoneNumbers;
import kept.platform.Refusal;
import kept.platform.http.Pages;
import kept.platform.http.WebRoutes;
import kept.team.Access;
import kept.team.AgentId;
import kept.team.MailAddress;
import kept.team.Who;
import kept.texts.ShopTexts;
import org.jspecify.annotations.Nullable;

/// Writing to somebody first: it finds or meets them, opens a conversation and sends the letter, or
/// a text where that is chosen or nothing else reaches them.
public final class NewMessages implements WebRoutes {
  private static final int MOST_OF_A_NAME = 8;

  private final Pages pages;
  private final Frames frames;
  private final Doors doors;
  private final ShopTexts texts;

  public NewMessages(Pages pages, Frames frames, Doors doors, ShopTexts texts) {
    this.pages = pages;
    this.frames = frames;
    this.doors = doors;
    this.texts = texts;
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.get("/c/new", this::ask, Access.AGENT);
    routes.post("/c", this::write, Access.AGENT);
    routes.post("/c/new/parts", this::count, Access.AGENT);
  }

  private void ask(Context request) {
    var frame = frame(request);
    var key = doors.ground().formKeys().fresh();
    var to = request.queryParam("to");
    var id = to == null ? null : CustomerId.parse(to);
    if (id != null) doors.customers().refuseForgotten(id);
    var page = id == null
        ? NewMessagePage.empty(frame, key, by(false))
        : NewMessagePage.to(frame, choice(doors.customers().get(id)), key, by(hasOnlyANumber(id)));
    pages.show(request, "conversation/new.jte", page);
  }

  private NewMessagePage.By by(boolean text) {
    return new NewMessagePage.By(texts.areSetUp(), text);
  }

  private boolean hasOnlyANumber(CustomerId id) {
    var noMail = doors.customers().knowledgeOf(id).last(IdentityKind.EMAIL).isEmpty();
    return noMail && ways().textTo(id).isPresent();
  }

  private Ways ways() {
    return doors.talk().messages().ways();
  }

  /// How long it is as a text, while it is written.
  private void count(Context request) {
    var form = new Form(request);
    var parts = form.text("by").equals("text") ? TextParts.words(form.secret("words")) : null;
    pages.show(request, "conversation/parts.jte", parts == null ? "" : parts);
  }

  private void write(Context request) {
    var form = new Form(request);
    var mistakes = new Mistakes();
    if (form.text("words").isEmpty()) mistakes.add("words", "Write something first.");
    if (form.text("matter").isEmpty())
      mistakes.add("matter", "Say in a few words what it is about.");
    mistakes.on("matter", () -> Conversations.MATTER.check(form.text("matter")));
    var meant = form.text("customer").isEmpty() ? meant(form.text("to"), mistakes) : picked(form);
    if (meant.size() > 1) mistakes.add("to", "Several people answer to that. Pick one below.");
    var one = meant.size() == 1 ? meant.getFirst() : null;
    var way = one == null ? null : mistakes.on("to", () -> way(form, one));
    if (way == Channel.TEXT)
      TextParts.tooMany(form.text("words")).ifPresent(words -> mistakes.add("words", words));
    if (!mistakes.none() || one == null || way == null) {
      showAgain(request, meant, mistakes);
      return;
    }
    var opened = mistakes.on("to", () -> send(request, form, new Parcel(one, way), mistakes));
    if (opened == null || !mistakes.none()) showAgain(request, meant, mistakes);
    else opened.ifPresentOrElse(id -> go(request, "/c/" + id), () -> go(request, "/c"));
  }

  /// To whom, and by which way.
  private record Parcel(Meant to, Channel way) {}

  /// By text if that is chosen, or if nothing else reaches them.
  private Channel way(Form form, Meant meant) {
    var wanted = form.text("by").equals("text") ? Channel.TEXT : null;
    if (meant.known() != null) return ways().of(meant.known().id(), wanted).channel();
    if (meant.isNumber()) return Channel.TEXT;
    if (wanted != null)
      throw new Refusal("A text goes to a number. Enter theirs, or send it by mail.");
    return Channel.EMAIL;
  }

  /// Somebody we know, or an address or number that we do not know yet.
  private record Meant(@Nullable Customer known, String address) {
    boolean isNumber() {
      return address.startsWith("+");
    }
  }

  private List<Meant> picked(Form form) {
    return List.of(new Meant(doors.customers().get(CustomerId.parse(form.text("customer"))), ""));
  }

  private List<Meant> meant(String to, Mistakes mistakes) {
    if (to.isEmpty()) mistakes.add("to", "Say whom you write to.");
    if (to.isEmpty() || MailAddress.looksRight(to))
      return to.isEmpty() ? List.of() : List.of(new Meant(null, to));
    var number = number(to);
    var found = doors.customers().search(number.orElse(to), MOST_OF_A_NAME);
    if (found.isEmpty() && number.isPresent()) return List.of(new Meant(null, number.get()));
    if (found.isEmpty()) mistakes.add("to", "Nobody we know answers to that. Enter their address.");
    return found.stream().map(customer -> new Meant(customer, "")).toList();
  }

  /// A number that a text may arrive at, as people of the shop's country write it.
  private Optional<String> number(String typed) {
    return texts
        .find()
        .flatMap(account -> PhoneNumbers.e164(typed, PhoneNumbers.region(account.number())))
        .filter(PhoneNumbers::mayGetTexts);
  }

  /// One transaction; nothing of it when the same form was sent before.
  private Optional<ConversationId> send(
      Context request, Form form, Parcel parcel, Mistakes mistakes) {
    var by = Who.agent(request).id();
    return doors.ground().database().inTransaction(tx -> {
      var first = mistakes.on("words", () -> isFirst(form));
      if (first == null || !first) return Optional.empty();
      return Optional.of(open(by, form, parcel));
    });
  }

  private boolean isFirst(Form form) {
    var content =
        Stream.of("to", "customer", "matter", "words", "by").map(form::text).toList();
    return doors.ground().formKeys().use(form.text("key"), content);
  }

  private ConversationId open(AgentId by, Form form, Parcel parcel) {
    var meant = parcel.to();
    var customer = meant.known() == null ? meet(meant) : meant.known();
    var opened =
        doors.talk().conversations().open(by, customer.id(), form.text("matter"), parcel.way());
    doors.talk().messages().write(by, opened.id(), Draft.of(form.text("words")).by(parcel.way()));
    return opened.id();
  }

  /// An address or a number is somebody: whoever has it already, or a person we have not heard
  /// from.
  private Customer meet(Meant meant) {
    var kind = meant.isNumber() ? IdentityKind.PHONE : IdentityKind.EMAIL;
    return doors
        .customers()
        .recognise(new Approach(
            kind, meant.address(), null, "we wrote to it", VerificationLevel.UNKNOWN, false));
  }

  private void showAgain(Context request, List<Meant> meant, Mistakes mistakes) {
    var form = new Form(request);
    var which = meant.size() < 2
        ? List.<Choice>of()
        : meant.stream()
            .flatMap(each -> Optional.ofNullable(each.known()).stream())
            .map(this::choiceWithAddress)
            .toList();
    request.status(HttpStatus.UNPROCESSABLE_CONTENT);
    pages.show(
        request,
        "conversation/new.jte",
        new NewMessagePage(
            frame(request),
            form.text("to"),
            which,
            form.text("matter"),
            form.text("words"),
            doors.ground().formKeys().stillGood(form.text("key")),
            by(form.text("by").equals("text")),
            mistakes.byField()));
  }

  private Frame frame(Context request) {
    return frames.around(request, "Write to someone", Place.CONVERSATIONS);
  }

  /// Two people of one name differ by their address.
  private Choice choiceWithAddress(Customer customer) {
    var knowledge = doors.customers().knowledgeOf(customer.id());
    var address = knowledge.last(IdentityKind.EMAIL).or(() -> knowledge.last(IdentityKind.PHONE));
    var words =
        customer.name() + address.map(identity -> ", " + identity.value()).orElse("");
    return new Choice(customer.id().toString(), words, false);
  }

  private static Choice choice(Customer customer) {
    return new Choice(customer.id().toString(), customer.name(), false);
  }

  private static void go(Context request, String path) {
    request.redirect(path, HttpStatus.SEE_OTHER);
  }
}
