package kept.desk;

import java.util.List;
import java.util.Map;
import kept.platform.pages.Face;
import org.jspecify.annotations.Nullable;

/// Settings, phone: the numbers people dial, who carries their calls, and what rings here.
///
/// `address` is where phones register: "192.168.1.5:5060".
public record PhonePage(
    Frame frame,
    String sentence,
    @Nullable String saved,
    Entered entered,
    String address,
    List<OurNumber> numbers,
    List<Choice> doors,
    Providers providers,
    List<Phone> phones,
    List<Choice> team,
    Once once,
    Outside outside,
    List<Choice> keeping,
    List<String> help)
    implements SettingsPage {

  /// What was typed and could not be saved, and what is wrong with it, by field.
  public record Entered(Map<String, String> values, Map<String, String> errors) {
    public static final Entered NOTHING = new Entered(Map.of(), Map.of());

    public String value(String field) {
      return values.getOrDefault(field, "");
    }

    public @Nullable String error(String field) {
      return errors.get(field);
    }

    /// Whether one of these has a mistake, so that its part stands open.
    public boolean mistaken(String part) {
      return part.equals(values.get("part"));
    }
  }

  /// A number of ours: "(415) 555-0100", and the front door it leads to.
  public record OurNumber(String id, String number, String name, List<Choice> doors) {}

  /// `fields` are those of a provider that is not there yet.
  public record Providers(List<Provider> rows, ProviderFields fields) {}

  /// Somebody who carries calls: what is set up in one line, and how it is.
  public record Provider(
      String id, String name, String words, Telling state, ProviderFields fields) {}

  /// A sentence and its tone: `kept`, `risk` or none.
  public record Telling(String words, @Nullable String tone) {}

  /// What a form about a provider holds. `of` tells its fields from those of another.
  public record ProviderFields(
      String of,
      String name,
      String host,
      String port,
      List<Choice> transports,
      String user,
      boolean hasPassword,
      boolean registers,
      String channels,
      boolean mistaken) {

    /// Of a provider that is not there yet.
    public boolean fresh() {
      return of.equals(ProviderForm.NEW);
    }
  }

  /// A telephone of somebody: whether it rings, and where it stands.
  public record Phone(
      String id,
      Face face,
      String whose,
      String name,
      String userName,
      String location,
      Telling state) {}

  /// What is shown this once: a phone's user name and password, or the address for the phone system
  /// that was kept and how it is told of a call.
  public record Once(@Nullable Given given, @Nullable Link link) {
    public static final Once NOTHING = new Once(null, null);
  }

  public record Given(String whose, String userName, String password) {}

  public record Link(String address, String example) {}

  /// The phone system that the shop kept.
  public record Outside(String state, boolean made) {}
}
