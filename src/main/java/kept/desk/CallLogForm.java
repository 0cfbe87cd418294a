package kept.desk;

import io.javalin.http.Context;
import java.time.Duration;
import java.util.List;
import kept.conversations.Direction;
import kept.phone.HandCalls.Had;
import kept.platform.Id;
import kept.platform.Refusal;

/// What was sent to write a call down. `promised` names the promises that were heard and are meant;
/// `asked` is whether they were shown.
record CallLogForm(
    boolean outbound,
    String minutes,
    String note,
    String key,
    List<String> promised,
    boolean asked) {
  private static final List<String> MINUTES = List.of("2", "5", "10", "30");
  private static final String USUAL = "5";

  static CallLogForm in(Context request) {
    var form = new Form(request);
    return new CallLogForm(
        form.text("direction").equals(Direction.OUTBOUND.word()),
        form.text("minutes"),
        form.text("note"),
        form.text("key"),
        form.texts("promise"),
        form.has("heard_asked"));
  }

  static CallLogForm empty() {
    return new CallLogForm(false, USUAL, "", Id.fresh().toString(), List.of(), false);
  }

  Had had() {
    if (!minutes.matches("\\d{1,3}")) throw new Refusal("Say how many minutes it was.");
    var direction = outbound ? Direction.OUTBOUND : Direction.INBOUND;
    return new Had(direction, Duration.ofMinutes(Integer.parseInt(minutes)), note);
  }

  List<Choice> choices() {
    return MINUTES.stream()
        .map(each -> new Choice(each, each, each.equals(minutes)))
        .toList();
  }

  List<Object> content() {
    return List.of(outbound, minutes, note, promised);
  }
}
