package kept.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import kept.TestShop;
import kept.platform.EventCursor;
import kept.platform.StoredEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// The backups of the nights, on a shop's own time.
class BackupsDbTest {
  @TempDir
  Path folder;

  private final TestShop shop = new TestShop();

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void thereIsOneAtThree() throws IOException {
    at("2026-03-10T02:59");
    assertThat(night()).isEqualTo(local("2026-03-10T03:00"));
    assertThat(files()).isEmpty();

    at("2026-03-10T03:00");
    assertThat(night()).isEqualTo(local("2026-03-11T03:00"));
    assertThat(files()).containsExactly("kept-2026-03-10.zip");
  }

  @Test
  void asksTwiceAndTakesOne() throws IOException {
    at("2026-03-10T03:00");
    night();
    at("2026-03-10T12:00");
    assertThat(night()).isEqualTo(local("2026-03-11T03:00"));
    assertThat(files()).hasSize(1);
  }

  @Test
  void sevenAreKept() throws IOException {
    for (int day = 10; day < 19; day++) {
      at("2026-03-" + day + "T03:00");
      night();
    }
    assertThat(files())
        .hasSize(7)
        .startsWith("kept-2026-03-12.zip")
        .endsWith("kept-2026-03-18.zip");
    assertThat(backups().lastNight()).contains(LocalDate.of(2026, 3, 18));
  }

  @Test
  void aNightThatTheMachineSleptThroughIsMadeUpFor() throws IOException {
    at("2026-03-10T03:00");
    night();
    at("2026-03-12T09:00");
    assertThat(night()).isEqualTo(local("2026-03-13T03:00"));
    assertThat(files()).containsExactly("kept-2026-03-10.zip", "kept-2026-03-12.zip");
  }

  @Test
  void aNewShopWaitsForItsFirstNight() throws IOException {
    at("2026-03-10T12:00");
    assertThat(night()).isEqualTo(local("2026-03-11T03:00"));
    assertThat(files()).isEmpty();
  }

  /// The hour from two to three is not there that night.
  @Test
  void theNightOfTheClockHasOneToo() throws IOException {
    at("2026-03-07T03:00");
    night();
    at("2026-03-08T03:00");
    assertThat(night()).isEqualTo(local("2026-03-09T03:00"));
    assertThat(files()).hasSize(2);
  }

  @Test
  void oneThatFailsIsTriedAgainInAnHour() throws IOException {
    at("2026-03-10T03:00");
    Files.writeString(folder.resolve("backups"), "in the way");
    var backups = backups();
    assertThat(night(backups)).isEqualTo(local("2026-03-10T04:00"));

    Files.delete(folder.resolve("backups"));
    at("2026-03-10T04:00");
    assertThat(night(backups)).isEqualTo(local("2026-03-11T03:00"));
    assertThat(files()).containsExactly("kept-2026-03-10.zip");
  }

  /// The loop looks again twice a minute, and each try copies the whole shop.
  @Test
  void oneThatFailsIsNotTriedAgainSooner() throws IOException {
    at("2026-03-10T03:00");
    Files.writeString(folder.resolve("backups"), "in the way");
    var backups = backups();
    night(backups);

    Files.delete(folder.resolve("backups"));
    at("2026-03-10T03:59");
    assertThat(night(backups)).isEqualTo(local("2026-03-10T04:00"));
    assertThat(files()).isEmpty();
  }

  @Test
  void thoseOfAClockThatWasAheadStandInNobodysWay() throws IOException {
    for (int day = 10; day < 17; day++) {
      at("2036-03-" + day + "T03:00");
      night();
    }
    at("2026-03-10T03:00");
    night();
    at("2026-03-11T03:00");
    night();

    assertThat(files())
        .hasSize(7)
        .contains("kept-2026-03-10.zip", "kept-2026-03-11.zip", "kept-2036-03-16.zip");
  }

  /// What was cut off is no backup, and is in nobody's way.
  @Test
  void whatAKillLeftBehindIsInNobodysWay() throws IOException {
    Files.createDirectories(folder.resolve("backups"));
    Files.writeString(folder.resolve("backups/.kept-2026-03-10.zip.part"), "half");
    at("2026-03-10T03:00");
    night();
    assertThat(files()).containsExactly("kept-2026-03-10.zip");
  }

  @Test
  void threeOfThoseBeforeAnUpgradeAreKeptBesideThem() throws IOException {
    at("2026-03-10T03:00");
    night();
    for (int version = 25; version < 30; version++) {
      shop.clock.advance(Duration.ofMinutes(1));
      backups().beforeUpgradeFrom(version);
    }
    assertThat(files())
        .hasSize(4)
        .anyMatch(name -> name.startsWith("before-upgrade-29-"))
        .noneMatch(name -> name.startsWith("before-upgrade-26-"));
  }

  @Test
  void eachIsAFactWithItsCauseAndSizeAndNoPath() throws IOException {
    at("2026-03-10T03:00");
    night();
    backups().beforeUpgradeFrom(25);
    backups().byCommand(folder.resolve("mine.zip"));

    var facts = facts("backup_taken");
    assertThat(facts)
        .extracting(fact -> fact.get("cause").asString())
        .containsExactly("NIGHT", "UPGRADE", "COMMAND");
    assertThat(facts.getLast().get("bytes").asLong())
        .isEqualTo(Files.size(folder.resolve("mine.zip")));
    assertThat(facts).allMatch(fact -> fact.size() == 3);
  }

  @Test
  void oneThatFailsIsNoFact() throws IOException {
    at("2026-03-10T03:00");
    Files.writeString(folder.resolve("backups"), "in the way");
    night();

    assertThat(facts("backup_taken")).isEmpty();
  }

  private List<JsonNode> facts(String kind) {
    return shop.rooms.events.after(new EventCursor("0", 0), 10_000).stream()
        .filter(event -> event.kind().equals(kind))
        .map(StoredEvent::facts)
        .toList();
  }

  private Instant night() {
    return night(backups());
  }

  private Instant night(Backups backups) {
    return backups.nightly(at -> shop.rooms.shop.time().local(at));
  }

  private Backups backups() {
    var data = shop.folder;
    var whole =
        new Whole(data.resolve("files"), data.resolve("recordings"), data.resolve("secret.key"));
    return new Backups(
        new Backup(shop.database, whole, shop.clock),
        folder.resolve("backups"),
        shop.database,
        shop.rooms.events,
        shop.clock);
  }

  private void at(String local) {
    shop.clock.set(local(local));
  }

  private Instant local(String time) {
    return LocalDateTime.parse(time).atZone(shop.rooms.shop.time().zone()).toInstant();
  }

  private List<String> files() throws IOException {
    if (!Files.isDirectory(folder.resolve("backups"))) return List.of();
    try (var inside = Files.list(folder.resolve("backups"))) {
      return inside.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
