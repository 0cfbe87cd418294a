package kept.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.stream.Stream;
import kept.customers.Customer;
import kept.platform.Sha256;
import kept.team.Agent;
import org.jspecify.annotations.Nullable;

/// What a sentence stood for when somebody saw it, part by part, to tell whether its words still
/// mean the same when it is sent: time goes on, and people come and leave. Pure.
record PromiseShown(List<String> parts) {
  private static final int DIGITS = 12;

  /// `filled` is what would be recorded, made to `customer` if they are known already, in this
  /// `matter`; `second` is who hears next.
  static PromiseShown of(
      PromiseForm filled,
      Onlooker onlooker,
      @Nullable Customer customer,
      String matter,
      @Nullable Agent second) {
    var to = filled.to().conversation() + filled.to().whom();
    var known = customer == null ? to : customer.id().toString();
    var keeper = filled.keeperOr(onlooker.me().id());
    return new PromiseShown(Stream.of(
            filled.what(),
            known,
            filled.manner().kind(),
            filled.due().at(),
            keeper,
            matter,
            second == null ? "" : second.id())
        .map(PromiseShown::print)
        .toList());
  }

  /// As a hidden field holds it.
  String field() {
    return String.join(" ", parts);
  }

  /// Whether every part that follows the words is what `field` says; what somebody put right in
  /// `typed` is as they put it. A form that says nothing of it was made without a sentence.
  boolean isStill(String field, PromiseForm typed) {
    if (field.isEmpty()) return true;
    var before = List.of(field.split(" "));
    if (before.size() != parts.size()) return false;
    var fixed = List.of(
        !typed.what().isEmpty(),
        !typed.to().isEmpty(),
        !typed.manner().kind().isEmpty() || !typed.what().isEmpty(),
        !typed.due().followsWords(),
        !typed.keepers().keeper().isEmpty(),
        !typed.to().chosenMatter().isEmpty(),
        !typed.keepers().second().isEmpty());
    for (int part = 0; part < parts.size(); part++)
      if (!fixed.get(part) && !parts.get(part).equals(before.get(part))) return false;
    return true;
  }

  private static String print(Object part) {
    return Sha256.hex(part.toString().getBytes(UTF_8)).substring(0, DIGITS);
  }
}
