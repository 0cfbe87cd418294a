package kept.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/// People who call one after another, each time for something else.
final class SoakCallers {
  private static final int SHORTEST = 10;
  private static final int LONGEST = 60;

  private final Phones phones;
  private final Phones called;
  private final int callers;
  private final List<Thread> threads = new ArrayList<>();
  private final AtomicInteger made = new AtomicInteger();
  private final Map<Kind, Integer> kinds = new ConcurrentHashMap<>();
  private final Queue<String> faults = new ConcurrentLinkedQueue<>();
  private volatile long until;

  /// What a call is for, so many times in twenty.
  enum Kind {
    TALKS(5),
    IS_HUNG_UP_ON(3),
    HOLDS(3),
    HEARS_A_PROMPT(3),
    LEAVES_A_MESSAGE(3),
    GIVES_UP(1),
    IS_REFUSED(1),
    FINDS_BUSY(1);

    private final int share;

    Kind(int share) {
      this.share = share;
    }

    static Kind any() {
      int left = ThreadLocalRandom.current().nextInt(20);
      for (var kind : values()) {
        left -= kind.share;
        if (left < 0) return kind;
      }
      return TALKS;
    }
  }

  SoakCallers(Phones phones, Phones called, int callers) {
    this.phones = phones;
    this.called = called;
    this.callers = callers;
  }

  void start(Duration time) {
    until = System.nanoTime() + time.toNanos();
    for (int i = 0; i < callers; i++) {
      var from = "1444" + (1000 + i);
      threads.add(Thread.ofVirtual().start(() -> callOn(from)));
    }
  }

  void await() throws InterruptedException {
    for (var thread : threads) thread.join();
  }

  int made() {
    return made.get();
  }

  List<String> faults() {
    return List.copyOf(faults);
  }

  String told() {
    return "Calls: " + new TreeMap<>(kinds) + ". Went wrong: " + faults.size() + ".";
  }

  private void callOn(String from) {
    while (System.nanoTime() < until) {
      var kind = Kind.any();
      made.incrementAndGet();
      kinds.merge(kind, 1, Integer::sum);
      try {
        call(kind, from);
      } catch (IOException | RuntimeException failed) {
        faults.add(kind + ": " + failed);
      } catch (InterruptedException stop) {
        return;
      }
    }
  }

  private void call(Kind kind, String from) throws IOException, InterruptedException {
    var call = phones.call(from, number(kind));
    try {
      switch (kind) {
        case TALKS, HEARS_A_PROMPT, LEAVES_A_MESSAGE -> {
          expect(200, call.talk(true));
          stay(1);
          expect(200, call.hangUp());
        }
        case HOLDS -> hold(call);
        case IS_HUNG_UP_ON -> {
          expect(200, call.talk(true));
          stay(1);
          if (!called.hangUpOn(from)) throw new IOException("The phone has no such call.");
          for (int i = 0; i < 200 && !call.isOver(); i++) Thread.sleep(100);
          if (!call.isOver()) throw new IOException("Nobody told the caller that it is over.");
        }
        case GIVES_UP -> {
          expect(180, call.ring());
          stay(4);
          expect(487, call.cancel());
        }
        case IS_REFUSED -> refused(603, call);
        case FINDS_BUSY -> refused(486, call);
      }
    } finally {
      call.close();
    }
  }

  private static void hold(PhoneCall call) throws IOException, InterruptedException {
    expect(200, call.talk(true));
    stay(3);
    expect(200, call.flow("sendonly"));
    stay(3);
    expect(200, call.flow("sendrecv"));
    stay(3);
    expect(200, call.hangUp());
  }

  private static void refused(int code, PhoneCall call) throws IOException, InterruptedException {
    expect(code, call.talk(true));
    stay(4);
  }

  private String number(Kind kind) {
    return switch (kind) {
      case TALKS, HOLDS, IS_HUNG_UP_ON -> "8" + called.port();
      case HEARS_A_PROMPT -> "7000";
      case LEAVES_A_MESSAGE -> "5000";
      case GIVES_UP -> "3" + called.port();
      case IS_REFUSED -> "4000";
      case FINDS_BUSY -> "2" + called.port();
    };
  }

  private static void expect(int code, int got) {
    if (code != got) throw new IllegalStateException("got " + got + " instead of " + code);
  }

  /// A call's length, or that part of it.
  private static void stay(int part) throws InterruptedException {
    long millis = ThreadLocalRandom.current().nextInt(SHORTEST * 1000, LONGEST * 1000);
    Thread.sleep(millis / part);
  }
}
