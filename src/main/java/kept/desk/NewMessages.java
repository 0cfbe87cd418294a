package kept.desk;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import kept.conversations.Channel;
import kept.conversations.ConversationId;
import kept.conversations.Conversations;
import kept.conversations.Draft;
import kept.customers.Customer;
import kept.customers.CustomerId;
import kept.customers.Customers.Approach;
import kept.customers.IdentityKind;
import kept.customers.VerificationLevel;
import kept.platform.Id;
import kept.platform.http.Pages;
import kept.platform.http.WebRoutes;
import kept.team.Access;
import kept.team.AgentId;
import kept.team.MailAddress;
import kept.team.Who;
import org.jspecify.annotations.Nullable;

/// Writing to somebody first: it finds or meets them, opens a conversation and sends the letter.
public final class NewMessages implements WebRoutes {
  private static final int MOST_OF_A_NAME = 8;

  private final Pages pages;
  private final Frames frames;
  private final Doors doors;

  public NewMessages(Pages pages, Frames frames, Doors doors) {
    this.pages = pages;
    this.frames = frames;
    this.doors = doors;
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.get("/c/new", this::ask, Access.AGENT);
    routes.post("/c", this::write, Access.AGENT);
  }

  private void ask(Context request) {
    var frame = frame(request);
    var key = doors.ground().formKeys().fresh().toString();
    var to = request.queryParam("to");
    var page = to == null
        ? NewMessagePage.empty(frame, key)
        : NewMessagePage.to(frame, choice(doors.customers().get(CustomerId.parse(to))), key);
    pages.show(request, "conversation/new.jte", page);
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
    if (!mistakes.none() || meant.isEmpty()) {
      showAgain(request, meant, mistakes);
      return;
    }
    var opened = mistakes.on("to", () -> send(request, form, meant.getFirst(), mistakes));
    if (opened == null || !mistakes.none()) showAgain(request, meant, mistakes);
    else opened.ifPresentOrElse(id -> go(request, "/c/" + id), () -> go(request, "/c"));
  }

  /// Somebody we know or an address that we do not know yet.
  private record Meant(@Nullable Customer known, String address) {}

  private List<Meant> picked(Form form) {
    return List.of(new Meant(doors.customers().get(CustomerId.parse(form.text("customer"))), ""));
  }

  private List<Meant> meant(String to, Mistakes mistakes) {
    if (to.isEmpty()) mistakes.add("to", "Say whom you write to.");
    if (to.isEmpty() || MailAddress.looksRight(to))
      return to.isEmpty() ? List.of() : List.of(new Meant(null, to));
    var found = doors.customers().search(to, MOST_OF_A_NAME);
    if (found.isEmpty()) mistakes.add("to", "Nobody we know answers to that. Enter their address.");
    return found.stream().map(customer -> new Meant(customer, "")).toList();
  }

  /// One transaction; nothing of it when the same form was sent before.
  private Optional<ConversationId> send(
      Context request, Form form, Meant meant, Mistakes mistakes) {
    var by = Who.agent(request).id();
    return doors.ground().database().inTransaction(tx -> {
      var first = mistakes.on("words", () -> isFirst(form));
      if (first == null || !first) return Optional.empty();
      return Optional.of(open(by, form, meant));
    });
  }

  private boolean isFirst(Form form) {
    var content = Stream.of("to", "customer", "matter", "words").map(form::text).toList();
    return doors.ground().formKeys().use(key(form), content);
  }

  private ConversationId open(AgentId by, Form form, Meant meant) {
    var customer = meant.known() == null ? meet(meant.address()) : meant.known();
    var opened =
        doors.talk().conversations().open(by, customer.id(), form.text("matter"), Channel.EMAIL);
    doors.talk().messages().write(by, opened.id(), Draft.of(form.text("words")));
    return opened.id();
  }

  /// An address is somebody: whoever has it already, or a person we have not heard from.
  private Customer meet(String address) {
    return doors
        .customers()
        .recognise(new Approach(
            IdentityKind.EMAIL, address, null, "we wrote to it", VerificationLevel.UNKNOWN, false));
  }

  private static UUID key(Form form) {
    return form.text("key").isEmpty() ? Id.fresh() : Id.parse(form.text("key"));
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
            mistakes.byField()));
  }

  private Frame frame(Context request) {
    return frames.around(request, "Write to someone", Place.CONVERSATIONS);
  }

  /// Two people of one name differ by their address.
  private Choice choiceWithAddress(Customer customer) {
    var address = doors.customers().knowledgeOf(customer.id()).last(IdentityKind.EMAIL);
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
