package kept.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import kept.Config;
import kept.Rooms;
import kept.platform.Database;
import kept.platform.KeptClock;
import kept.platform.postgres.EmbeddedPostgres;

/// How many letters a second are accepted (durable) and read (threaded, searchable), over ten
/// connections, and what each costs.
final class MailBench {
  private static final int LETTERS = 5_000;
  private static final int CONNECTIONS = 10;

  private MailBench() {}

  static void run() throws Exception {
    var data = Files.createTempDirectory("kept-bench").resolve("shop");
    Files.createDirectories(data);
    try (var kept = RunningKept.start(data)) {
      showOnToday(kept, data);
      letters(kept, data);
    }
    RunningKept.deleteFolder(data.getParent());
  }

  /// In whatever shop this is; says what a letter cost there in milliseconds of CPU.
  static double letters(RunningKept kept, Path data) throws Exception {
    send(kept.smtp, 1_000);
    waitUntilRead(data);
    var cpu = kept.cpuMillis();
    var begun = System.nanoTime();
    send(kept.smtp, LETTERS);
    var accepted = (System.nanoTime() - begun) / 1e9;
    waitUntilRead(data);
    var read = (System.nanoTime() - begun) / 1e9;
    var each = (double) (kept.cpuMillis() - cpu) / LETTERS;
    System.out.printf(Locale.ROOT, "%-28s %6.0f a second%n", "mail accepted", LETTERS / accepted);
    System.out.printf(
        Locale.ROOT, "%-28s %6.0f a second%n", "mail accepted and read", LETTERS / read);
    System.out.printf(Locale.ROOT, "%-28s %6.2f ms of CPU%n", "a letter costs", each);
    System.out.printf(Locale.ROOT, "%-28s %6d MB%n", "memory after", kept.memoryMegabytes());
    return each;
  }

  private static void showOnToday(RunningKept kept, Path data) throws Exception {
    try (var database = Database.open(EmbeddedPostgres.findRunning(data).orElseThrow(), 2)) {
      TodayBench.run(kept, new Rooms(database, Config.Ground.in(data, null), new KeptClock()));
    }
  }

  /// Comes back with the 250.
  static void sendOne(int port, String words) throws IOException {
    try (var socket = new Socket("127.0.0.1", port);
        var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8))) {
      in.readLine();
      say(socket, in, "HELO bench.example.com");
      say(socket, in, "MAIL FROM:<" + System.nanoTime() + "@example.com>");
      say(socket, in, "RCPT TO:<hello@marlow.example.com>");
      say(socket, in, "DATA");
      var from = "From: <" + System.nanoTime() + "@example.com>\r\n";
      var answer = say(socket, in, from + "Subject: A dryer\r\n\r\n" + words + "\r\n.");
      if (!answer.startsWith("250")) throw new IOException(answer);
    }
  }

  private static void send(int port, int count) {
    var next = new AtomicInteger();
    try (var senders = Executors.newFixedThreadPool(CONNECTIONS)) {
      for (int i = 0; i < CONNECTIONS; i++) senders.submit(() -> sendAll(port, next, count));
    }
  }

  private static Void sendAll(int port, AtomicInteger next, int count) throws IOException {
    try (var socket = new Socket("127.0.0.1", port);
        var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8))) {
      in.readLine();
      say(socket, in, "HELO bench.example.com");
      for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
        say(socket, in, "MAIL FROM:<person" + i % 500 + "@example.com>");
        say(socket, in, "RCPT TO:<hello@marlow.example.com>");
        say(socket, in, "DATA");
        var answer = say(socket, in, letter(i) + "\r\n.");
        if (!answer.startsWith("250")) throw new IOException(answer);
      }
    }
    return null;
  }

  private static String letter(int i) {
    return "From: Person <person" + i % 500
        + "@example.com>\r\nTo: hello@marlow.example.com\r\nSubject: Matter " + i
        + "\r\nMessage-ID: <" + System.nanoTime() + "." + i + "@example.com>\r\n\r\n"
        + "Hello, the dryer that you sold us in March stops after ten minutes. Could somebody look at it?\r\n"
            .repeat(8);
  }

  private static String say(Socket socket, BufferedReader in, String line) throws IOException {
    socket.getOutputStream().write((line + "\r\n").getBytes(UTF_8));
    var answer = in.readLine();
    if (answer == null) throw new IOException("the server hung up");
    return answer;
  }

  private static void waitUntilRead(Path data) throws InterruptedException {
    try (var database = Database.open(EmbeddedPostgres.findRunning(data).orElseThrow(), 1)) {
      while (unread(database) > 0) Thread.sleep(20);
    }
  }

  private static int unread(Database database) {
    return database.read(
        tx -> tx.createQuery("select count(*) from inbound_mail where processed_at is null")
            .mapTo(Integer.class)
            .one());
  }
}
