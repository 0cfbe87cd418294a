package kept.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kept.customers.Customer;
import kept.customers.CustomerId;
import kept.customers.PlainName;
import kept.team.Agent;
import kept.team.AgentId;
import kept.team.OpeningHours;
import kept.team.OpeningHours.Span;
import kept.team.Role;
import kept.team.ShopTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/// It is Tuesday the 24th of November 2026, 2:24 pm at Marlow & Daughter's, who open on weekdays
/// from eight to six and on Saturdays from nine to one. Priya writes.
class PromiseReaderTest {
  private static final ZoneId ZONE = ZoneId.of("America/New_York");
  private static final LocalDateTime NOW = LocalDateTime.of(2026, 11, 24, 14, 24);
  private static final List<Customer> CUSTOMERS = Stream.of(
          "Rosa Delgado",
          "Chuck Alvarez",
          "Lena Whitfield",
          "José Núñez",
          "Justin Bell",
          "Ben Stroud",
          "Hillside Café",
          "Mrs Okafor",
          "Siobhán O’Brien",
          "Marcus Boyd",
          "Ana Rosa Lima",
          "Sam Klein",
          "Sam Klein-Ruiz")
      .map(PromiseReaderTest::customer)
      .toList();

  private final Map<AgentId, Agent> team = new LinkedHashMap<>();
  private final Agent priya = agent("Priya Nair");

  PromiseReaderTest() {
    for (var name : List.of("Dana Marlow", "Edie Marsh", "Justin Cole", "Tomás Ruiz")) agent(name);
  }

  /// The file says at its top how it reads.
  @ParameterizedTest(name = "{0}")
  @CsvFileSource(
      resources = "/promises/plain-words.txt",
      delimiter = '|',
      nullValues = "-",
      maxCharsPerColumn = 3_000)
  void reads(String words, String keeper, String what, String whom, String due, String kind) {
    var read = read(words);

    assertThat(said(read)).isEqualTo(String.join(" | ", keeper, what, whom, due, kind));
  }

  private static String said(PromiseRead read) {
    var keepers = read.keepers().stream().map(Agent::firstName).collect(Collectors.joining("+"));
    var whom = read.whom();
    var names = whom.namesakes().stream().map(Customer::name).collect(Collectors.joining("+"));
    var when = read.when();
    var due = when.at() == null
        ? when.timing().name().toLowerCase(java.util.Locale.ROOT)
        : when.at().toString();
    return String.join(
        " | ",
        keepers.isEmpty() ? "nobody" : keepers,
        read.what().words().isEmpty() ? "nothing" : read.what().words(),
        names.isEmpty() ? (whom.address().isEmpty() ? "nobody" : whom.address()) : names,
        due.replace("2026-11-", "Nov ").replace("2026-12-", "Dec ").replace('T', ' '),
        read.what().kind().word());
  }

  private PromiseRead read(String words) {
    var now = NOW.atZone(ZONE).toInstant();
    var onlooker = new Onlooker(priya, now, new ShopTime(ZONE), team);
    return new PromiseReader(onlooker, hours(), PromiseReaderTest::called).read(words);
  }

  private static List<Customer> called(List<String> words) {
    return CUSTOMERS.stream()
        .filter(one -> PlainName.words(one.name()).stream().anyMatch(words::contains))
        .toList();
  }

  private Agent agent(String name) {
    var agent = new Agent(AgentId.next(), name, "", Role.AGENT, null, 0, true, "", null);
    team.put(agent.id(), agent);
    return agent;
  }

  private static Customer customer(String name) {
    return new Customer(CustomerId.next(), name, null, NOW.atZone(ZONE).toInstant(), false);
  }

  private static OpeningHours hours() {
    var week = new EnumMap<DayOfWeek, List<Span>>(DayOfWeek.class);
    for (var day : Arrays.asList(DayOfWeek.values()).subList(0, 5))
      week.put(day, List.of(new Span(LocalTime.of(8, 0), LocalTime.of(18, 0))));
    week.put(DayOfWeek.SATURDAY, List.of(new Span(LocalTime.of(9, 0), LocalTime.of(13, 0))));
    return new OpeningHours(ZONE, week);
  }
}
