package kept.sample;

import java.time.Duration;
import java.util.regex.Pattern;
import kept.line.Call;
import kept.line.CallEvent;
import kept.line.rtp.Source;

/// Somebody whom the shop calls: takes the call after a ring and stays until the shop hangs up.
/// Only numbers reserved for fiction lead to anybody.
record Called(Call call, Exchange exchange) implements Part {
  private static final Duration PICKS_UP = Duration.ofSeconds(3);
  private static final int NOT_FOUND = 404;
  private static final Pattern FICTION = Pattern.compile("\\+1\\d{3}55501\\d{2}");

  void begin(String dialled) {
    if (FICTION.matcher(dialled).matches()) {
      call.ringing();
      exchange.after(PICKS_UP, call, call::answer);
    } else call.refuse(NOT_FOUND);
  }

  @Override
  public void happened(CallEvent event) {
    if (event instanceof CallEvent.Answered answer)
      call.play(answer.leg(), new Source.Clip(exchange.say("Hello?"), false));
  }
}
