package kept.phone;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import kept.TestShop;
import kept.customers.VerificationLevel;

/// Somebody rings a shop in which nothing runs, and leaves a message.
public record VoicemailRound(TestShop shop) {
  /// As the phone is still ringing.
  public PhoneCall rings(String number) {
    return shop.rooms.calls.callers().arrive(null, number, "", VerificationLevel.RECOGNISED);
  }

  /// What is heard in the file are these words, so that a test can look for them.
  public PhoneCall leaves(String number, String words) {
    var call = rings(number);
    shop.rooms.calls.recorded(call.id(), call.id() + ".wav");
    try {
      var folder = Files.createDirectories(shop.folder.resolve("recordings"));
      Files.write(folder.resolve(call.id() + ".wav"), words.getBytes(UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    shop.rooms.calls.end(call.id(), Outcome.VOICEMAIL);
    return shop.rooms.calls.get(call.id());
  }
}
