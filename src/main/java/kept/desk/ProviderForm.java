package kept.desk;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import kept.desk.PhonePage.Entered;
import kept.desk.PhonePage.ProviderFields;
import kept.line.sip.Transport;
import kept.phone.ShopTrunk;
import kept.phone.TrunkId;
import kept.platform.Refusal;
import org.jspecify.annotations.Nullable;

/// A provider as it is typed into a form. Pure.
record ProviderForm(Map<String, String> values) {
  static final String NEW = "provider";
  private static final int USUAL_CHANNELS = 10;

  static ProviderForm in(Form form, String part) {
    var values = new HashMap<String, String>();
    for (var field : new String[] {"name", "host", "port", "transport", "user", "channels"})
      values.put(field, form.text(field));
    values.put("registers", form.has("registers") ? "yes" : "");
    values.put("password", form.secret("password"));
    values.put("part", part);
    return new ProviderForm(values);
  }

  /// What was meant, in place of `before` where there is one.
  ShopTrunk trunk(TrunkId id, @Nullable ShopTrunk before) {
    return new ShopTrunk(
        id,
        text("name"),
        text("host"),
        number("port", 0, "A port is a number from 1 to 65535; leave it empty for the usual one."),
        transport(),
        text("user").isEmpty() ? null : text("user"),
        !text("registers").isEmpty(),
        before == null ? 1 : before.priority(),
        number("channels", USUAL_CHANNELS, "How many calls at once is a number."));
  }

  @Nullable
  String password() {
    return text("password").isEmpty() ? null : text("password");
  }

  private Transport transport() {
    return Stream.of(Transport.values())
        .filter(each -> each.name().equalsIgnoreCase(text("transport")))
        .findFirst()
        .orElse(Transport.UDP);
  }

  private int number(String field, int usual, String refusal) {
    if (text(field).isEmpty()) return usual;
    if (!text(field).matches("\\d{1,5}")) throw new Refusal(refusal);
    return Integer.parseInt(text(field));
  }

  private String text(String field) {
    return values.getOrDefault(field, "");
  }

  /// The page with what was typed, but for the password, and what is wrong with it.
  Entered refused(String sentence) {
    var shown = new HashMap<>(values);
    shown.remove("password");
    return new Entered(shown, Map.of("part", sentence));
  }

  /// A form's fields as they are, or as they were typed in vain; without a trunk, a new one's.
  static ProviderFields shown(Entered entered, @Nullable ShopTrunk trunk) {
    var of = trunk == null ? NEW : trunk.id().toString();
    if (entered.mistaken(of)) return typed(of, entered, trunk != null);
    if (trunk == null)
      return new ProviderFields(
          of, "", "", "", transports(Transport.UDP), "", false, true, "" + USUAL_CHANNELS, false);
    return new ProviderFields(
        of,
        trunk.name(),
        trunk.host(),
        trunk.port() == 0 ? "" : "" + trunk.port(),
        transports(trunk.transport()),
        trunk.userName() == null ? "" : trunk.userName(),
        trunk.userName() != null,
        trunk.registers(),
        "" + trunk.channels(),
        false);
  }

  private static ProviderFields typed(String of, Entered entered, boolean hasPassword) {
    return new ProviderFields(
        of,
        entered.value("name"),
        entered.value("host"),
        entered.value("port"),
        transports(new ProviderForm(entered.values()).transport()),
        entered.value("user"),
        hasPassword,
        !entered.value("registers").isEmpty(),
        entered.value("channels"),
        true);
  }

  /// TLS to a provider is not open here.
  private static List<Choice> transports(Transport chosen) {
    return Stream.of(Transport.UDP, Transport.TCP)
        .map(each -> new Choice(each.name().toLowerCase(Locale.ROOT), each.name(), each == chosen))
        .toList();
  }
}
