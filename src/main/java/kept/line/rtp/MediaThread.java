package kept.line.rtp;

/// The few threads that carry sound: platform threads, before all others where the system lets
/// us.
final class MediaThread {
  private MediaThread() {}

  @SuppressWarnings("ThreadPriorityCheck") // a late packet is a gap in somebody's sentence
  static Thread of(String name, Runnable work) {
    return Thread.ofPlatform().daemon().name(name).priority(Thread.MAX_PRIORITY).unstarted(work);
  }
}
