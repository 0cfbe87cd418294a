package kept.desk;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kept.platform.Json;

/// The worker of a page's device, reached through the browser's own tools as its push service and
/// a finger on a notification would.
final class DeviceWorker {
  /// Titles of what was shown, in order.
  final List<String> shown = new ArrayList<>();

  private final Page page;
  private final String origin;

  DeviceWorker(Page page, String origin) {
    this.page = page;
    this.origin = origin;
    watchNotifications();
  }

  void deliver(Object words) {
    deliver(Json.write(words));
  }

  /// Hands a message to the browser's worker as its push service would.
  void deliver(String words) {
    page.waitForFunction(
        "() => navigator.serviceWorker.ready.then(ours => ours.active.state === 'activated')");
    var devtools = page.context().newCDPSession(page);
    var registration = new String[1];
    devtools.on("ServiceWorker.workerRegistrationUpdated", event -> {
      for (var each : event.getAsJsonArray("registrations"))
        if (!each.getAsJsonObject().get("isDeleted").getAsBoolean())
          registration[0] = each.getAsJsonObject().get("registrationId").getAsString();
    });
    devtools.send("ServiceWorker.enable");
    page.waitForCondition(() -> registration[0] != null);
    var message = new JsonObject();
    message.addProperty("origin", origin);
    message.addProperty("registrationId", registration[0]);
    message.addProperty("data", words);
    devtools.send("ServiceWorker.deliverPushMessage", message);
  }

  /// Asking the worker what it shows makes Chromium forget what is not quite up yet; its own log
  /// of notifications does not.
  private void watchNotifications() {
    var devtools = page.context().newCDPSession(page);
    devtools.on("BackgroundService.backgroundServiceEventReceived", event -> {
      var happened = event.getAsJsonObject("backgroundServiceEvent");
      if (!happened.get("eventName").getAsString().equals("Notification displayed")) return;
      for (var each : happened.getAsJsonArray("eventMetadata")) {
        var pair = each.getAsJsonObject();
        if (pair.get("key").getAsString().equals("Title"))
          shown.add(pair.get("value").getAsString());
      }
    });
    var observed = new JsonObject();
    observed.addProperty("service", "notifications");
    devtools.send("BackgroundService.startObserving", observed);
    observed.addProperty("shouldRecord", true);
    devtools.send("BackgroundService.setRecording", observed);
  }

  void waitFor(String title) {
    page.waitForCondition(() -> shown.contains(title));
  }

  /// Taps a button of the notification, inside the worker: nobody can reach the screen's real one.
  void tap(String action) {
    var devtools = page.context().browser().newBrowserCDPSession();
    var session = new String[1];
    for (var each : devtools.send("Target.getTargets").getAsJsonArray("targetInfos")) {
      var target = each.getAsJsonObject();
      if (!target.get("type").getAsString().equals("service_worker")) continue;
      var attach = new JsonObject();
      attach.addProperty("targetId", target.get("targetId").getAsString());
      attach.addProperty("flatten", false);
      session[0] =
          devtools.send("Target.attachToTarget", attach).get("sessionId").getAsString();
    }
    var script = "registration.getNotifications().then(([notification]) => self.dispatchEvent("
        + "new NotificationEvent('notificationclick', { notification, action: '" + action
        + "' })))";
    var message = new JsonObject();
    message.addProperty("sessionId", session[0]);
    message.addProperty(
        "message",
        Json.write(
            Map.of("id", 1, "method", "Runtime.evaluate", "params", Map.of("expression", script))));
    devtools.send("Target.sendMessageToTarget", message);
    page.waitForTimeout(100);
  }
}
