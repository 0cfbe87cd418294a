package kept.desk;

import java.util.List;
import kept.platform.pages.QrPicture;
import org.jspecify.annotations.Nullable;

/// Setting up a code app: the picture to read or the secret to type, then the first code; and the
/// recovery codes, once.
public sealed interface CodeAppPage extends SettingsPage {
  /// Posts `code`.
  record Begun(
      Frame frame,
      QrPicture picture,
      String secret,
      @Nullable String error) implements CodeAppPage {}

  record Codes(Frame frame, List<String> codes) implements CodeAppPage {}
}
