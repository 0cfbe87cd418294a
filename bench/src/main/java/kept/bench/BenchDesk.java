package kept.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import kept.line.Call;
import kept.line.CallEvent;
import kept.line.Leg;
import kept.line.LineHandler;
import kept.line.Target;
import kept.line.rtp.Sound;
import kept.line.rtp.Source;
import kept.line.sip.Destination;
import kept.line.sip.Identity;
import kept.line.sip.Transport;

/// A business that does with a call what the number says: `8` and a port rings the phone there,
/// `6` and a port ten of them, `2` one that is busy, `3` one that only rings; `7` plays a prompt
/// without end, `5` takes a message, `4` says no.
final class BenchDesk implements LineHandler {
  static final String CALLED_HOST = "127.0.0.4";
  private static final int EVERYBODY = 10;
  static final Source.Clip PROMPT = new Source.Clip(tone(2), true);
  private static final Source.Clip GREETING = new Source.Clip(tone(1), false);

  private final Path folder;

  BenchDesk(Path folder) {
    this.folder = folder;
  }

  @Override
  public boolean admit(Call call) {
    return true;
  }

  @Override
  public void arrived(Call call) {
    var number = dialled(call);
    switch (number.charAt(0)) {
      case '8' -> ring(call, "phone", 1);
      case '6' -> ring(call, "rings", EVERYBODY);
      case '3' -> ring(call, "rings", 1);
      case '2' -> ring(call, "busy", 1);
      case '7' -> {
        call.answer();
        call.play(call.caller(), PROMPT);
      }
      case '5' -> {
        call.answer();
        call.play(call.caller(), GREETING);
      }
      default -> call.refuse(603);
    }
  }

  private static void ring(Call call, String user, int phones) {
    call.ringing();
    int port = Integer.parseInt(dialled(call).substring(1));
    var from = new Identity("", call.invitation().caller());
    var targets = new ArrayList<Target>();
    for (int i = 0; i < phones; i++)
      targets.add(new Target(
          new Destination(
              user + i, CALLED_HOST, port, Transport.UDP, CALLED_HOST, false, null, null),
          from));
    call.ring(targets);
  }

  @Override
  public void happened(Call call, CallEvent event) {
    switch (event) {
      case CallEvent.Answered(var leg, var at) when !leg.isCaller() -> call.connect(leg);
      case CallEvent.Played(var leg, var at) -> call.record(leg, message(call));
      case CallEvent.Left(var leg, var ending, var at) when !leg.isCaller() -> nobodyCame(call);
      case CallEvent.Ended ended when dialled(call).charAt(0) == '5' -> forget(call);
      default -> {}
    }
  }

  private static void nobodyCame(Call call) {
    boolean waits = call.caller() != null && call.caller().state() == Leg.State.ARRIVING;
    boolean hopeless = call.legs().stream().allMatch(leg -> leg.isCaller() || leg.isOver());
    if (waits && hopeless) call.refuse(486);
  }

  @Override
  public List<Target> route(Call call, Leg by, String number) {
    return List.of();
  }

  private Path message(Call call) {
    return folder.resolve(call.id() + ".wav");
  }

  private void forget(Call call) {
    try {
      Files.deleteIfExists(message(call));
      Files.deleteIfExists(folder.resolve(call.id() + ".wav.gaps"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String dialled(Call call) {
    return call.invitation().dialled();
  }

  private static Sound tone(int seconds) {
    var samples = new short[8000 * seconds];
    for (int i = 0; i < samples.length; i++)
      samples[i] = (short) (8192 * Math.sin(2 * Math.PI * 440 * i / 8000));
    return new Sound(samples);
  }
}
