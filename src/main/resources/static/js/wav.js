// Writes samples between -1 and 1 as a WAV file: RIFF, one channel, 16 bits.

const HEAD = 44;

export const wav = (parts, rate) => {
  const count = parts.reduce((sum, part) => sum + part.length, 0);
  const file = new DataView(new ArrayBuffer(HEAD + 2 * count));
  const text = (at, letters) => [...letters].forEach((letter, i) => file.setUint8(at + i, letter.charCodeAt(0)));
  text(0, "RIFF");
  file.setUint32(4, HEAD - 8 + 2 * count, true);
  text(8, "WAVEfmt ");
  file.setUint32(16, 16, true);
  file.setUint16(20, 1, true);
  file.setUint16(22, 1, true);
  file.setUint32(24, rate, true);
  file.setUint32(28, 2 * rate, true);
  file.setUint16(32, 2, true);
  file.setUint16(34, 16, true);
  text(36, "data");
  file.setUint32(40, 2 * count, true);
  let at = HEAD;
  for (const part of parts) {
    for (const sample of part) {
      file.setInt16(at, Math.max(-1, Math.min(1, sample)) * 32_767, true);
      at += 2;
    }
  }
  return file.buffer;
};
