package kept.platform.pages;

import io.nayuki.qrcodegen.QrCode;

/// Words as a square that a camera reads (ISO/IEC 18004): the side of the picture in modules, the
/// quiet zone around it included, and the path that fills the dark ones.
public record QrPicture(int side, String path) {
  private static final int QUIET = 4;

  public static QrPicture of(String words) {
    var code = QrCode.encodeText(words, QrCode.Ecc.MEDIUM);
    var path = new StringBuilder();
    for (int y = 0; y < code.size; y++) {
      for (int x = 0; x < code.size; x++) {
        if (!code.getModule(x, y)) continue;
        path.append('M').append(x + QUIET).append(' ').append(y + QUIET).append("h1v1h-1z");
      }
    }
    return new QrPicture(code.size + 2 * QUIET, path.toString());
  }
}
