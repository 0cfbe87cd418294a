package kept.texts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The shop's account with the provider that carries its texts. The token is not here.
///
/// @param baseUrl where the provider listens
/// @param account what it calls us: Twilio's account SID
/// @param number ours, in E.164
/// @param sentAt when it last took a text of ours
/// @param trouble what it last said was wrong, in words; null since a text went well
public record TextAccount(
    String baseUrl,
    String account,
    String number,
    @Nullable Instant sentAt,
    @Nullable String trouble,
    @Nullable Instant troubleAt) {

  /// As the owner sets it up, before anything was sent.
  public static TextAccount of(String baseUrl, String account, String number) {
    return new TextAccount(baseUrl, account, number, null, null, null);
  }
}
