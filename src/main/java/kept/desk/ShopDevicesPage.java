package kept.desk;

import java.util.List;

/// The devices that are the shop's, and whether the browser that asks is one of them. Posts
/// `device_name`.
public record ShopDevicesPage(Frame frame, List<Row> devices, boolean here)
    implements SettingsPage {
  public record Row(String id, String name, String words) {}
}
