package kept.desk;

import io.javalin.http.Context;
import java.util.Comparator;
import java.util.List;
import kept.promises.Alarm;
import kept.promises.Item;
import kept.promises.PromiseState;
import kept.promises.Proof;
import kept.team.Agent;
import kept.team.AgentId;
import kept.team.Role;
import org.jspecify.annotations.Nullable;

/// The page of one promise, and the sheet that its three dots open. Threads may share this object.
public final class PromiseSheets {
  private final Frames frames;
  private final OnePromise one;

  public PromiseSheets(Frames frames, OnePromise one) {
    this.frames = frames;
    this.one = one;
  }

  PromisePage page(Context request, Onlooker onlooker, Item item, @Nullable NewTime newTime) {
    return page(request, onlooker, item, newTime, null);
  }

  /// `mistake` says what was wrong with the proof that was sent.
  PromisePage page(
      Context request,
      Onlooker onlooker,
      Item item,
      @Nullable NewTime newTime,
      @Nullable String mistake) {
    var promise = item.promise();
    var alarms = one.doors().alarms().of(promise.id());
    var log = new PromiseLog(onlooker, promise)
        .of(
            one.doors().events().about(promise.id().value()),
            alarms,
            one.doors().calls().about(promise.id()));
    var said = request.queryParam("said");
    return new PromisePage(
        frames.around(request, promise.what(), Place.PROMISES, banner(onlooker, item, said)),
        "Promised to " + item.customerName(),
        new PromiseWords(onlooker).row(item),
        more(onlooker, item, true, alarms),
        newTime,
        shown(onlooker, item, mistake),
        log);
  }

  /// Only what was kept can be shown to have been.
  private PromisePage.@Nullable Shown shown(
      Onlooker onlooker, Item item, @Nullable String mistake) {
    var promise = item.promise();
    if (promise.state() != PromiseState.KEPT) return null;
    var pieces = one.doors().endings().proofsOf(List.of(promise.id())).stream()
        .map(proof -> piece(onlooker, proof))
        .toList();
    var mayAdd = new PromiseWords(onlooker).isTheirs(promise);
    return new PromisePage.Shown(promise.id().toString(), pieces, mayAdd, mistake);
  }

  private static PromisePage.Piece piece(Onlooker onlooker, Proof proof) {
    var file = proof.file();
    return new PromisePage.Piece(
        proof.words(),
        onlooker.name(proof.givenBy()) + ", "
            + onlooker.time().near(proof.givenAt(), onlooker.now()),
        file == null ? null : "/promises/" + proof.promise() + "/proof/" + proof.id(),
        file == null ? null : file.name());
  }

  PromisePage.More more(Onlooker onlooker, Item item) {
    var promise = item.promise();
    return more(onlooker, item, false, one.doors().alarms().of(promise.id()));
  }

  private static PromisePage.More more(
      Onlooker onlooker, Item item, boolean alone, List<Alarm> alarms) {
    var promise = item.promise();
    var log = new PromiseLog(onlooker, promise);
    var may = new PromiseWords(onlooker).mayKeep(promise);
    return new PromisePage.More(
        promise.id().toString(),
        alone ? "What you can do" : promise.what(),
        alone,
        onlooker.isHelper() ? null : "/c/" + promise.conversation(),
        may,
        may ? others(onlooker, item) : List.of(),
        new PromiseWords(onlooker).isLate(promise) ? null : warn(onlooker, log.next()),
        may ? new LettingGo("", "").form(null) : null,
        log.ahead(alarms));
  }

  /// Whom it can be handed to, the one who hears next first.
  private static List<Choice> others(Onlooker onlooker, Item item) {
    var promise = item.promise();
    return onlooker.team().values().stream()
        .filter(agent -> agent.isHere() && !agent.id().equals(promise.keeper()))
        .sorted(Comparator.comparing((Agent agent) -> !agent.id().equals(promise.second()))
            .thenComparing(agent -> agent.role() == Role.HELPER)
            .thenComparing(Agent::name))
        .map(agent -> new Choice(
            agent.id().toString(), onlooker.name(agent.id()), agent.id().equals(promise.second())))
        .toList();
  }

  /// What was done just now, for whoever sent a plain form.
  private static Frame.@Nullable Banner banner(
      Onlooker onlooker, Item item, @Nullable String said) {
    var words = said == null ? null : said(onlooker, item, said);
    return words == null ? null : new Frame.Banner("live", words, "/", "Back to Today");
  }

  private static @Nullable String said(Onlooker onlooker, Item item, String said) {
    var words = new PromiseWords(onlooker);
    var promise = item.promise();
    return switch (said) {
      case "made" -> "Promised. It is due " + words.hour(promise) + ".";
      case "kept" -> promise.isOpen() ? null : "Kept, " + words.row(item).due().standing() + ".";
      case "moved" -> "They were told. It is due " + words.hour(promise) + " now.";
      case "undone" -> "Open again, with its alarms.";
      case "shown" -> "Written down beside it.";
      case "released" -> promise.isOpen() ? null : "Let go.";
      case "kept-by" -> "With " + onlooker.nameWithin(promise.keeper()) + " now.";
      case "risk" -> warned(onlooker, new PromiseLog(onlooker, promise).next());
      default -> null;
    };
  }

  private static String warn(Onlooker onlooker, AgentId next) {
    return onlooker.is(next) ? "Write it down" : "Warn " + onlooker.name(next) + " now";
  }

  private static String warned(Onlooker onlooker, AgentId next) {
    return onlooker.is(next) ? "Written down." : onlooker.name(next) + " was told.";
  }
}
