package kept.platform.http;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/// The files that pages load: style sheets joined from their parts, scripts, icons and fonts.
///
/// Every file has two addresses: its own name, asked for again each time, and the name with the
/// hash of its content, which may be kept for ever. Safe to share.
public final class Assets {
  private final Supplier<Shelf> shelf;

  private Assets(Supplier<Shelf> shelf) {
    this.shelf = shelf;
  }

  /// Everything under `/static` of the class path, read once in the life of a process.
  public static Assets read() {
    return new Assets(() -> Built.SHELF);
  }

  /// Reads this folder again whenever something in it changed: for `./kept dev`.
  public static Assets reloadedFrom(Path source) {
    return new Assets(new Reloading(source));
  }

  /// The address of a file by the name it has in the source: `desk.css` becomes
  /// `/static/desk-1f3a….css`.
  public String url(String name) {
    var url = shelf.get().urls().get(name);
    if (url == null) throw new IllegalStateException("There is no static file " + name + ".");
    return url;
  }

  /// The file at a path as browsers ask for it, `/static/desk-1f3a….css`.
  public Optional<Asset> find(String path) {
    return Optional.ofNullable(shelf.get().byPath().get(path));
  }

  private static final class Built {
    static final Shelf SHELF = Shelf.of(StaticFiles.read());
  }

  private static final class Reloading implements Supplier<Shelf> {
    private final Path source;
    private Shelf shelf;
    private long seen;

    Reloading(Path source) {
      this.source = source;
      this.seen = StaticFiles.lastChange(source);
      this.shelf = Shelf.of(StaticFiles.in(source));
    }

    @Override
    public synchronized Shelf get() {
      var changed = StaticFiles.lastChange(source);
      if (changed != seen) shelf = Shelf.of(StaticFiles.in(source));
      seen = changed;
      return shelf;
    }
  }
}
