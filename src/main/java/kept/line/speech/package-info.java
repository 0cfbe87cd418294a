/// What is heard and written down: WAV files, prompts, tones, recordings that outlive a crash.
@NullMarked
package kept.line.speech;

import org.jspecify.annotations.NullMarked;
