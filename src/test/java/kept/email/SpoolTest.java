package kept.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SpoolTest {
  /// Else every try of a big mail takes a piece of the disk that is full, for good.
  @Test
  void leavesNoFileBehindOnADiskThatIsFull() throws Exception {
    var spool = new Spool(1 << 20);
    spool.write(new byte[300 * 1024]);
    var file = (Path) field("file").get(spool);
    ((OutputStream) field("toFile").get(spool)).close();
    field("toFile").set(spool, new BufferedOutputStream(new FileOutputStream("/dev/full")));
    spool.write(1);

    assertThat(Files.exists(file)).isTrue();
    assertThatThrownBy(spool::close).isInstanceOf(IOException.class);
    assertThat(Files.exists(file)).isFalse();
  }

  private static Field field(String name) throws NoSuchFieldException {
    var field = Spool.class.getDeclaredField(name);
    field.setAccessible(true);
    return field;
  }
}
