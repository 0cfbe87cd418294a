package kept.visitor;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kept.conversations.Conversation;
import kept.customers.Customer;
import kept.promises.NewTime;
import kept.promises.Promise;
import kept.promises.PromiseState;
import kept.recaps.AddressedWords;
import kept.recaps.Confirmations;
import kept.recaps.Recaps.Recap;
import kept.recaps.SaidWord;
import kept.team.Agent;
import kept.team.AgentId;
import kept.team.Business;
import kept.team.ShopTime;

/// What one customer's page is made of: one matter, and nothing of any other. Pure.
record PageStory(
    Customer customer,
    Conversation conversation,
    List<Promise> promises,
    List<NewTime> newTimes,
    List<Recap> recaps,
    List<SaidWord> said,
    House house) {

  /// Who speaks here, and what the clock says; `knower` knows the story.
  record House(Business business, Map<AgentId, Agent> team, Agent knower, Instant now) {
    ShopTime time() {
      return new ShopTime(business.zone());
    }

    String name(AgentId agent) {
      var known = team.get(agent);
      return known == null ? business.name() : known.firstName();
    }
  }

  /// What a promise says, in words to them.
  String toThem(Promise promise) {
    return AddressedWords.to(customer).of(promise.what());
  }

  /// What we promised them, but for the answer that their *not yet* made us owe.
  List<Promise> real() {
    return promises.stream().filter(promise -> !Confirmations.isAnswer(promise)).toList();
  }

  /// The promise that heads the page: the open one that is due first, else the one that ended last.
  Optional<Promise> lead() {
    var open = real().stream().filter(Promise::isOpen).min(Comparator.comparing(Promise::dueAt));
    return open.isPresent()
        ? open
        : real().stream().max(Comparator.comparing(promise -> endOf(promise)));
  }

  /// The promise to answer, while what they said lies with us.
  Optional<Promise> answerOwed() {
    return lastWord().filter(SaidWord::isReopening).isPresent()
        ? Confirmations.answerOwed(promises)
        : Optional.empty();
  }

  /// Their last word on whether it is sorted.
  Optional<SaidWord> lastWord() {
    return said.stream()
        .filter(word -> !word.is(SaidWord.Kind.HAD_TO_REPEAT))
        .reduce((first, last) -> last);
  }

  /// Who did it, for a word of thanks.
  Agent doer() {
    return lead()
        .filter(promise -> promise.state() == PromiseState.KEPT)
        .map(promise -> house.team.get(promise.keeper()))
        .orElse(house.knower);
  }

  private static Instant endOf(Promise promise) {
    return promise.endedAt() == null ? promise.dueAt() : promise.endedAt();
  }
}
