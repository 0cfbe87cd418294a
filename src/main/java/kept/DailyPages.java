package kept;

import java.util.List;
import kept.desk.BoardReading;
import kept.desk.CallPages;
import kept.desk.EndingPages;
import kept.desk.FindPages;
import kept.desk.Finding;
import kept.desk.Frames;
import kept.desk.KeysPages;
import kept.desk.NewTimePages;
import kept.desk.OnePromise;
import kept.desk.Onlookers;
import kept.desk.PromiseByHand;
import kept.desk.PromisePages;
import kept.desk.PromiseSheets;
import kept.desk.PromisesPages;
import kept.desk.SetUpSteps;
import kept.desk.TodayPages;
import kept.desk.TodayReading;
import kept.phone.Talks;
import kept.platform.http.Pages;
import kept.platform.http.WebRoutes;
import kept.promises.Breaks;

/// The pages of the day's work: Today, what is owed, and finding anything.
final class DailyPages {
  private final Rooms rooms;
  private final Talks talks;
  private final SetUpSteps setUp;
  private final Pages pages;
  private final Frames frames;
  private final Onlookers onlookers;

  DailyPages(Rooms rooms, Talks talks, SetUpSteps setUp, Pages pages, Frames frames) {
    this.talks = talks;
    this.setUp = setUp;
    this.rooms = rooms;
    this.pages = pages;
    this.frames = frames;
    this.onlookers = Staff.onlookers(rooms);
  }

  List<WebRoutes> routes() {
    var one = one();
    var sheets = new PromiseSheets(frames, one);
    return List.of(
        today(),
        board(),
        new PromisePages(pages, one, sheets),
        new NewTimePages(pages, one, sheets),
        new CallPages(pages, frames, one, talks, rooms.askedNumbers),
        new EndingPages(pages, one, sheets, rooms.blobs),
        find(),
        new KeysPages(pages, frames));
  }

  private WebRoutes today() {
    var doors = new TodayReading.Doors(
        rooms.database,
        rooms.shop,
        rooms.conversations,
        rooms.board,
        rooms.tallies,
        rooms.calls,
        setUp);
    return new TodayPages(pages, frames, new TodayReading(doors, onlookers));
  }

  private WebRoutes board() {
    var doors = new BoardReading.Doors(
        rooms.database, rooms.board, new Breaks(rooms.database), rooms.tallies, rooms.alarms);
    var byHand = new PromiseByHand(new PromiseByHand.Doors(
        rooms.database,
        rooms.shop,
        rooms.customers,
        rooms.conversations,
        rooms.promises,
        rooms.formKeys));
    return new PromisesPages(pages, frames, new BoardReading(doors, onlookers), byHand);
  }

  private OnePromise one() {
    var doors = new OnePromise.Doors(
        rooms.promises,
        rooms.endings,
        rooms.board,
        rooms.alarms,
        rooms.events,
        rooms.customers,
        rooms.conversations,
        rooms.shop,
        rooms.presence,
        rooms.calls);
    return new OnePromise(doors, onlookers);
  }

  private WebRoutes find() {
    var doors = new Finding.Doors(rooms.customers, rooms.conversations, rooms.board);
    return new FindPages(pages, frames, onlookers, new Finding(doors));
  }
}
