package kept.desk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import kept.conversations.Conversation;
import kept.conversations.Which;
import kept.customers.Customer;
import kept.team.Agent;
import kept.team.Role;

/// What the parts of a promise by hand can be put right with: people, times, kinds. In each list
/// the first choice follows the words.
record PromiseChoices(PromiseByHand byHand, Onlooker onlooker, PromiseForm form) {
  private static final int MOST_CONVERSATIONS = 40;

  /// Those whom the words or the name may mean, then the matters that moved last.
  List<Choice> whom(List<Customer> meant, String written) {
    var chosen = form.to().conversation();
    var choices = new ArrayList<Choice>();
    choices.add(new Choice("", written, chosen.isEmpty()));
    var namesakes =
        form.to().whom().isEmpty() ? meant : byHand.namesakes(form.to().whom());
    namesakes.forEach(customer -> choices.add(person(customer, chosen)));
    var conversations = byHand.doors().conversations();
    conversations
        .list(Which.OPEN, null, MOST_CONVERSATIONS)
        .forEach(row -> choices.add(matter(row.conversation(), row.customerName(), chosen)));
    if (choices.stream().noneMatch(Choice::chosen)) choices.add(linked(chosen));
    return choices;
  }

  /// As it was written, or either of what that may be. What was picked and is offered no more
  /// stays, as a time of its own.
  List<Choice> times(PromiseRead.When said) {
    var when = form.due().fixed();
    var times = byHand.times(onlooker);
    var either = said.either().stream().map(at -> times.exact(at, when)).toList();
    var usual = times.choices(when.isEmpty() ? "-" : when).stream()
        .filter(one -> either.stream().noneMatch(each -> each.value().equals(one.value())));
    var ready = Stream.concat(either.stream(), usual).toList();
    var other = !form.due().followsWords() && ready.stream().noneMatch(Choice::chosen);
    var written = "As you wrote it: " + said.words();
    var asWritten = said.at() == null
        ? Stream.<Choice>of()
        : Stream.of(new Choice(PromiseForm.AS_WRITTEN, written, form.due().followsWords()));
    var another = Stream.of(new Choice("other", "Another time", other));
    return Stream.of(asWritten, ready.stream(), another).flatMap(part -> part).toList();
  }

  List<Choice> keepers(String written) {
    var choices = new ArrayList<Choice>();
    choices.add(new Choice("", written, form.keepers().keeper().isEmpty()));
    here().forEach(agent -> choices.add(choice(agent, form.keepers().keeper())));
    return choices;
  }

  List<Choice> seconds() {
    var choices = new ArrayList<Choice>();
    var second = form.keepers().second();
    choices.add(new Choice("", "Whoever stands in for them", second.isEmpty()));
    here().forEach(agent -> choices.add(choice(agent, second)));
    return choices;
  }

  List<Choice> kinds(String written) {
    var kind = form.manner().kind();
    var asWritten = Stream.of(new Choice("", written, kind.isEmpty()));
    return Stream.concat(asWritten, KindWords.choices(kind).stream()).toList();
  }

  List<Choice> ways() {
    return PromiseForm.WAYS.stream()
        .map(way -> new Choice(way.word(), ChannelWords.by(way), way == form.saidBy()))
        .toList();
  }

  /// Who is on the team, whoever asks first and helpers last.
  List<Agent> here() {
    return onlooker.team().values().stream()
        .filter(Agent::isHere)
        .sorted(Comparator.comparing((Agent agent) -> !onlooker.is(agent.id()))
            .thenComparing(agent -> agent.role() == Role.HELPER)
            .thenComparing(Agent::name))
        .toList();
  }

  private Choice linked(String chosen) {
    var customer = byHand.chosen(form.to());
    return new Choice(chosen, customer.name(), true);
  }

  private static Choice person(Customer customer, String chosen) {
    var id = PromiseForm.PERSON + customer.id();
    var organisation = customer.organisation() == null ? "" : ", " + customer.organisation();
    return new Choice(id, customer.name() + organisation, id.equals(chosen));
  }

  private static Choice matter(Conversation conversation, String name, String chosen) {
    var id = conversation.id().toString();
    return new Choice(id, name + ": " + conversation.matter(), id.equals(chosen));
  }

  private Choice choice(Agent agent, String chosen) {
    var id = agent.id().toString();
    return new Choice(id, onlooker.name(agent.id()), id.equals(chosen));
  }
}
