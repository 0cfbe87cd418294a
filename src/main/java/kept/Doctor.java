package kept;

import java.io.PrintStream;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import kept.platform.Refusal;
import kept.platform.postgres.DataFolder;

/// `./kept doctor`: looks at everything outside Kept that it needs, changes nothing, and says what
/// to do. It works beside a Kept that runs.
final class Doctor {
  private final Config config;
  private final InstantSource clock;

  Doctor(Config config, InstantSource clock) {
    this.config = config;
    this.clock = clock;
  }

  /// Says what was found, line by line; true when nothing has to be done.
  boolean report(PrintStream out) {
    var well = true;
    for (var finding : findings()) {
      out.println(finding.line());
      well &= !(finding instanceof Finding.ToDo);
    }
    out.println(well ? "Nothing has to be done." : "Lines that begin with \"do\" need you.");
    return well;
  }

  List<Finding> findings() {
    var running = DataFolder.isTaken(config.data());
    var found = new ArrayList<Finding>();
    var ground = new DoctorOnGround(config, clock, running);
    found.addAll(looking(ground::machine));
    found.addAll(looking(ground::folder));
    found.addAll(looking(ground::database));
    found.addAll(looking(new DoctorOfBackups(config.data(), clock)::last));
    var doors = new DoctorAtDoors(config, running);
    found.addAll(looking(doors::ports));
    var address = new DoctorOfAddress(config.web(), running);
    found.addAll(looking(address::name));
    found.addAll(looking(address::proxy));
    found.addAll(looking(address::leads));
    found.addAll(looking(new DoctorOfTls(config, clock, running)::certificate));
    var mail = new DoctorOfMail(config.mail(), ground.shopAddress());
    found.addAll(looking(mail::relay));
    found.addAll(looking(mail::domain));
    return found;
  }

  /// A look that fails is itself something to do.
  private static List<Finding> looking(Supplier<List<Finding>> look) {
    try {
      return look.get();
    } catch (Refusal e) {
      return List.of(Finding.toDo(e.sentence()));
    } catch (RuntimeException e) {
      return List.of(Finding.toDo("A look failed: " + e.getMessage()));
    }
  }
}
