/// Promises, their clocks and alarms: the heart of Kept.
@NullMarked
package kept.promises;

import org.jspecify.annotations.NullMarked;
