package kept.line.rtp;

import org.jspecify.annotations.Nullable;

/// The streams that one key has protected. Each SSRC has its own indexes, and none is
/// forgotten while the key lives: whoever could make us forget one could play it again.
final class ReplayLists {
  /// A phone has one SSRC, or a new one for each hold. More of one key is no phone.
  private static final int MOST = 64;

  private final ReplayList[] lists = new ReplayList[MOST];
  private int count;
  private @Nullable ReplayList last;

  @Nullable
  ReplayList find(int ssrc) {
    if (last == null || last.ssrc() != ssrc) last = search(ssrc);
    return last;
  }

  private @Nullable ReplayList search(int ssrc) {
    for (int i = 0; i < count; i++) if (lists[i].ssrc() == ssrc) return lists[i];
    return null;
  }

  boolean isFull() {
    return count == MOST;
  }

  /// Notes that the stream used the index, of which the caller knows that it is fresh.
  void use(int ssrc, long index) {
    var list = find(ssrc);
    if (list != null) list.use(index);
    else lists[count++] = new ReplayList(ssrc, index);
  }
}
